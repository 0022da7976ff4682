/** Which claims the list shows. Every count is a door and opens exactly what it counts; the filter is in the address. */
import { type ClaimFilter, passes } from '#domain/desk.ts'
import { useWords } from '#web/words/words.tsx'
import css from './claims.module.css'
import { useDesk } from './desk.ts'

const offered: readonly ClaimFilter[] = [
  'all',
  'left',
  'risky',
  'queries',
  'reworded',
  'unassigned',
  'allegations',
  'casualties',
  'done',
  'signed',
]
/** Always there; the others only while they count something, or are chosen. */
const always: ReadonlySet<ClaimFilter> = new Set<ClaimFilter>(['all', 'left', 'done'])

export function FilterBar() {
  const { t } = useWords()
  const { claims, show, mine, actor, setShow, setMine } = useDesk()
  const countOf = (filter: ClaimFilter): number =>
    claims.filter((claim) => passes(filter, claim) && (!mine || claim.assignee === actor.id)).length
  const ofMine = claims.filter((claim) => passes(show, claim) && claim.assignee === actor.id).length
  return (
    <div className={css['filters']} role="group" aria-label={t('claims.filters')}>
      {offered.map((filter) => {
        const count = countOf(filter)
        if (count === 0 && show !== filter && !always.has(filter)) return null
        return (
          <Door
            key={filter}
            label={t(`filter.${filter}`)}
            count={count}
            isOn={show === filter}
            onPress={() => setShow(show === filter ? 'all' : filter)}
          />
        )
      })}
      {(ofMine > 0 || mine) && (
        <Door label={t('claims.mine')} count={ofMine} isOn={mine} onPress={() => setMine(!mine)} />
      )}
    </div>
  )
}

function Door({ label, count, isOn, onPress }: { label: string; count: number; isOn: boolean; onPress: () => void }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className={css['door']}
      aria-pressed={isOn}
      aria-label={t('claims.count', { label, count })}
      onClick={onPress}
    >
      {label} <span className={css['count']}>{count}</span>
    </button>
  )
}
