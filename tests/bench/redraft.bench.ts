/**
 * Bringing in a new draft of 10,000 words with 300 paragraphs that read otherwise and 1,000 claims: the edit alone, and what the server's
 * loop bears for it in all. `npx vitest bench --run --project unit tests/bench/redraft.bench.ts`. To reach: well under a second.
 */
import { bench, describe } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import type { DocumentJson } from '#document/draft.ts'
import { carriedClaims } from '#document/redraft/carried-claims.ts'
import { redraft } from '#document/redraft/redraft.ts'
import { withClaims } from '#document/redraft/target.ts'
import { typedSince } from '#document/redraft/typed-since.ts'
import { documentFrom, seedUpdate } from '#document/seed.ts'
import { textOf } from '#document/text.ts'
import { chance } from '../builders/chance.ts'

const dice = chance(11)
const letters = 'abcdefghijklmnopqrstuvwxyz'
const vocabulary = Array.from({ length: 4_000 }, () =>
  Array.from({ length: 2 + dice.below(8) }, () => letters[dice.below(letters.length)]).join(''),
)
const aWord = () => vocabulary[Math.floor(vocabulary.length * dice.next() ** 4)] ?? 'the'
const aParagraph = () => `${Array.from({ length: 20 }, aWord).join(' ')}.`

const before = Array.from({ length: 500 }, aParagraph)
/** Three in five have another word, or two, somewhere inside; ten go, ten come, ten move. */
const after = before
  .map((words, at) => (at % 5 < 3 ? words.replace(/ \w+ (\w+) /, ` ${aWord()} $1 ${aWord()} `) : words))
  .flatMap((words, at) => (at % 50 === 3 ? [] : at % 50 === 9 ? [words, aParagraph()] : [words]))
after.push(...after.splice(200, 10))

const documentOf = (paragraphs: readonly string[]): DocumentJson => ({
  type: 'doc',
  content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
const [old, young] = [documentFrom(documentOf(before)), documentFrom(documentOf(after))]
const [textBefore, textAfter] = [textOf(old).text, textOf(young).text]
const starts = [...textBefore.matchAll(/\w+/g)].map(({ index }) => index)
const claims = Array.from({ length: 1_000 }, (_, at) => {
  const first = Math.floor((at * (starts.length - 20)) / 1_000)
  const ranges = [{ from: starts[first] ?? 0, to: (starts[first + 1 + dice.below(8)] ?? 1) - 1 }]
  return { id: `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`, kind: 'statistic', ranges }
})
const state = seedUpdate(withClaims(old, claims)).update
const targets = carriedClaims(textBefore, textAfter, claims).map(({ id, after: ranges }) => ({
  id,
  kind: 'statistic',
  ranges,
}))
const { update } = redraft(state, 7, { document: young, claims: targets })
if (update === null) throw new Error('The two drafts are the same.')

const once = { iterations: 10, time: 1_000, warmupTime: 0, warmupIterations: 1 }

describe(`a new draft of ${starts.length} words, ${claims.length} claims, ${update.length} bytes of change`, () => {
  bench('where each claim went', () => void carriedClaims(textBefore, textAfter, claims), once)
  bench('the edit', () => void redraft(state, 7, { document: young, claims: targets }), once)
  bench('the edit, the same text', () => void redraft(state, 7, { document: old, claims }), once)
  bench('who has typed since', () => void typedSince(state, state), once)
  bench(
    'the text after it',
    () => {
      const doc = articleDoc()
      Y.applyUpdate(doc, state)
      Y.applyUpdate(doc, update)
    },
    once,
  )
})
