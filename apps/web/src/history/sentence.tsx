/** What happened, as one sentence: who, what, and the claim's words at that time in their own language and direction. */
import { Fragment, type ReactNode } from 'react'
import type { ArticleEvent } from '#domain/event.ts'
import type { Reopening } from '#domain/reopening.ts'
import type { HistoryEntry, NewsroomView } from '#protocol/view.ts'
import { personOf } from '#web/claims/desk.ts'
import type { WordKey } from '#web/words/catalogue.ts'
import { type Words, type WordValues, useWords } from '#web/words/words.tsx'
import '#web/words/ticks.ts'

/** Stand for the name and the words until the sentence is made; no text has them. */
const name = '\uE000'
const words = '\uE001'

/** As the sentence chooses by; its language has no hyphens. */
const because = {
  'source-withdrawn': 'withdrawn',
  'source-corrected': 'corrected',
  'publication-date-changed': 'date',
} as const satisfies Record<Reopening, string>

interface Told {
  readonly key: WordKey
  readonly values?: WordValues
}

export function Sentence(props: { entry: HistoryEntry; newsroom: NewsroomView; language: string }) {
  const { entry, newsroom, language } = props
  const { t } = useWords()
  // The server has checked its shape; a type from a newer server falls through to the sentence for others.
  const event = entry.event as unknown as ArticleEvent
  const other = entry.other === null ? '' : t('claim.number', { number: entry.other.number })
  const { key, values } = tell(event, t, (person) => personOf(newsroom, person).name)
  const slots: Record<string, ReactNode> = {
    [name]: <strong>{personOf(newsroom, entry.by).name}</strong>,
    [words]: (
      <bdi lang={language} dir="auto">
        {shortened(entry.words ?? sentenceIn(event))}
      </bdi>
    ),
  }
  const parts = t(key, { name, words, other, ...values }).split(/([\uE000\uE001])/u)
  return (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>{slots[part] ?? part}</Fragment>
      ))}
    </>
  )
}

const longest = 90

function shortened(text: string): string {
  const characters = [...text]
  return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text
}

/** Of an event about sentences the first of them; about a claim, its words come with the entry. */
function sentenceIn(event: ArticleEvent): string {
  if (event.type === 'sentences-ticked') return event.sentences[0]?.words ?? ''
  return 'words' in event && Array.isArray(event.words) ? (event.words[0] ?? '') : ''
}

function tell(event: ArticleEvent, t: Words['t'], nameOf: (person: string) => string): Told {
  switch (event.type) {
    case 'article-access-changed':
      return event.open === 'newsroom'
        ? { key: 'happened.article-opened' }
        : { key: 'happened.article-closed', values: { count: event.people.length } }
    case 'article-assigned':
      return event.people.length === 0
        ? { key: 'happened.article-unassigned' }
        : { key: 'happened.article-assigned', values: { people: event.people.map(nameOf).join(', ') } }
    case 'version-made':
      return { key: 'happened.version-made', values: { number: event.number } }
    case 'draft-imported':
    case 'review-requested':
    case 'article-approved':
    case 'article-published':
      return { key: `happened.${event.type}`, values: { number: event.version } }
    case 'text-erased':
      return { key: 'happened.text-erased', values: { number: event.of } }
    case 'claim-marked':
    case 'claim-kind-changed':
      return { key: `happened.${event.type}`, values: { kind: t(`kind.${event.kind}`) } }
    case 'claim-assigned':
      return event.to === null
        ? { key: 'happened.claim-unassigned' }
        : { key: 'happened.claim-assigned', values: { to: nameOf(event.to) } }
    case 'claim-risk-set':
      return { key: 'happened.claim-risk-set', values: { risk: event.risk } }
    case 'claim-due-set':
      return { key: event.dueAt === null ? 'happened.claim-due-cleared' : 'happened.claim-due-set' }
    case 'claim-reopened':
      return {
        key: 'happened.claim-reopened',
        values: { because: because[event.because] },
      }
    case 'exception-accepted':
      return { key: 'happened.exception-accepted', values: { rule: t(`review.rule.${event.rule}`) } }
    case 'element-checked':
      return {
        key: event.finding === null ? 'happened.element-cleared' : 'happened.element-checked',
        values: { element: event.element, finding: event.finding?.replace('-', '') ?? '' },
      }
    case 'truth-found':
      return event.rating === null
        ? { key: 'happened.truth-cleared' }
        : { key: 'happened.truth-found', values: { rating: t(`rating.${event.rating}`) } }
    case 'claim-asserted':
      return event.asserter === null
        ? { key: 'happened.claim-unasserted' }
        : { key: 'happened.claim-asserted', values: { kind: event.asserter } }
    case 'query-asked':
      return { key: 'happened.query-asked', values: { to: nameOf(event.to) } }
    case 'verdict-given':
    case 'claim-signed-off':
      return { key: `happened.${event.type}`, values: { rating: t(`rating.${event.rating}`) } }
    case 'evidence-attached':
      return { key: 'happened.evidence-attached', values: { stance: t(`stance.${event.stance}`) } }
    case 'sentences-ticked':
      return {
        key: 'happened.sentences-ticked',
        values: { rest: event.sentences.length - 1, reason: t(`tick.reason.${event.reason}`) },
      }
    case 'sentences-unticked':
    case 'suggestions-skipped':
    case 'suggestions-restored':
      return { key: `happened.${event.type}`, values: { rest: event.words.length - 1 } }
    case 'article-imported':
    case 'article-changed':
    case 'sent-back':
    case 'claim-reworded':
    case 'claim-detached':
    case 'claim-restored':
    case 'claim-relinked':
    case 'claim-merged':
    case 'claim-split':
    case 'claim-withdrawn':
    case 'talk-said':
    case 'talk-resolved':
    case 'query-answered':
    case 'query-decided':
    case 'still-held':
    case 'wording-applied':
    case 'verdict-taken-back':
    case 'evidence-removed':
    case 'sign-off-taken-back':
      return { key: `happened.${event.type}` }
    default:
      return { key: 'happened.other' }
  }
}
