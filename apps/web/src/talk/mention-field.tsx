/**
 * A field for words in which @ calls on somebody: the list below narrows while one types, arrows choose, Enter or Tab takes, Escape
 * closes it and leaves the words. The focus stays in the field all the time.
 */
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PersonView } from '#protocol/view.ts'
import { Button } from '#web/ui/button.tsx'
import { Face } from '#web/ui/face.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { completed, meant, type Typed, typedAt } from './mentions.ts'
import css from './talk.module.css'

const mostOffered = 6

interface MentionFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly people: readonly PersonView[]
  readonly areaRef: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (value: string) => void
  /** ⌘ or Ctrl with Enter. */
  readonly onSubmit: () => void
  /** What is done with the words, beside the button that calls on somebody. */
  readonly children: ReactNode
}

export function MentionField(props: MentionFieldProps) {
  const { label, placeholder, value, people, areaRef, onChange, onSubmit, children } = props
  const { t } = useWords()
  const list = useId()
  const [typed, setTyped] = useState<Typed | null>(null)
  const [active, setActive] = useState(0)
  const offered = typed === null ? [] : meant(people, typed.name).slice(0, mostOffered)
  const isOpen = offered.length > 0
  const optionId = (index: number) => `${list}-${index}`

  const look = () => {
    const area = areaRef.current
    setTyped(area === null ? null : typedAt(area.value, area.selectionStart))
    setActive(0)
  }
  /** The words are in the field and the caret in its place before the next key comes. */
  const put = (area: HTMLTextAreaElement, text: string, caret: number, next: Typed | null) => {
    flushSync(() => {
      onChange(text)
      setTyped(next)
    })
    area.setSelectionRange(caret, caret)
    area.focus()
  }
  const take = (person: PersonView) => {
    const area = areaRef.current
    if (typed === null || area === null) return
    const { text, caret } = completed(value, typed, person)
    put(area, text, caret, null)
  }
  const begin = () => {
    const area = areaRef.current
    if (area === null) return
    const caret = area.selectionStart
    const before = value.slice(0, caret)
    const at = `${before}${/\S$/.test(before) ? ' ' : ''}@`
    setActive(0)
    put(area, at + value.slice(caret), at.length, { from: at.length - 1, name: '' })
  }
  const onKeyDown = (event: KeyboardEvent & { continuePropagation?: () => void }) => {
    const chosen = offered[active]
    const keys: Readonly<Record<string, (() => void) | undefined>> = isOpen
      ? {
          ArrowDown: () => setActive((active + 1) % offered.length),
          ArrowUp: () => setActive((active + offered.length - 1) % offered.length),
          Enter: chosen && (() => take(chosen)),
          Tab: chosen && (() => take(chosen)),
          Escape: () => setTyped(null),
        }
      : {}
    const withCommand = event.metaKey || event.ctrlKey
    const act = withCommand ? (event.key === 'Enter' ? onSubmit : undefined) : keys[event.key]
    if (act === undefined || event.nativeEvent.isComposing) return event.continuePropagation?.()
    event.preventDefault()
    act()
  }

  const count = offered.length
  useEffect(() => {
    if (count > 0) announce(t('talk.found', { count }))
  }, [count, t])

  return (
    <div className={css['mentionField']}>
      <TextArea
        label={label}
        labelHidden
        rows={2}
        grows
        dir="auto"
        areaRef={areaRef}
        placeholder={placeholder}
        value={value}
        onChange={(text) => {
          onChange(text)
          look()
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
        aria-autocomplete="list"
        {...(isOpen ? { 'aria-controls': list, 'aria-activedescendant': optionId(active) } : {})}
      />
      {isOpen && (
        <ul id={list} role="listbox" aria-label={t('talk.people')} className={css['offered']}>
          {offered.map((person, index) => (
            // The field keeps the focus and the keys; a row is only pointed at.
            <li
              key={person.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className={css['offer']}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <Face person={person} size={20} decorative />
              {person.name}
            </li>
          ))}
        </ul>
      )}
      <div className={css['actions']}>
        {children}
        <Button look="quiet" size="small" glyph="person" preventFocusOnPress onPress={begin}>
          {t('talk.callOn')}
        </Button>
      </div>
    </div>
  )
}
