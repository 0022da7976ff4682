/** Why there is nothing to check in the sentence at the caret: a reason from the list, one in one's own words, or the tick taken back. */
import { useState } from 'react'
import { Button as KitButton } from 'react-aria-components/Button'
import type { EditorView } from '@tiptap/pm/view'
import { tickReasons } from '#domain/tick.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { Menu, MenuItem, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './coverage.module.css'
import type { CoveredSentence } from './coverage-now.ts'
import { rangeOf } from './places.ts'
import { placeOf } from './sentence-index.ts'
import type { Reason } from './ticks.ts'
import '#web/words/coverage.ts'
import '#web/words/ticks.ts'

interface ReasonMenuProps {
  readonly sentences: readonly CoveredSentence[]
  readonly view: EditorView
  readonly onTick: (reason: Reason) => void
  readonly onUntick: () => void
  readonly onClose: () => void
}

const named = tickReasons.filter((reason) => reason !== 'other')

export function ReasonMenu({ sentences, view, onTick, onUntick, onClose }: ReasonMenuProps) {
  const { t } = useWords()
  const [isOwn, setOwn] = useState(false)
  const [at] = useState(() => anchorOf(view, sentences))
  const isTicked = sentences.some(({ standing }) => standing === 'ticked')
  if (isOwn) return <OwnReason onTick={onTick} onClose={onClose} />
  return (
    <MenuTrigger isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <KitButton className={css['anchor'] ?? ''} style={at} excludeFromTabOrder aria-label={t('coverage.menu')} />
      <Menu
        aria-label={t('coverage.menu')}
        placement="bottom start"
        autoFocus
        shouldCloseOnSelect={false}
        onAction={(key) => {
          const reason = named.find((one) => one === key)
          if (reason !== undefined) onTick({ reason, why: '' })
          else if (key === 'untick') onUntick()
          else setOwn(true)
        }}
      >
        {[
          ...named.map((reason) => (
            <MenuItem key={reason} id={reason}>
              {t(`tick.reason.${reason}`)}
            </MenuItem>
          )),
          <MenuItem key="own" id="own">
            {t('coverage.ownReason')}
          </MenuItem>,
          ...(isTicked
            ? [
                <MenuItem key="untick" id="untick">
                  {t('coverage.untick', { count: 1 })}
                </MenuItem>,
              ]
            : []),
        ]}
      </Menu>
    </MenuTrigger>
  )
}

function OwnReason({ onTick, onClose }: Pick<ReasonMenuProps, 'onTick' | 'onClose'>) {
  const { t, whyNot } = useWords()
  const [why, setWhy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const tick = () => (why.trim() === '' ? setMissing(true) : onTick({ reason: 'other', why: why.trim() }))
  return (
    <Dialog
      title={t('coverage.whyTitle')}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('coverage.cancel')}</Button>
          <Button look="primary" onPress={tick}>
            {t('coverage.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('coverage.why')}
        value={why}
        onChange={(text) => {
          setWhy(text)
          setMissing(false)
        }}
        maxLength={2_000}
        dir="auto"
        autoFocus
        error={isMissing ? whyNot('why-needed') : null}
        onKeyDown={(event) => {
          if (event.key === 'Enter') tick()
        }}
      />
    </Dialog>
  )
}

/** At the first of the sentences, as far as it is on screen. */
function anchorOf(
  view: EditorView,
  [first]: readonly CoveredSentence[],
): { left: number; top: number; height: number } {
  const place = first === undefined ? null : placeOf(view.state.doc, first)
  const { left, top, height } = (place === null ? view.dom : rangeOf(view, place)).getBoundingClientRect()
  const from = Math.max(0, Math.min(top, innerHeight - 40))
  return { left: Math.max(0, left), top: from, height: Math.max(0, Math.min(top + height, innerHeight - 20) - from) }
}
