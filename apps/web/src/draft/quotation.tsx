/** Words in their surroundings, so that a person sees where they stand; of two wordings each shows what it has and the other has not. */
import type { DraftView } from '#protocol/draft-view.ts'
import { wordDifference } from '#document/word-difference.ts'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './draft.module.css'

type Quoted = DraftView['claims'][number]['old']

interface QuotationProps {
  readonly quoted: Quoted
  readonly language: string
  /** Its words on the other side, to show what differs. */
  readonly against?: { readonly words: string; readonly is: 'newer' | 'older' } | undefined
}

/** Shorter surroundings end where the text does. */
const widest = 32

export function Quotation({ quoted: { before, words, after }, language, against }: QuotationProps) {
  return (
    <p className={css['quotation']} dir="auto" lang={language}>
      <span className={css['around']}>{before.length < widest ? before : `…${before}`}</span>
      <mark>{against === undefined ? words : <Differing words={words} against={against} />}</mark>
      <span className={css['around']}>{after.length < widest ? after : `${after}…`}</span>
    </p>
  )
}

function Differing({ words, against }: { words: string; against: NonNullable<QuotationProps['against']> }) {
  const { t } = useWords()
  const isOld = against.is === 'newer'
  const changes = isOld ? wordDifference(words, against.words) : wordDifference(against.words, words)
  const Changed = isOld ? 'del' : 'ins'
  return changes.map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>
    if ((kind === 'gone') !== isOld) return null
    return (
      <Changed key={index}>
        <VisuallyHidden>{t(isOld ? 'versions.wordGone' : 'versions.wordNew')}</VisuallyHidden>
        {text}
      </Changed>
    )
  })
}
