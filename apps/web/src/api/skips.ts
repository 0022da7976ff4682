/** Suggested words that were skipped. Beside `api`, which every page loads: only the article desk asks for them. */
import { ask, at, oneArticle, type Sending, sentAs } from './ask.ts'

export const skipsApi = {
  skips: (newsroom: string, article: string) => ask(oneArticle.skips.$get(at({ newsroom, article }))),
  skip: (newsroom: string, article: string, words: string[], as: Sending) =>
    ask(oneArticle.skips.$post({ ...at({ newsroom, article }), json: { words } }, sentAs(as))),
  unskip: (newsroom: string, article: string, words: string[], as: Sending) =>
    ask(oneArticle.skips.withdrawal.$post({ ...at({ newsroom, article }), json: { words } }, sentAs(as))),
}
