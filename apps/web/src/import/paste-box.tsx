/** The box an article is pasted into, and beside it the way to a file. A paste is taken at once; typed words when the person says so. Errors keep what is in the box. */
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { useWords } from '#web/words/words.tsx'
import { endings } from './chosen-file.ts'
import { type Clip, isEmpty, readClip } from './clip.ts'
import css from './import.module.css'

export interface PasteBoxProps {
  readonly onPasted: (clip: Clip) => void
  /** Where a file may be brought in as well. */
  readonly onFile?: (file: File) => void
  /** Told of what stands in the box. */
  readonly onTyped?: (text: string) => void
  /** What stands in the box at first: an earlier paste that could not be read. */
  readonly clip?: Clip | null
  readonly wrong?: string | null
  readonly isReading?: boolean
  readonly autoFocus?: boolean
}

export function PasteBox({
  onPasted,
  onFile,
  onTyped,
  clip = null,
  wrong = null,
  isReading = false,
  autoFocus = false,
}: PasteBoxProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(clip?.text ?? '')
  const [empty, setEmpty] = useState(false)
  // Not the kit's autoFocus: after a click by keyboard that waits a frame, and the page's own focus is ahead of it.
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (autoFocus) box.current?.focus()
  }, [autoFocus])

  const told = useRef(onTyped)
  told.current = onTyped
  useEffect(() => {
    told.current?.(typed)
  }, [typed])

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
        description={onFile === undefined ? t('import.boxHint') : `${t('import.boxHint')} ${t('import.fileHint')}`}
        error={empty && typed.trim() === '' ? t('import.empty') : wrong}
        rows={12}
        dir="auto"
        value={typed}
        onChange={setTyped}
        onPaste={paste}
        areaRef={box}
      />
      <div className={css['ways']}>
        <Button look={typed.trim() === '' ? 'plain' : 'primary'} size="large" isPending={isReading} onPress={proceed}>
          {isReading ? t('import.reading') : t('import.continue')}
        </Button>
        {onFile !== undefined && (
          <FileButton size="large" glyph="document" accepts={endings} isPending={isReading} onFile={onFile}>
            {t('import.choose')}
          </FileButton>
        )}
      </div>
    </div>
  )
}
