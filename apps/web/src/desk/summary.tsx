/** “Tonight”: what all open articles together still need. Each total shows the articles it comes from; again shows all. */
import { Link } from '@tanstack/react-router'
import type { Tally } from '#domain/desk.ts'
import type { DeskSearch } from '#web/frame/search.ts'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './summary.module.css'

const totals = ['left', 'allegations', 'casualties', 'reworded', 'unassigned'] as const

/** These totals carry the marker: what is unresolved and can harm people. */
const marked: ReadonlySet<(typeof totals)[number]> = new Set(['allegations', 'casualties'] as const)

export interface SummaryProps {
  readonly newsroom: string
  /** Null on an empty desk: there is nothing to count yet. */
  readonly tally: Tally | null
  readonly search: DeskSearch
}

export function Summary({ newsroom, tally, search }: SummaryProps) {
  const { t } = useWords()
  return (
    <div className={css['summary']}>
      <h1 className={css['tonight']}>{t('desk.heading')}</h1>
      {tally && <Totals newsroom={newsroom} tally={tally} search={search} />}
    </div>
  )
}

function Totals({ newsroom, tally, search }: SummaryProps & { tally: Tally }) {
  const { t } = useWords()
  return (
    <ul className={css['totals']} aria-label={t('desk.summary')}>
      {totals.map((total) => {
        const count = tally[total]
        const active = search.show === total
        const { show: _, ...others } = search
        if (count === 0 && !active) {
          return (
            <li key={total} className={css['total']} data-zero>
              <span>{t(`filter.${total}`)}</span> <b aria-hidden="true">·</b>
              <VisuallyHidden>0</VisuallyHidden>
            </li>
          )
        }
        return (
          <li key={total}>
            <Link
              to="/$newsroom"
              params={{ newsroom }}
              search={active ? others : { ...others, show: total }}
              replace
              className={css['total']}
              aria-current={active ? 'true' : undefined}
              data-on={active || undefined}
              data-marked={marked.has(total) || undefined}
            >
              <span>{t(`filter.${total}`)}</span> <b>{count}</b>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
