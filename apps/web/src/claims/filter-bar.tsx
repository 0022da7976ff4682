/** Which claims the list shows. Every count is a door and opens exactly what it counts; the filter is in the address. */
import { Suspense, useRef } from 'react'
import { CoverageDoor } from '#web/coverage/parts.ts'
import { type ClaimFilter, passes } from '#domain/desk.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './claims.module.css'
import { useDesk } from './desk.ts'
import type { DeskClaim } from './desk-claim.ts'

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

const Doors = onDemand(() => import('#web/fixes/doors.tsx').then((part) => part.Doors))
const ClaimFind = onDemand(() => import('./claim-find.tsx').then((part) => part.ClaimFind))

export function FilterBar() {
  const { t } = useWords()
  const { claims, show, mine, actor, coverage, setShow, setMine } = useDesk()
  const countOf = (filter: ClaimFilter): number =>
    claims.filter((claim) => passes(filter, claim) && (!mine || claim.assignee === actor.id)).length
  const ofMine = claims.filter((claim) => passes(show, claim) && claim.assignee === actor.id).length
  const hadDoors = useRef(false)
  // Stays while its dialog may be open over the last one.
  const hasDoors = (hadDoors.current ||= claims.some(mayBeSettledTogether))
  return (
    <div className={css['filters']} role="group" aria-label={t('claims.filters')} data-region="filter">
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
      {hasDoors && (
        <Suspense fallback={null}>
          <Doors />
        </Suspense>
      )}
      <Suspense fallback={null}>
        <CoverageDoor hub={coverage} />
      </Suspense>
      <Suspense fallback={null}>
        <ClaimFind />
      </Suspense>
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

/** Loosely: what is loaded then looks closer. */
const mayBeSettledTogether = (claim: DeskClaim): boolean =>
  claim.state === 'known' &&
  claim.stored.verdict !== null &&
  (claim.stored.verdict.proposed !== null || claim.standing === 'reworded')
