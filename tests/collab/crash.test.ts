/**
 * The server is killed at moments chosen by chance, while people write and decide. Whatever was acknowledged, and whatever anybody
 * else had seen, is there when it comes back; nothing else is promised, and nobody's text is lost.
 * KILLS=100 kills more often; SEED=n chooses other moments.
 */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleDoc } from '#document/article-doc.ts'
import { clearOfPairs } from '#document/placement.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { anArticle } from '../builders/article.ts'
import { type Chance, chance } from '../builders/chance.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'
import { until } from '../builders/until.ts'

const kills = Number(process.env['KILLS'] ?? 6)
const seed = Number(process.env['SEED'] ?? 7)

let premises: Premises
let server: ServerProcess
let people: { noor: Person; karim: Person; idris: Person }
let article: string

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  const [noor, karim, idris] = await Promise.all(['noor', 'karim', 'idris'].map((who) => aPerson(server, who)))
  if (noor === undefined || karim === undefined || idris === undefined) throw new Error('Somebody is missing.')
  people = { noor, karim, idris }
  article = (await anArticle(noor)).id
  await noor.done('POST', `articles/${article}/claims`, { exact: 'At least 14 people drowned', kind: 'casualty' })
}, 120_000)

afterAll(async () => {
  for (const person of Object.values(people ?? {})) person.leave()
  await premises?.clear()
}, 120_000)

/** What is promised to be there after the kill. */
interface Promised {
  readonly updates: Uint8Array[]
  readonly claims: Set<string>
  readonly decisions: Set<number>
}

const promised: Promised = { updates: [], claims: new Set(), decisions: new Set() }

/** Types, erases, marks and judges until told to stop. Requests that the kill cuts off promise nothing. */
async function evening(editors: readonly TestEditor[], random: Chance, isOver: () => boolean): Promise<void> {
  const judging = (async () => {
    while (!isOver()) {
      const claims = await people.noor.claims(article).catch(() => [])
      for (const { id } of claims) promised.claims.add(id)
      if (claims.length > 0) {
        const { id, words: wordsSeen, verdict } = random.pick(claims)
        const judged = { wordsSeen, verdictSeen: verdict?.seq ?? null, rating: 'confirmed' }
        const link = { source: { kind: 'other', title: 'A note' }, stance: 'context', locator: 'p. 1' }
        const [what, body] = random.pick([['verdicts', judged] as const, ['evidence', link] as const])
        const path = `articles/${article}/claims/${id}/${what}`
        const reply = await people.noor.api('POST', path, body).catch(() => null)
        if (reply?.status === 201) promised.decisions.add((reply.body as { seq: number }).seq)
      }
      await pause(random.below(20))
    }
  })()
  const writing = editors.map(async (editor) => {
    while (!isOver()) {
      for (let keys = random.below(6); keys >= 0; keys -= 1) oneChange(editor, random)
      await pause(random.below(15))
    }
  })
  await Promise.all([judging, ...writing])
}

function oneChange(editor: TestEditor, random: Chance): void {
  const { text } = editor
  const from = clearOfPairs(text, random.below(text.length - 12))
  const to = clearOfPairs(text, from + 1 + random.below(9))
  const what = random.next()
  if (what < 0.8 || text.length < 400) editor.type(from, random.pick(['a', 'word ', '’', '— ', 'é']))
  else if (what < 0.95) editor.eraseRange(from, to)
  else if (/\w/.test(text.slice(from, to))) editor.markRange(from, to, 'statistic')
}

/** What the server must hold, judged by somebody who was not there: these updates bring nothing new. */
async function expectKept(): Promise<void> {
  const reader = await people.idris.open(article)
  const kept = Y.snapshot(reader.doc)
  const copy = articleDoc()
  for (const update of [Y.encodeStateAsUpdate(reader.doc), ...promised.updates]) Y.applyUpdate(copy, update)
  expect(Y.equalSnapshots(Y.snapshot(copy), kept), 'acknowledged or seen text is missing').toBe(true)
  expect(copy.store.pendingStructs).toBeNull()
  copy.destroy()
  const claims = new Set((await people.idris.claims(article)).map(({ id }) => id))
  expect([...promised.claims].filter((id) => !claims.has(id))).toEqual([])
  const { entries } = await people.idris.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)
  const given = new Set(entries.map(({ seq }) => seq))
  expect([...promised.decisions].filter((seq) => !given.has(seq))).toEqual([])
  reader.close()
}

test(
  `D01 LG9 what was acknowledged or seen by anybody survives ${kills} kills of the server`,
  { timeout: 60_000 + kills * 15_000 },
  async () => {
    const random = chance(seed)
    const editors = [await people.noor.open(article), await people.karim.open(article)]
    for (let round = 1; round <= kills; round += 1) {
      let over = false
      const decided = promised.decisions.size
      const busy = evening(editors, random, () => over)
      // Moments are counted in acknowledgements, so that a slow machine is killed in the middle of things too.
      const enough = 1 + random.below(60)
      const acknowledged = () => editors.reduce((sum, editor) => sum + editor.saved, 0)
      await until('the evening has begun', () => acknowledged() >= enough, 30_000)
      if (round % 2 === 0) await until('something was decided', () => promised.decisions.size > decided, 30_000)
      await pause(random.below(30))
      await server.kill()
      over = true
      for (const editor of editors) {
        promised.updates.push(...editor.told.slice(0, editor.saved), ...editor.heard.splice(0))
        await editor.offline()
      }
      await busy
      server = await premises.start()
      await expectKept()
      await Promise.all(editors.map((editor) => editor.online()))
      await Promise.all(editors.map((editor) => editor.whenSaved()))
      await until('both converge', () => editors[0]?.text === editors[1]?.text)
      // Told to the others is what they had; so from here on the whole text is promised, and the list may stay short.
      promised.updates.splice(0, Infinity, Y.encodeStateAsUpdate(editors[0]?.doc ?? new Y.Doc()))
    }
    const [noors, karims] = editors
    expect(Y.encodeStateVector(noors?.doc ?? new Y.Doc())).toEqual(Y.encodeStateVector(karims?.doc ?? new Y.Doc()))
    expect(promised.decisions.size).toBeGreaterThanOrEqual(Math.floor(kills / 2))
    const inText = [...(noors?.claims ?? [])].filter(([, words]) => words.trim() !== '').map(([id]) => id)
    await until('every mark in the text is a claim', async () => {
      const logged = new Set((await people.idris.claims(article)).map(({ id }) => id))
      return inText.every((id) => logged.has(id))
    })
    expect(server.said()).toBe('')
  },
)

test('RM7 a server asked to stop says so to every socket, keeps what was typed and ends with 0', async () => {
  const noors = await people.noor.open(article)
  const live = await people.karim.live()
  noors.type(0, 'Last words. ')
  expect(await server.stop()).toBe(0)
  expect([1001, 1012]).toContain((await noors.connection?.closed())?.code)
  expect([1001, 1012]).toContain((await live.closed()).code)
  const acknowledged = noors.saved === noors.sent
  server = await premises.start()
  const reader = await people.idris.open(article)
  if (acknowledged) expect(reader.text).toContain('Last words.')
  await noors.online()
  await noors.whenSaved()
  await until('the text is whole again', () => reader.text === noors.text && reader.text.includes('Last words.'))
})
