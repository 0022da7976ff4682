/** The box an article is pasted into. A paste is taken at once; typed words when the person says so. Errors keep what is in the box. */
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Clip, isEmpty, readClip } from './clip.ts'
import css from './import.module.css'

export interface PasteBoxProps {
  readonly onPasted: (clip: Clip) => void
  /** What stands in the box at first: an earlier paste that could not be read. */
  readonly clip?: Clip | null
  readonly wrong?: string | null
  readonly isReading?: boolean
  readonly autoFocus?: boolean
}

export function PasteBox({ onPasted, clip = null, wrong = null, isReading = false, autoFocus = false }: PasteBoxProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(clip?.text ?? '')
  const [empty, setEmpty] = useState(false)
  // Not the kit's autoFocus: after a click by keyboard that waits a frame, and the page's own focus is ahead of it.
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (autoFocus) box.current?.focus()
  }, [autoFocus])

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = readClip(event.clipboardData)
    // Into words already there a paste is an edit like any other.
    if (typed.trim() !== '' || isEmpty(pasted) || isReading) return
    event.preventDefault()
    setTyped(pasted.text)
    onPasted(pasted)
  }
  const proceed = () => {
    if (isReading) return
    if (typed.trim() === '') return setEmpty(true)
    // Untouched since it was pasted: the formatting still belongs to it.
    onPasted(typed === clip?.text ? clip : { text: typed, html: null })
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    event.stopPropagation()
    proceed()
  }

  return (
    <div className={css['paste']} onKeyDown={keyDown}>
      <TextArea
        label={t('import.box')}
        labelHidden
        placeholder={t('import.placeholder')}
        description={t('import.boxHint')}
        error={empty && typed.trim() === '' ? t('import.empty') : wrong}
        rows={12}
        dir="auto"
        value={typed}
        onChange={setTyped}
        onPaste={paste}
        areaRef={box}
      />
      <Button look={typed.trim() === '' ? 'plain' : 'primary'} size="large" isPending={isReading} onPress={proceed}>
        {isReading ? t('import.reading') : t('import.continue')}
      </Button>
    </div>
  )
}
