/** A voice in words: its name or what it is, and on what terms it speaks. */
import type { ClaimView } from '#protocol/view.ts'
import { useWords } from '#web/words/words.tsx'
import css from './quotes.module.css'
import '#web/words/quotes.ts'

export function Voice({ asserter }: { asserter: NonNullable<ClaimView['asserter']> }) {
  const { t } = useWords()
  const { kind, name, terms } = asserter
  return (
    <span>
      {name === null ? t('quote.erased') : name === '' ? t(`quote.kind.${kind}`) : <bdi>{name}</bdi>}
      {terms !== null && <span className={css['terms']}>, {t(`quote.terms.${terms}`)}</span>}
    </span>
  )
}
