/**
 * The servers side by side: Tickmark by its real path (sign-in, roles, log), Hocuspocus at its defaults, a relay that commits each
 * update, and one that commits nothing. One PostgreSQL with fsync for all of them.
 */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import * as encoding from 'lib0/encoding'
import pg from 'pg'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { startServer } from '#server/server.ts'
import { settingsFrom } from '#server/settings.ts'
import { anArticle, weirText } from '../builders/article.ts'
import { firstText } from '../builders/key-update.ts'
import { seedPeople } from '../builders/people.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aFolder, asSuperuser, inDatabase } from '../builders/postgres.ts'
import { RawVisitor } from '../builders/raw-visitor.ts'
import { BenchProcess, type Peer, type Room } from './peer.ts'

/** Ports of the servers, one after the other. */
const firstPort = Number(process.env['BENCH_PORT'] ?? '4150')

/** Load tests send in a second what nobody types in an hour. */
const limitsRaised: Record<string, string> = {
  MAX_PEOPLE_PER_ARTICLE: '5000',
  MAX_UPDATES_PER_SECOND: '1000000',
  MAX_UPDATE_BURST: '1000000',
}

export type PeerName = 'Tickmark' | 'Hocuspocus' | 'commit and relay' | 'relay'

export interface Bench {
  readonly peers: Readonly<Record<PeerName, Peer>>
  readonly databaseUrl: (peer: PeerName) => string
  close(): Promise<void>
}

export async function openBench(names: readonly PeerName[]): Promise<Bench> {
  const dataDir = await aFolder('tickmark-bench-')
  const postgres = await openEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres'), log: () => {} })
  const { host, port, user } = postgres.connection
  const url = `postgres://${user}@localhost/postgres?host=${encodeURIComponent(host)}&port=${port}`
  const databases = {
    Tickmark: 'bench_tickmark',
    Hocuspocus: 'bench_hocuspocus',
    'commit and relay': 'bench_relay',
    relay: 'bench_none',
  }
  for (const name of Object.values(databases))
    await asSuperuser(url, (client) => client.query(`create database ${name}`))
  const databaseUrl = (peer: PeerName) => inDatabase(url, databases[peer])

  const tickmark = await aTickmark(databaseUrl('Tickmark'), path.join(dataDir, 'tickmark'))
  const peers = {
    Tickmark: tickmark,
    Hocuspocus: aHocuspocus(databaseUrl('Hocuspocus'), tickmark),
    'commit and relay': aRelay('commit and relay', firstPort + 2, databaseUrl('commit and relay')),
    relay: aRelay('relay', firstPort + 3, null),
  }
  const running = Object.values(peers).filter(({ name }) => name === 'Tickmark' || names.includes(name as PeerName))
  for (const peer of running) await peer.process.start()
  return {
    peers,
    databaseUrl,
    close: async () => {
      await Promise.all(running.map((peer) => peer.process.end('SIGTERM')))
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const bundle = (file: string) => path.join(import.meta.dirname, file)

async function aTickmark(
  databaseUrl: string,
  dataDir: string,
): Promise<Peer & { seed(text: string): Promise<Uint8Array> }> {
  const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'error', ...limitsRaised }
  const log = { info: () => {}, error: () => {} }
  const settings = { ...settingsFrom({ ...environment, LOG_LEVEL: 'silent' }), port: 0 }
  await (await startServer(settings, { log, seed: seedPeople })).stop()

  const server = new BenchProcess(bundle('../server/main.js'), firstPort, environment, 'Tickmark is ready')
  const address = { url: `http://127.0.0.1:${firstPort}` }
  let signedIn: Promise<Person[]> | null = null
  const people = () =>
    (signedIn ??= Promise.all(['noor', 'karim', 'idris', 'sana', 'rafi'].map((who) => aPerson(address, who))))
  let visits: { headers: Person['headers'][]; query: string } = { headers: [], query: '' }

  const visit: Peer['visit'] = ({ id }, person, options) => {
    const headers = visits.headers[person % visits.headers.length]
    if (headers === undefined) throw new Error('Make a room first.')
    const where = { port: firstPort, path: `/sync/harbour/${id}${visits.query}`, headers: { ...headers } }
    return new RawVisitor(where, options)
  }
  const stateOf = async (id: string) => {
    const visitor = await visit({ id, place: { name: '' } }, 0, { keepsState: true }).inStep()
    visitor.client.drop()
    return visitor.state ?? new Uint8Array()
  }
  const rooms: Peer['rooms'] = async (count, text = weirText) => {
    const [noor, ...others] = await people()
    if (noor === undefined) throw new Error('Nobody is here.')
    const made: Room[] = []
    for (let n = 0; n < count; n += 1) {
      const { id } = await anArticle(noor, { text })
      if (n === 0) {
        visits = {
          headers: [noor, ...others].map(({ headers }) => headers),
          query: new URL(await noor.socketUrl(id)).search,
        }
      }
      // Every article has a document of its own; its text is found there once, then by looking at the first.
      made.push({ id, place: firstText(await stateOf(id)) })
    }
    return made
  }
  return {
    name: 'Tickmark',
    process: server,
    rooms,
    visit,
    seed: async (text) => {
      const [room] = await rooms(1, text)
      return stateOf(room?.id ?? '')
    },
  }
}

function aHocuspocus(databaseUrl: string, tickmark: { seed(text: string): Promise<Uint8Array> }): Peer {
  const port = firstPort + 1
  const environment = { DATABASE_URL: databaseUrl }
  let made = 0
  return {
    name: 'Hocuspocus',
    process: new BenchProcess(bundle('hocuspocus-server.js'), port, environment, 'ready'),
    rooms: async (count, text = weirText) => {
      const state = await tickmark.seed(text)
      const names = Array.from({ length: count }, () => `room-${(made += 1)}`)
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      await client.query('insert into documents (name, data) select unnest($1::text[]), $2', [
        names,
        Buffer.from(state),
      ])
      await client.end()
      return names.map((id) => ({ id, place: firstText(state) }))
    },
    visit: ({ id }, _, options) => {
      const prefix = encoding.encode((encoder) => encoding.writeVarString(encoder, id))
      const greeting = encoding.encode((encoder) => {
        encoding.writeVarString(encoder, id)
        for (const number of [2, 0]) encoding.writeVarUint(encoder, number) // here is my token
        encoding.writeVarString(encoder, 'anybody')
      })
      return new RawVisitor({ port, path: '/', prefix, greeting }, options)
    },
  }
}

function aRelay(name: PeerName, port: number, databaseUrl: string | null): Peer {
  const environment: Record<string, string> = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }
  let made = 0
  return {
    name,
    process: new BenchProcess(bundle('relay-server.js'), port, environment, 'ready'),
    rooms: async (count) =>
      Array.from({ length: count }, () => ({ id: `room-${(made += 1)}`, place: { name: 'text' } })),
    visit: ({ id }, _, options) => new RawVisitor({ port, path: `/${id}` }, options),
  }
}
