/**
 * What a keystroke pays for being on disk: the text lane's commit, with one article and with fifty writing at once, beside the least
 * that PostgreSQL can do, one INSERT and its commit. `npx vitest bench --run --project unit tests/bench`; figures are printed as a table, the
 * ratio to the bare commit of the same run is the one to compare between machines. fsync is on.
 */
import { afterAll, beforeAll, bench, describe } from 'vitest'
import { rm } from 'node:fs/promises'
import { v7 } from 'uuid'
import { openDatabase, type Database } from '#server/db/database.ts'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { migrate } from '#server/db/migration.ts'
import { createStream } from '#server/log/stream.ts'
import { TextLane } from '#server/log/text-lane.ts'
import { aFolder } from '../builders/postgres.ts'

/** An update of the size of a keystroke. */
const bytes = new Uint8Array(30).fill(7)
const run = { time: 3_000, warmupTime: 500 }

let dataDir: string
let postgres: EmbeddedPostgres
let db: Database
let lane: TextLane
let streams: string[]

beforeAll(async () => {
  dataDir = await aFolder('tickmark-bench-')
  postgres = await openEmbeddedPostgres({ dataDir, log: () => {} })
  await migrate(postgres.connection)
  db = await openDatabase(postgres.connection, () => {})
  lane = new TextLane(db.pool)
  streams = Array.from({ length: 50 }, () => v7())
  const newsroomId = v7()
  await db.open.transaction(async (tx) => {
    for (const id of streams) await createStream(tx, { id, newsroomId, kind: 'article' })
  })
}, 120_000)

afterAll(async () => {
  await db?.close()
  await postgres?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const write = (stream: string) => lane.append({ stream, bytes, by: 'bench', newClientIds: [] })

/** Milliseconds of every run, by name; the bench's own table has neither median nor the slowest twentieth. */
const times = new Map<string, number[]>()

function measured(name: string, work: () => Promise<unknown>): void {
  times.set(name, [])
  bench(
    name,
    async () => {
      const began = performance.now()
      await work()
      times.get(name)?.push(performance.now() - began)
    },
    run,
  )
}

function quantile(name: string, q: number): number {
  const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * q)] ?? NaN
}

const bare = 'bare INSERT and commit'
let inserted = 0

describe('a keystroke on disk', () => {
  measured(bare, () =>
    db.pool.query('insert into snapshots (stream_id, seq, state) values ($1, $2, $3)', [
      streams[0],
      (inserted += 1),
      Buffer.from(bytes),
    ]),
  )
  measured('text lane, one article', () => write(streams[0] ?? ''))
  measured('text lane, fifty articles at once', () => Promise.all(streams.map(write)))
})

afterAll(() => {
  const rows = [...times.keys()].map((name) => {
    const [p50, p95] = [quantile(name, 0.5), quantile(name, 0.95)]
    const ratio = p50 / quantile(bare, 0.5)
    return [name, { 'p50 ms': p50.toFixed(2), 'p95 ms': p95.toFixed(2), 'times bare': ratio.toFixed(2) }] as const
  })
  console.table(Object.fromEntries(rows))
})
