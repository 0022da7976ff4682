/** Sentences in which there is nothing to check. */
import type { TickReason } from '#domain/tick.ts'
import { ask, at, oneArticle, type Sending, sentAs } from './ask.ts'

export const ticksApi = {
  ticks: (newsroom: string, article: string) => ask(oneArticle.ticks.$get(at({ newsroom, article }))),
  tick: (
    newsroom: string,
    article: string,
    asked: { sentences: string[]; reason: TickReason; why: string },
    as: Sending,
  ) => ask(oneArticle.ticks.$post({ ...at({ newsroom, article }), json: asked }, sentAs(as))),
  untick: (newsroom: string, article: string, sentences: string[], as: Sending) =>
    ask(oneArticle.ticks.withdrawal.$post({ ...at({ newsroom, article }), json: { sentences } }, sentAs(as))),
}
