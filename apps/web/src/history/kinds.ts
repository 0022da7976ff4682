/** Which events each kind of the history's filter stands for; every type of event is in exactly one. */
import type { ArticleEvent } from '#domain/event.ts'
import type { HistoryKind } from '#web/frame/search.ts'

const kindOf: Record<ArticleEvent['type'], HistoryKind> = {
  'verdict-given': 'verdicts',
  'verdict-taken-back': 'verdicts',
  'still-held': 'verdicts',
  'wording-applied': 'wording',
  'element-checked': 'verdicts',
  'truth-found': 'verdicts',
  'claim-asserted': 'marking',
  'claim-signed-off': 'verdicts',
  'sign-off-taken-back': 'verdicts',
  'claim-reworded': 'wording',
  'claim-detached': 'wording',
  'claim-restored': 'wording',
  'claim-marked': 'marking',
  'claim-relinked': 'wording',
  'claim-merged': 'marking',
  'claim-split': 'marking',
  'claim-withdrawn': 'marking',
  'claim-kind-changed': 'marking',
  'claim-assigned': 'marking',
  'claim-risk-set': 'marking',
  'claim-due-set': 'marking',
  'sentences-ticked': 'marking',
  'sentences-unticked': 'marking',
  'suggestions-skipped': 'marking',
  'suggestions-restored': 'marking',
  'evidence-attached': 'sources',
  'evidence-removed': 'sources',
  'claim-reopened': 'sources',
  'talk-said': 'talk',
  'talk-resolved': 'talk',
  'query-asked': 'talk',
  'query-answered': 'talk',
  'query-decided': 'talk',
  'review-requested': 'review',
  'sent-back': 'review',
  'article-approved': 'review',
  'article-published': 'review',
  'exception-accepted': 'review',
  'version-made': 'review',
  'article-imported': 'article',
  'draft-imported': 'article',
  'article-changed': 'article',
  'article-access-changed': 'article',
  'article-assigned': 'article',
  'text-erased': 'article',
}

const of = (kind: HistoryKind): string[] =>
  Object.entries(kindOf).flatMap(([type, its]) => (its === kind ? [type] : []))

export const typesOf: Record<HistoryKind, string[]> = {
  verdicts: of('verdicts'),
  wording: of('wording'),
  marking: of('marking'),
  sources: of('sources'),
  talk: of('talk'),
  review: of('review'),
  article: of('article'),
}
