/** The paragraphs that read otherwise in the new draft, word by word, as the versions page shows them. */
import { useMemo } from 'react'
import type { DraftView } from '#protocol/draft-view.ts'
import { useWords } from '#web/words/words.tsx'
import { Difference } from '#web/versions/difference.tsx'
import { linesOfText } from '#web/versions/line.ts'
import { isStop, rowsOf, withMoves } from '#web/versions/rows.ts'
import css from './draft.module.css'

interface ParagraphsProps {
  readonly changes: DraftView['changes']
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

export function Paragraphs({ changes, language, direction }: ParagraphsProps) {
  const { t } = useWords()
  // Each stretch by itself: what moved from one to another is told once all are known.
  const rows = useMemo(
    () =>
      withMoves(changes.flatMap(({ before, after }) => rowsOf(linesOfText(before), linesOfText(after)))).filter(
        ({ kind }) => kind !== 'same',
      ),
    [changes],
  )
  const count = rows.filter(isStop).length
  const heading = t('draft.changes', { count })
  return (
    <section className={css['section']} aria-labelledby="draft-changes">
      <h2 id="draft-changes">{heading}</h2>
      {count === 0 ? (
        <p className={css['quiet']}>{t('draft.formOnly')}</p>
      ) : (
        <Difference rows={rows} language={language} direction={direction} label={heading} />
      )}
    </section>
  )
}
