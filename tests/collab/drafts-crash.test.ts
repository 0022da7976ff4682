/** The server is killed while a new draft comes in: the draft is in, whole, or it waits as before. KILLS=30 kills more often. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftView } from '#protocol/draft-view.ts'
import type { VersionView } from '#protocol/review-view.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import { anArticle, weirText } from '../builders/article.ts'
import { chance } from '../builders/chance.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'

const kills = Number(process.env['KILLS'] ?? 5)
const random = chance(Number(process.env['SEED'] ?? 7))

let premises: Premises
let server: ServerProcess
let noor: Person
let article: string

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  noor = await aPerson(server, 'noor')
  article = (await anArticle(noor)).id
  await noor.done('POST', `articles/${article}/claims`, { exact: 'At least 14 people drowned', kind: 'casualty' })
}, 120_000)

afterAll(async () => {
  noor?.leave()
  await premises?.clear()
}, 120_000)

const read = <T>(path: string) => noor.done<T>('GET', `articles/${article}${path}`)
const textNow = async () => (await read<{ text: string }>('/text')).text

async function state(draft: string) {
  const { versions } = await read<{ versions: VersionView[] }>('/versions')
  const { entries } = await read<{ entries: HistoryEntry[] }>('/history')
  const told = entries.some(({ event }) => event['draftId'] === draft)
  const waits = (await noor.api('GET', `articles/${article}/drafts/${draft}`)).status === 200
  const { words } = await noor.claim(article, 'C1')
  return { text: await textNow(), versions: versions.length, told, waits, words }
}

test('DR7 a kill while a draft comes in leaves all of it or nothing', async () => {
  for (let kill = 0; kill < kills; kill += 1) {
    const figure = `At least ${100 + kill} people drowned`
    const { draft } = await anArticle(noor, { text: weirText.replace('At least 14 people drowned', figure) })
    const { id } = await noor.done<DraftView>('POST', `articles/${article}/drafts`, draft)
    const before = await state(id)
    const bringing = noor.api('POST', `articles/${article}/drafts/${id}/import`, {}).catch(() => null)
    await pause(random.below(120))
    await server.kill()
    const reply = await bringing
    server = await premises.start()
    noor = await aPerson(server, 'noor')
    const after = await state(id)
    const text = before.text.replace(before.words, figure)
    if (after.text === text) {
      expect(after).toMatchObject({ told: true, waits: false, words: figure })
      expect(after.versions).toBeGreaterThan(before.versions)
    } else {
      expect(after).toEqual(before)
      // Whoever was told that it is in would find it in.
      expect(reply?.status).not.toBe(201)
      expect(await noor.api('POST', `articles/${article}/drafts/${id}/import`, {})).toMatchObject({ status: 201 })
    }
    expect(await textNow()).toBe(text)
  }
}, 300_000)
