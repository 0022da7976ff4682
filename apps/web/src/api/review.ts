/** An article on its way to print: the gate, the steps, and what may leave. */
import type { GateRule } from '#domain/gate.ts'
import { ask, at, oneArticle, oneClaim } from './ask.ts'
import type { SeenOnScreen } from './claims.ts'

export const reviewApi = {
  review: (newsroom: string, article: string) => ask(oneArticle.review.$get(at({ newsroom, article }))),
  askForReview: (newsroom: string, article: string, note: string) =>
    ask(oneArticle['review-requests'].$post({ ...at({ newsroom, article }), json: { note } })),
  sendBack: (newsroom: string, article: string, note: string) =>
    ask(oneArticle['send-backs'].$post({ ...at({ newsroom, article }), json: { note } })),
  approve: (newsroom: string, article: string, seen: string) =>
    ask(oneArticle.approvals.$post({ ...at({ newsroom, article }), json: { seen } })),
  publish: (newsroom: string, article: string) =>
    ask(oneArticle.publication.$post({ ...at({ newsroom, article }), json: {} })),
  acceptException: (
    newsroom: string,
    article: string,
    claim: string,
    exception: SeenOnScreen & { rule: GateRule; why: string },
  ) => ask(oneClaim.exceptions.$post({ ...at({ newsroom, article, claim }), json: exception })),
  noteLook: (newsroom: string, article: string, seq: number) =>
    ask(oneArticle.looks.$post({ ...at({ newsroom, article }), json: { seq } })),
  /** What of an article may leave the house: also what is printed. */
  articleExport: (newsroom: string, article: string) => ask(oneArticle.exports.json.$get(at({ newsroom, article }))),
  /** For a link: the browser downloads it. */
  exportAddress: (newsroom: string, article: string, format: 'csv' | 'json' | 'annotations'): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/articles/${encodeURIComponent(article)}/exports/${format}`,
  bringAnnotationsIn: (newsroom: string, article: string, sent: object) =>
    // Whatever it is: the server answers for each of them.
    ask(oneArticle.annotations.$post({ ...at({ newsroom, article }), json: sent as Record<string, unknown> })),
}
