/** What is said on a claim, and what is asked of people. */
import { ask, at, oneClaim } from './ask.ts'

export const talkApi = {
  talk: (newsroom: string, article: string, claim: string) => ask(oneClaim.talk.$get(at({ newsroom, article, claim }))),
  say: (newsroom: string, article: string, claim: string, remark: { text: string; mentions: string[] }) =>
    ask(oneClaim.talk.$post({ ...at({ newsroom, article, claim }), json: remark })),
  resolve: (newsroom: string, article: string, claim: string, entry: string) =>
    ask(oneClaim.talk[':entry'].resolution.$post(at({ newsroom, article, claim, entry }))),
  askQuery: (newsroom: string, article: string, claim: string, query: { to: string; text: string }) =>
    ask(oneClaim.queries.$post({ ...at({ newsroom, article, claim }), json: query })),
  answerQuery: (newsroom: string, article: string, claim: string, query: string, text: string) =>
    ask(oneClaim.queries[':query'].answer.$post({ ...at({ newsroom, article, claim, query }), json: { text } })),
  decideQuery: (newsroom: string, article: string, claim: string, query: string, text: string) =>
    ask(oneClaim.queries[':query'].decision.$post({ ...at({ newsroom, article, claim, query }), json: { text } })),
}
