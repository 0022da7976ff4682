/** Suggested words that were skipped. Beside `api`, since the desk asks for them only once suggestions are loaded. */
import { ask, at, oneArticle } from './ask.ts'

export const skipsApi = {
  skips: (newsroom: string, article: string) => ask(oneArticle.skips.$get(at({ newsroom, article }))),
  skip: (newsroom: string, article: string, words: string[]) =>
    ask(oneArticle.skips.$post({ ...at({ newsroom, article }), json: { words } })),
  unskip: (newsroom: string, article: string, words: string[]) =>
    ask(oneArticle.skips.withdrawal.$post({ ...at({ newsroom, article }), json: { words } })),
}
