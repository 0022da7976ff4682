/**
 * Three people on one article, by chance: they write, split, mark, judge, lose their connection and come back. Whatever the morning,
 * everyone ends with the same text, and the claims are exactly the marks. FUZZ_RUNS=500 looks longer; FUZZ_SEED and FUZZ_PATH as a
 * failure prints them repeat it.
 */
import { setTimeout as pause } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { clearOfPairs } from '#document/placement.ts'
import { ratings } from '#domain/rating.ts'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { anArticle } from '../builders/article.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 25)
const path = process.env['FUZZ_PATH']
const seed = Number(process.env['FUZZ_SEED'] ?? 20_160_313)

let server: TestServer
let people: Person[]

beforeAll(async () => {
  server = await aServer()
  people = await Promise.all(['noor', 'karim', 'idris'].map((who) => aPerson(server, who)))
})

afterAll(async () => {
  for (const person of people ?? []) person.leave()
  await server?.stop()
})

const place = fc.nat(600)
const length = fc.integer({ min: 1, max: 40 })
const who = fc.nat(2)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type'),
      who,
      at: place,
      words: fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('erase'), who, at: place, length }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('mark'), who, at: place, length }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split'), who, at: place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo'), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('judge'), who, which: fc.nat(20), rating: fc.constantFrom(...ratings) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop'), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return'), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat(12) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Mornings on which something once went wrong. */
const keptFailures: [Step[]][] = []

const text = `A night at the weir\n\n${'The gate was opened at 4, they say. Nobody rang a bell. '.repeat(5)}\n\nIt was 📁 the oldest.\n`

async function take(one: Step, article: string, editors: readonly TestEditor[], marked: Set<string>): Promise<void> {
  if (one.do === 'wait' && 'ms' in one) return pause(one.ms)
  const index = 'who' in one ? one.who : 0
  const [editor, person] = [editors[index], people[index]]
  if (editor === undefined || person === undefined) throw new Error('There are three people.')
  const whole = editor.text
  const from = clearOfPairs(whole, Math.min('at' in one ? one.at : 0, whole.length))
  const to = clearOfPairs(whole, Math.min(from + ('length' in one ? one.length : 0), whole.length))
  switch (one.do) {
    case 'type':
      return editor.type(from, 'words' in one ? one.words : '')
    case 'erase':
      return whole.length > 60 ? editor.eraseRange(from, to) : undefined
    case 'mark':
      if (whole.slice(from, to).trim() !== '') marked.add(editor.markRange(from, to, 'statistic'))
      return
    case 'split':
      return editor.split(from)
    case 'undo':
      return editor.undo()
    case 'judge': {
      const claims = await person.claims(article)
      const claim = 'which' in one ? claims[one.which % Math.max(1, claims.length)] : undefined
      if (claim === undefined || !('rating' in one)) return
      const seen = { wordsSeen: claim.words, verdictSeen: claim.verdict?.seq ?? null }
      const body = { ...seen, rating: one.rating, why: 'Asked twice.' }
      const { status } = await person.api('POST', `articles/${article}/claims/${claim.id}/verdicts`, body)
      expect([201, 409]).toContain(status)
      return
    }
    case 'drop':
      return editor.offline()
    case 'return':
      await comeBack(editor)
  }
}

/** As a page does: after a lost connection, and when the server asks to come back in a moment. */
async function comeBack(editor: TestEditor): Promise<void> {
  const ended = editor.connection?.ended
  if (editor.connection === null || ended?.code === 1012 || ended?.code === 1013) await editor.connect()
}

async function aMorning(steps: readonly Step[]): Promise<void> {
  const [noor] = people as [Person]
  const { id: article } = await anArticle(noor, { text })
  const editors = await Promise.all(people.map((person) => person.open(article)))
  const marked = new Set<string>()
  for (const one of steps) await take(one, article, editors, marked)

  await until('everyone is back and everything is on disk', async () => {
    for (const editor of editors) await comeBack(editor)
    return editors.every(({ isSaved }) => isSaved)
  })
  await until('everyone has the same text', () => new Set(editors.map((editor) => editor.text)).size === 1)
  const [editor] = editors as [TestEditor]
  expect(await noor.done('GET', `articles/${article}/text`)).toMatchObject({ text: editor.text })

  // Not the words alone: their marks, and what has been erased. The server's copy is what a newcomer gets.
  const newcomer = await noor.open(article)
  const same = ({ doc }: TestEditor) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(newcomer.doc))
  expect(editors.map(same), 'a newcomer has another text than those who were there').toEqual([true, true, true])
  newcomer.close()

  const inText = new Map([...editor.claims].filter(([, words]) => words.trim() !== ''))
  let claims: ClaimView[] = []
  const differences = async () => {
    claims = await noor.claims(article)
    const standing = new Map(claims.filter(({ place: at }) => at !== 'detached').map((claim) => [claim.id, claim]))
    const otherWords = [...standing.values()].filter(
      (one) => one.doubled === 0 && editor.claims.get(one.id) !== one.words,
    )
    const notLogged = [...inText].filter(([id]) => !standing.has(id))
    return { otherWords: otherWords.map(({ id, words }) => [id, words, editor.claims.get(id)]), notLogged }
  }
  await until('the claims are the marks', async () => {
    const { otherWords, notLogged } = await differences()
    return otherWords.length + notLogged.length === 0
  }).catch(() => undefined)
  expect(await differences()).toEqual({ otherWords: [], notLogged: [] })
  // None that nobody made, none twice, numbered as they came; what is not in the text any more is detached, not gone.
  expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1))
  expect(claims.filter(({ id }) => !marked.has(id))).toEqual([])
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)
  const logged = entries.filter(({ type }) => type === 'claim-marked').map(({ claim }) => claim?.id)
  expect(logged.toSorted()).toEqual(claims.map(({ id }) => id).toSorted())
  for (const one of editors) one.close()
}

test(
  `CV1 after any of ${numRuns} mornings everyone has the same text, and the claims are the marks`,
  { timeout: 60_000 + numRuns * 20_000 },
  async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), aMorning)
    await fc.assert(property, {
      numRuns,
      seed,
      endOnFailure: true,
      examples: keptFailures,
      ...(path === undefined ? {} : { path }),
    })
    expect(server.errors).toEqual([])
  },
)
