/**
 * What a keystroke costs the server before it knows where every claim stands: the index that reads again only what changed, beside
 * reading the whole article, in the same run. 50,000 words, 400 claims. To reach: 0.2 ms for each update. The text is edited in the
 * measured time too, as a room does it: the Yjs update alone is the third row.
 * `npx vitest bench --run --project unit tests/bench/placement.bench.ts`
 */
import { bench, describe } from 'vitest'
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { place } from '#document/placement.ts'
import { documentFrom, fragmentName, seedUpdate } from '#document/seed.ts'
import { TextIndex } from '#document/text-index.ts'
import { chance } from '../builders/chance.ts'

const dice = chance(23)
const paragraphs = 1_000
const wordsEach = 50
const claims = 400

const aWord = () => 'abcdefghijklm'.slice(dice.below(8), 9 + dice.below(4))
const aParagraph = (_: unknown, at: number) => {
  const words = (count: number) => Array.from({ length: count }, aWord).join(' ')
  const plain = (text: string) => ({ type: 'text', text })
  if (at >= claims) return { type: 'paragraph', content: [plain(words(wordsEach))] }
  const id = `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`
  const marks = [{ type: 'claim', attrs: { id, kind: 'other' } }]
  const parts = [plain(`${words(20)} `), { ...plain(words(10)), marks }, plain(` ${words(20)}`)]
  return { type: 'paragraph', content: parts }
}
const content = Array.from({ length: paragraphs }, aParagraph)
const seed = seedUpdate(documentFrom({ type: 'doc', content })).update

function anArticle() {
  const doc = articleDoc()
  Y.applyUpdate(doc, seed)
  const fragment = doc.getXmlFragment(fragmentName)
  const blocks = fragment.toArray() as Y.XmlElement[]
  /** One key somewhere in the article; every other time one is taken back, so that the text stays as long as it is. */
  let typed: Y.XmlText | null = null
  const key = () => {
    if (typed !== null) {
      typed.delete(3, 1)
      typed = null
    } else {
      typed = blocks[dice.below(paragraphs)]?.get(0) as Y.XmlText
      typed.insert(3, 'x')
    }
  }
  return { fragment, key }
}

/** Every claim's words and ranges, as a room hands them to the rows. */
function placeAll(index: TextIndex): number {
  const { text } = index
  let pieces = 0
  for (const [, runs] of index.runs()) pieces += place(text, runs, null)?.ranges.length ?? 0
  return pieces
}

const options = { time: 3_000, warmupTime: 500 }

describe(`where ${claims} claims stand after an edit, in ${paragraphs * wordsEach} words`, () => {
  const kept = anArticle()
  const index = new TextIndex(kept.fragment)
  if (placeAll(index) !== claims) throw new Error('Not every claim was found.')
  bench(
    'only what changed is read again',
    () => {
      kept.key()
      placeAll(index)
    },
    options,
  )

  const whole = anArticle()
  bench(
    'everything is read again',
    () => {
      whole.key()
      const anew = new TextIndex(whole.fragment)
      placeAll(anew)
      anew.destroy()
    },
    options,
  )

  const bare = anArticle()
  bench('the Yjs update alone', () => bare.key(), options)
})
