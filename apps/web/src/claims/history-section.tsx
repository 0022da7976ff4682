/** Who did what to this claim and when, newest first, with the words at that time. Asked for when it is opened. */
import { useState } from 'react'
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import { type Stance, stances } from '#domain/evidence.ts'
import { type Rating, ratings } from '#domain/rating.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { useHistory } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords, type Words } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { Difference } from './difference.tsx'
import css from './inspector.module.css'

export function HistorySection({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={css['section']}>
      <h3>
        <button type="button" className={css['disclosure']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon glyph={isOpen ? 'chevron-down' : 'chevron-end'} size={12} />
          {t('history.heading')}
        </button>
      </h3>
      {isOpen && <Entries claim={claim} />}
    </section>
  )
}

function Entries({ claim }: { claim: KnownClaim }) {
  const { t, whyNot } = useWords()
  const { newsroom, article } = useDesk()
  const history = useHistory(newsroom.slug, article.id, claim.id)
  if (history.isPending) return <p className={css['hint']}>{t('history.loading')}</p>
  if (history.isError) return <p className={css['whyNot']}>{whyNot('server-trouble')}</p>
  if (history.data.length === 0) return <p className={css['hint']}>{t('history.none')}</p>
  return (
    <ol className={css['entries']}>
      {history.data.map((entry) => (
        <li key={entry.seq} className={css['entry']}>
          <p>
            <strong>{personOf(newsroom, entry.by).name}</strong>{' '}
            {whatHappened(entry, t, (id) => personOf(newsroom, id).name)}{' '}
            <span className={css['by']}>
              <Moment at={entry.at} zone={newsroom.zone} />
            </span>
          </p>
          <FreeText entry={entry} />
          <WordsThen event={entry.event} />
        </li>
      ))}
    </ol>
  )
}

/** A reason; of evidence, where to look and what stands there, which come as JSON. */
function FreeText({ entry }: { entry: HistoryEntry }) {
  const told = entry.type === 'evidence-attached' ? detailsIn(entry.text) : text(entry.text)
  return (
    told !== null && (
      <p className={css['entryText']} dir="auto">
        {told}
      </p>
    )
  )
}

function detailsIn(json: string | null): string | null {
  if (json === null) return null
  try {
    const details = JSON.parse(json) as { locator?: unknown; excerpt?: unknown } | null
    return [text(details?.locator), text(details?.excerpt)].filter((part) => part !== null).join(' · ') || null
  } catch {
    return text(json)
  }
}

function WordsThen({ event }: { event: HistoryEntry['event'] }) {
  const { t } = useWords()
  const { article } = useDesk()
  const [before, after] = [text(event['before']), text(event['after'])]
  if (event['type'] === 'claim-reworded' && before !== null && after !== null) {
    return <Difference before={before} after={after} language={article.language} />
  }
  const words = text(event['words'])
  if (words === null) return null
  return (
    <p className={css['entryWords']} dir="auto" lang={article.language} title={t('history.wordsThen')}>
      {words}
    </p>
  )
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const oneOf = <T extends string>(all: readonly T[], value: unknown, otherwise: T): T =>
  all.find((one) => one === value) ?? otherwise

function whatHappened({ type, event }: HistoryEntry, t: Words['t'], nameOf: (id: string) => string): string {
  const kind = () => t(`kind.${oneOf<ClaimKind>(claimKinds, event['kind'], 'other')}`)
  const rating = () => t(`rating.${oneOf<Rating>(ratings, event['rating'], 'confirmed')}`)
  switch (type) {
    case 'claim-marked':
    case 'claim-kind-changed':
      return t(`history.${type}`, { kind: kind() })
    case 'verdict-given':
    case 'claim-signed-off':
      return t(`history.${type}`, { rating: rating() })
    case 'claim-assigned': {
      const to = text(event['to'])
      return to === null ? t('history.claim-unassigned') : t('history.claim-assigned', { name: nameOf(to) })
    }
    case 'evidence-attached':
      return t('history.evidence-attached', {
        stance: t(`stance.${oneOf<Stance>(stances, event['stance'], 'context')}`),
      })
    case 'article-imported':
    case 'claim-reworded':
    case 'claim-detached':
    case 'claim-restored':
    case 'claim-withdrawn':
    case 'still-held':
    case 'evidence-removed':
      return t(`history.${type}`)
    default:
      return t('history.other')
  }
}
