/** The server dies, or is started anew, under people who are at work. */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArticle } from '../builders/article.ts'
import { chance } from '../builders/chance.ts'
import { keysOf } from '../builders/key-update.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'
import { doorOf, RawTypist, stateBehind } from '../builders/trial.ts'
import { until } from '../builders/until.ts'

let premises: Premises
let server: ServerProcess
let noor: Person
let karim: Person
let article: string

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
  article = (await anArticle(noor)).id
}, 120_000)

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await premises?.clear()
}, 120_000)

const clocksOf = (state: Uint8Array) => Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state))

test('D01 what was acknowledged, or shown to the other, survives kill -9 at 20 moments chosen by chance', async () => {
  const random = chance(1)
  const [noors, karims] = [await doorOf(noor, article), await doorOf(karim, article)]
  let promised = 0
  for (let seed = 1; seed <= 20; seed += 1) {
    const typists = [await RawTypist.at(noors), await RawTypist.at(karims)]
    const shown = new Map<number, number>()
    for (const { visitor } of typists)
      visitor.onUpdate = (update) =>
        keysOf(update, (client, clock, keys) => void shown.set(client, Math.max(shown.get(client) ?? 0, clock + keys)))
    const typing = setInterval(() => typists.forEach((typist) => typist.type()), 50)
    // A kill of which nobody was promised anything shows nothing: on a slow disk the first keys take their time.
    await until('some keys are saved', () => typists.reduce((sum, { savedKeys }) => sum + savedKeys, 0) > 5, 30_000)
    await pause(150 + random.below(1_000))
    const killed = server.kill()
    clearInterval(typing)
    await killed
    await pause(50)
    const saved = typists.map(({ client, savedKeys }) => ({ client, savedKeys }))
    server = await premises.start()
    const [one, other] = [await stateBehind(noors), await stateBehind(karims)]
    expect(Buffer.compare(one, other), 'both are told the same bytes').toBe(0)
    const clocks = clocksOf(one)
    for (const { client, savedKeys } of saved) expect(clocks.get(client) ?? 0).toBeGreaterThanOrEqual(savedKeys)
    for (const [client, keys] of shown) expect(clocks.get(client) ?? 0).toBeGreaterThanOrEqual(keys)
    promised += saved.reduce((sum, { savedKeys }) => sum + savedKeys, 0)
  }
  expect(promised).toBeGreaterThan(100)
}, 300_000)

test('D04 five restarts while two people stay: the text is neither longer nor doubled', async () => {
  const { id } = await anArticle(noor)
  const editors = [await noor.open(id), await karim.open(id)]
  const [noors, karims] = editors
  noors?.type(0, 'Before the restarts. ')
  await noors?.whenSaved()
  await until('karim has it', () => karims?.text === noors?.text)
  const text = noors?.text ?? ''
  for (let restart = 0; restart < 5; restart += 1) {
    expect(await server.stop()).toBe(0)
    server = await premises.start()
    await Promise.all(editors.map((editor) => editor.online()))
    await Promise.all(editors.map((editor) => editor.whenSaved()))
  }
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.length > 80)
  for (const editor of editors) {
    expect(editor.text).toBe(text)
    for (const paragraph of paragraphs) expect(editor.text.split(paragraph)).toHaveLength(2)
  }
  expect(await karim.done('GET', `articles/${id}/text`)).toMatchObject({ text })
})
