/** Two wordings as one text: what stayed, what went struck out, what came underlined; a screen reader hears which is which. */
import { wordDifference } from '#document/word-difference.ts'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './reworded.module.css'
import '#web/words/article.ts'
import '#web/words/claim.ts'

interface DifferenceProps {
  readonly before: string
  readonly after: string
  readonly language: string
}

export function Difference({ before, after, language }: DifferenceProps) {
  const { t } = useWords()
  return (
    <p className={css['difference']} dir="auto" lang={language}>
      {wordDifference(before, after).map(({ kind, text }, index) =>
        kind === 'same' ? (
          text
        ) : kind === 'gone' ? (
          <del key={index}>
            <VisuallyHidden>{t('reworded.gone')}</VisuallyHidden>
            {text}
          </del>
        ) : (
          <ins key={index}>
            <VisuallyHidden>{t('reworded.new')}</VisuallyHidden>
            {text}
          </ins>
        ),
      )}
    </p>
  )
}
