/**
 * Carrying claims to a new draft: how long a thousand of them take across two drafts of 10,000 words (to reach: 300 ms), and how many
 * arrive where they belong. `npx vitest bench --run --project unit tests/bench/carry.bench.ts`; the second part needs the revisions,
 * a folder with pairs.jsonl and anchors.jsonl, named by REVISIONS.
 */
import { bench, describe } from 'vitest'
import { carry } from '#document/carry/carry.ts'
import { chance } from '../builders/chance.ts'
import { byClass, figures, halfOf, judge } from './carry-score.ts'

const dice = chance(11)
const letters = 'abcdefghijklmnopqrstuvwxyz'

/** Some words often, most of them rarely, as in any text. */
const vocabulary = Array.from({ length: 4_000 }, () =>
  Array.from({ length: 2 + dice.below(8) }, () => letters[dice.below(letters.length)]).join(''),
)
const aWord = () => vocabulary[Math.floor(vocabulary.length * dice.next() ** 4)] ?? 'the'
const aSentence = () => `${Array.from({ length: 8 + dice.below(20) }, aWord).join(' ')}.`

const sentences = Array.from({ length: 575 }, aSentence)
/** One sentence in five is reworded, taken out, moved or followed by a new one. */
const revised = sentences.flatMap((sentence): string[] => {
  const fate = dice.below(20)
  if (fate === 0) return []
  if (fate === 1) return [sentence, aSentence()]
  return fate <= 3 ? [sentence.replace(/ \w+ /, ` ${aWord()} ${aWord()} `)] : [sentence]
})
revised.push(...revised.splice(100, 40))

const inParagraphs = (all: readonly string[]) =>
  all.map((sentence, at) => (at % 5 === 4 ? `${sentence}\n` : `${sentence} `)).join('')
const [before, after] = [inParagraphs(sentences), inParagraphs(revised)]
const starts = [...before.matchAll(/\w+/g)].map(({ index }) => index)
const claims = Array.from({ length: 1_000 }, (_, at) => {
  const first = Math.floor((at * (starts.length - 20)) / 1_000)
  return { id: `C${at}`, start: starts[first] ?? 0, end: (starts[first + 1 + dice.below(12)] ?? 1) - 1 }
})

describe('a new draft', () => {
  bench(
    `${claims.length} claims across ${before.split(/\s+/).length} and ${after.split(/\s+/).length} words`,
    () => {
      carry(before, after, claims)
    },
    { iterations: 10, time: 2_000, warmupTime: 0, warmupIterations: 0 },
  )
})

const folder = process.env['REVISIONS']
const all = folder === undefined ? null : judge(folder)
if (all === null) console.warn('Name the revisions to judge by: REVISIONS=folder')
else {
  const half = (wanted: 'dev' | 'check') => figures(all.filter(({ anchor }) => halfOf(anchor.pair) === wanted))
  const [check, dev] = [half('check'), half('dev')]
  const rows = figures(all).map(({ name, reached, goal }, at) => [
    name,
    { 'to reach': goal, 'check half': check[at]?.reached, 'dev half': dev[at]?.reached, all: reached },
  ])
  console.table(Object.fromEntries(rows))
  console.table(byClass(all))
}
