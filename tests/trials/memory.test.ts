/** What a long life leaves behind: on disk after many keys, in memory after many articles. */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { RawVisitor } from '../builders/raw-visitor.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'
import {
  askDatabase,
  doorOf,
  gcOnSignal,
  memoryAfterGc,
  metric,
  RawTypist,
  stateBehind,
  watchOver,
} from '../builders/trial.ts'
import { until } from '../builders/until.ts'

let premises: Premises
let server: ServerProcess
let noor: Person

beforeAll(async () => {
  premises = await somePremises()
})

afterEach(async () => {
  noor.leave()
  await server.stop()
})

afterAll(async () => {
  await premises?.clear()
})

test('D15 twenty thousand keys leave at most a thousand rows, the same text after a restart, and a server that answered all the time', async () => {
  server = await premises.start({ MAX_UPDATES_PER_SECOND: '1000000', MAX_UPDATE_BURST: '1000000' })
  noor = await aPerson(server, 'noor')
  const { id } = await anArticle(noor)
  const door = await doorOf(noor, id)
  const typist = await RawTypist.at(door)
  const watch = watchOver(server)
  for (let key = 0; key < 20_000; key += 1) {
    typist.type()
    if (key % 250 === 249) {
      await until('the keys are saved', () => typist.savedKeys >= key - 250, 30_000)
      await pause(20)
    }
  }
  await until('all are saved', () => typist.savedKeys === 20_000, 30_000)
  const rows = async () => {
    const [count] = await askDatabase<{ n: number }>(
      premises.dataDir,
      'select count(*)::int as n from updates where stream_id = $1',
      [id],
    )
    return count?.n ?? Infinity
  }
  await until('the log is short', async () => (await rows()) <= 1_000, 30_000)
  const { lagMs } = await watch.stop()
  process.stdout.write(`D15: ${await rows()} rows, lag ${Math.round(lagMs)} ms\n`)
  expect(lagMs, 'ms of lag').toBeLessThan(500)
  const before = await stateBehind(door)
  typist.visitor.client.drop()
  await server.stop()
  server = await premises.start()
  const after = await stateBehind(door)
  const [one, other] = [before, after].map((state) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    return doc
  })
  expect(other?.getXmlFragment('default').toString()).toBe(one?.getXmlFragment('default').toString())
  expect(other?.getXmlFragment('default').toString()).toContain('k'.repeat(20_000))
})

test('D16 two thousand articles opened and closed leave no room and, within half a minute, no memory behind', async () => {
  server = await premises.start(gcOnSignal)
  noor = await aPerson(server, 'noor')
  const { article: draft } = await noor.done<{ article: object }>('POST', 'articles/import', { text: shortText })
  const ids: string[] = []
  const create = async () => {
    while (ids.length < articles) {
      const { id } = await noor.done<{ id: string }>('POST', 'articles', { ...draft, dueAt: null, original: null })
      ids.push(id)
    }
  }
  await Promise.all([create(), create(), create(), create()])
  const [first] = ids
  if (first === undefined) throw new Error('There is no article.')
  const door = await doorOf(noor, first)
  const queue = [...ids]
  const openOnAndOn = async () => {
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const visitor = await new RawVisitor({ ...door, path: door.path.replace(first, id) }).inStep()
      visitor.client.drop()
    }
  }
  // A server that has worked a little: its caches are there, and what is measured is what each further article leaves.
  queue.splice(0, queue.length - 100)
  await openOnAndOn()
  await until('all rooms are closed', async () => (await metric(server, 'tickmark_rooms_open')) === 0, 60_000)
  const start = await memoryAfterGc(server)
  queue.push(...ids)
  await Promise.all(Array.from({ length: 10 }, openOnAndOn))
  await until('all rooms are closed', async () => (await metric(server, 'tickmark_rooms_open')) === 0, 60_000)
  // The heap is small at once; the pages behind it go back to the system within a quarter of a minute.
  await expect.poll(() => memoryAfterGc(server), { timeout: 30_000, interval: 5_000 }).toBeLessThan(start * 1.2)
}, 240_000)

const articles = 2_000
const shortText = 'A short report\n\nThe upper gate of the weir was opened at night. Nobody rang a bell.\n'
