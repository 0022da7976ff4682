/** The tray below the text: how many words are suggested, the one that is asked about, and what can be done with it or with all of a kind. */
import { useState } from 'react'
import { keyHint } from '#web/claims/platform.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Menu, MenuItem, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/suggest.ts'
import { OfAKind } from './of-a-kind.tsx'
import type { SuggestionHere } from './suggestion-index.ts'
import css from './suggestions.module.css'
import type { Deciding } from './use-deciding.ts'

interface TrayProps {
  readonly suggestions: readonly SuggestionHere[]
  /** Which of them is asked about; -1 for none. */
  readonly at: number
  readonly skipped: readonly string[]
  readonly language: string
  readonly acts: Deciding
  readonly onHide: () => void
}

export function Tray({ suggestions, at, skipped, language, acts, onHide }: TrayProps) {
  const { t } = useWords()
  const current = suggestions[at]
  const count = suggestions.length
  return (
    <section className={css['tray']} aria-label={t('suggest.tray')} data-region="tray">
      <span className={css['count']}>
        {current === undefined ? t('suggest.count', { count }) : t('suggest.at', { at: at + 1, count })}
      </span>
      {count > 0 && (
        <>
          <span className={css['steps']}>
            <IconButton
              glyph="chevron-start"
              label={t('suggest.previous')}
              preventFocusOnPress
              onPress={() => acts.press('previous')}
            />
            <IconButton
              glyph="chevron-end"
              label={t('suggest.next')}
              preventFocusOnPress
              onPress={() => acts.press('next')}
            />
          </span>
          <span className={css['current']}>
            {current !== undefined && (
              <>
                <span className={css['kind']}>
                  {t(`kind.${current.kind}`)}
                  {current.cue === 'voice' && ` · ${t('suggest.cue.voice')}`}
                </span>
                <span className={css['words']} lang={language} dir="auto">
                  {current.words}
                </span>
              </>
            )}
          </span>
          <Button look="primary" preventFocusOnPress onPress={() => acts.press('keep')} {...keyHint('y')}>
            {t('suggest.keep')}
          </Button>
          <Button preventFocusOnPress onPress={() => acts.press('skip')} {...keyHint('x')}>
            {t('suggest.skip')}
          </Button>
          <OfAKind suggestions={suggestions} acts={acts} />
        </>
      )}
      {count === 0 && <span className={css['current']} />}
      {skipped.length > 0 && <Skipped skipped={skipped} language={language} onBack={acts.bringBack} />}
      <IconButton glyph="cross" label={t('suggest.hide')} onPress={onHide} />
    </section>
  )
}

interface SkippedProps {
  readonly skipped: readonly string[]
  readonly language: string
  readonly onBack: (words: readonly string[]) => void
}

function Skipped({ skipped, language, onBack }: SkippedProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>{t('suggest.skipped', { count: skipped.length })}</Button>
      <Menu
        aria-label={t('suggest.back')}
        placement="top end"
        onAction={(key) => onBack(key === 'all' ? skipped : skipped.filter((words) => words === key))}
      >
        {[
          ...skipped.map((words) => (
            <MenuItem key={words} id={words} textValue={words}>
              <span className={css['back']} lang={language} dir="auto">
                {words}
              </span>
            </MenuItem>
          )),
          ...(skipped.length > 1
            ? [
                <MenuItem key="all" id="all">
                  {t('suggest.backAll')}
                </MenuItem>,
              ]
            : []),
        ]}
      </Menu>
    </MenuTrigger>
  )
}
