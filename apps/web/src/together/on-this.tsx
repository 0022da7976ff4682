/**
 * A ring in a person's hue, with their initials, round what they have open: a row, a card. Not a lock: two may well judge the same claim.
 * It takes no room and moves nothing. Rule PR2.
 */
import { useWords } from '#web/words/words.tsx'
import '#web/words/together.ts'
import { useOnClaim } from './people.ts'
import css from './together.module.css'

export function OnThis({ claim }: { claim: string }) {
  const [first, ...others] = useOnClaim(claim)
  if (first === undefined) return null
  return (
    <span className={css['ring']} data-hue={first.hue} data-on-this="" aria-hidden="true">
      <span className={css['ringName']}>
        {first.initials}
        {others.length > 0 && ` +${others.length}`}
      </span>
    </span>
  )
}

/** In words, beside the claim that is open here too. */
export function OnThisToo({ claim }: { claim: string }) {
  const { t } = useWords()
  const on = useOnClaim(claim)
  if (on.length === 0) return null
  return (
    <p className={css['alsoHere']} data-hue={on[0]?.hue}>
      {t('together.onThis', { count: on.length, names: on.map(({ name }) => name).join(', ') })}
    </p>
  )
}
