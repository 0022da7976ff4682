/** Many at once: all come at the same instant, all are at work when the server stops, all come back together. */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { articleDoc } from '#document/article-doc.ts'
import { fragmentName } from '#document/seed.ts'
import { TextIndex } from '#document/text-index.ts'
import { anArticle } from '../builders/article.ts'
import { allComeBack } from '../builders/comeback.ts'
import { longText } from '../builders/long-text.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { RawVisitor } from '../builders/raw-visitor.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'
import { doorOf, RawTypist, stateBehind, visit, watchOver } from '../builders/trial.ts'
import { until } from '../builders/until.ts'

let premises: Premises
let server: ServerProcess
let people: Person[]

beforeAll(async () => {
  premises = await somePremises()
}, 120_000)

beforeEach(async () => {
  server = await premises.start({ MAX_PEOPLE_PER_ARTICLE: '2000' })
  people = await Promise.all(['noor', 'karim', 'idris', 'sana', 'rafi'].map((who) => aPerson(server, who)))
}, 120_000)

afterEach(async () => {
  for (const person of people) person.leave()
  await server.stop()
}, 60_000)

afterAll(async () => {
  await premises?.clear()
}, 120_000)

const one = (): Person => {
  const [noor] = people
  if (noor === undefined) throw new Error('Nobody is here.')
  return noor
}

const doorsTo = (article: string) => Promise.all(people.map((person) => doorOf(person, article)))

function textOf(state: Uint8Array): string {
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  const index = new TextIndex(doc.getXmlFragment(fragmentName))
  const { text } = index
  index.destroy()
  doc.destroy()
  return text
}

test('D05 twenty people who open a fresh import at the same instant all have it exactly once, twenty times', async () => {
  for (let round = 0; round < 20; round += 1) {
    const { id } = await anArticle(one())
    const doors = await doorsTo(id)
    const visitors = Array.from({ length: 20 }, (_, person) => {
      const door = doors[person % doors.length]
      if (door === undefined) throw new Error('Nobody is here.')
      return new RawVisitor(door, { keepsState: true })
    })
    await Promise.all(visitors.map((visitor) => visitor.inStep()))
    const texts = new Set(visitors.map(({ state }) => textOf(state ?? new Uint8Array())))
    for (const { client } of visitors) client.drop()
    const { text } = await one().done<{ text: string }>('GET', `articles/${id}/text`)
    expect([...texts]).toEqual([text])
    expect(text.split('A clerk who has seen the file')).toHaveLength(2)
  }
})

test('D06 fifty people at work when the server is asked to stop: it says so first, ends in order, loses nothing acknowledged', async () => {
  const { id } = await anArticle(one())
  const doors = await doorsTo(id)
  const typists: RawTypist[] = []
  for (let person = 0; person < 50; person += 1) {
    const door = doors[person % doors.length]
    if (door !== undefined) typists.push(await RawTypist.at(door))
  }
  const typing = setInterval(() => typists.forEach((typist) => typist.type()), 200)
  await pause(2_000)
  let [saidAt, firstClosedAt] = [Infinity, Infinity]
  for (const { visitor } of typists) visitor.onEnd = () => (firstClosedAt = Math.min(firstClosedAt, performance.now()))
  const began = performance.now()
  const stopped = server.stop()
  // Several ask at once: one answer that takes long must not be the only one.
  const ask = async () => {
    while (saidAt === Infinity && performance.now() - began < 10_000) {
      const reply = await fetch(`${server.url}/health/ready`).catch(() => null)
      if (reply?.status === 503) saidAt = Math.min(saidAt, performance.now())
      if (reply === null) return
    }
  }
  const asking = Promise.all(Array.from({ length: 6 }, ask))
  expect(await stopped).toBe(0)
  const took = performance.now() - began
  clearInterval(typing)
  await asking
  expect(took).toBeLessThan(25_000)
  expect(saidAt, 'not ready is said').toBeLessThan(Infinity)
  expect(saidAt, 'not ready is said before the first socket closes').toBeLessThan(firstClosedAt)
  await until('everybody’s socket has ended', () => typists.every(({ visitor }) => visitor.client.ended !== null))
  const codes = new Set(typists.map(({ visitor }) => visitor.client.ended?.code))
  expect(
    [...codes].every((code) => code === 1012 || code === 1001),
    `codes ${[...codes].join(', ')}`,
  ).toBe(true)

  server = await premises.start()
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(await stateBehind(await doorOf(one(), id))))
  const lost = typists.filter(({ client, savedKeys }) => (clocks.get(client) ?? 0) < savedKeys)
  expect(lost).toEqual([])
  expect(typists.reduce((sum, { savedKeys }) => sum + savedKeys, 0)).toBeGreaterThan(200)
})

test('D13 a thousand people come back to an article of 1 MB after a restart, spread out, and the server keeps answering', async () => {
  const { id } = await anArticle(one(), { text: longText(1_000_000) })
  const doors = await doorsTo(id)
  const come = (person: number) => {
    const door = doors[person % doors.length]
    if (door === undefined) throw new Error('Nobody is here.')
    return new RawVisitor(door)
  }
  const visitors: RawVisitor[] = []
  for (let from = 0; from < 1_000; from += 25) {
    const group = Array.from({ length: 25 }, (_, index) => come(from + index))
    await Promise.all(group.map((visitor) => visitor.inStep()))
    visitors.push(...group)
  }
  expect(await server.stop()).toBe(0)
  const again: RawVisitor[] = []
  let watch: ReturnType<typeof watchOver> | null = null
  const back = premises.start({ MAX_PEOPLE_PER_ARTICLE: '2000' }).then((started) => {
    server = started
    watch = watchOver(started)
  })
  const { completeAfter, knockedAfter, turnedAway } = await allComeBack(
    visitors,
    (person) => {
      const visitor = come(person)
      again.push(visitor)
      return visitor
    },
    back,
  )
  await back
  const seen = await (watch as ReturnType<typeof watchOver> | null)?.stop()
  for (const { client } of again) client.drop()
  const last = Math.max(...completeAfter)
  const spread = Math.max(...knockedAfter) - Math.min(...knockedAfter)
  process.stdout.write(
    `D13: last after ${Math.round(last)} ms, spread ${Math.round(spread)} ms, ${JSON.stringify(seen)}, turned away ${JSON.stringify([...turnedAway])}\n`,
  )
  expect(completeAfter).toHaveLength(1_000)
  expect(last, 'ms until the last one is in step').toBeLessThan(30_000)
  expect(spread, 'ms over which they come').toBeGreaterThan(4_000)
  expect(seen?.lagMs, 'ms of lag').toBeLessThan(1_000)
  expect(seen?.memoryMb, 'MB').toBeLessThan(1_024)
}, 240_000)

test('D06 a visitor who comes while the server is on its way out is asked to come back', async () => {
  const { id } = await anArticle(one())
  const door = await doorOf(one(), id)
  const staying = await visit(door)
  const stopped = server.stop()
  const late = new RawVisitor(door)
  await late.client.opened
  expect(await stopped).toBe(0)
  // The process is gone; what it said last may still be on its way.
  for (const { client } of [late, staying]) await until('their socket has ended', () => client.ended)
  expect([1001, 1006, 1012, 1013]).toContain(late.client.ended?.code)
  expect([1001, 1012]).toContain(staying.client.ended?.code)
})
