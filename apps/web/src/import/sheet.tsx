/** The text as it will be, where it comes from, and the ways to take it otherwise. Has the focus when it opens. */
import { useEffect, useMemo, useRef } from 'react'
import type { DocumentJson } from '#document/draft.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { GalleyPreview } from './galley-preview.tsx'
import type { Checking, Source } from './handover.ts'
import css from './import.module.css'
import { countWords } from './word-count.ts'

interface SheetProps {
  readonly state: Checking
  readonly document: DocumentJson
  /** Reads it once more, taken in another way. */
  readonly onTake: (source: Source) => void
  readonly onAgain: () => void
}

export function Sheet({ state, document, onTake, onAgain }: SheetProps) {
  const { t } = useWords()
  const { source, details, original } = state
  const words = useMemo(() => countWords(document), [document])
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  return (
    <section className={css['sheet']} aria-labelledby="preview-heading">
      <header className={css['sheetHead']}>
        <h1 id="preview-heading" ref={head} tabIndex={-1}>
          {t('import.preview')}
        </h1>
        <span className={css['quiet']}>
          {t('import.words', { count: words })}
          {source.kind === 'clip' &&
            source.clip.html !== null &&
            ` · ${t(source.as === 'html' ? 'import.asPasted' : 'import.asText')}`}
        </span>
        {source.kind === 'file' && (
          <span className={`${css['quiet']} ${css['name']}`}>
            {t('import.fromFile', { name: original?.name ?? source.file.name })}
          </span>
        )}
        <span className={css['spring']} />
        {source.kind === 'clip' && source.clip.html !== null && (
          <Button
            size="small"
            look="quiet"
            onPress={() => onTake({ ...source, as: source.as === 'html' ? 'text' : 'html' })}
          >
            {t(source.as === 'html' ? 'import.takeText' : 'import.takePasted')}
          </Button>
        )}
        <Button size="small" look="quiet" onPress={onAgain}>
          {t('import.again')}
        </Button>
      </header>
      <div className={css['paper']}>
        <GalleyPreview draft={{ document, language: details.language, direction: details.direction }} />
      </div>
    </section>
  )
}
