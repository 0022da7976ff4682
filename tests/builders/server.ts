/**
 * The real server in this process, on a database of its own with the demo's people and no articles. What a test cannot ask over the
 * wire it finds in `services`; everything is stopped, closed and dropped by `stop`.
 */
import { rm } from 'node:fs/promises'
import { inject } from 'vitest'
import type { Auth } from '#server/auth/auth.ts'
import type { Services } from '#server/decisions/services.ts'
import { demoPassword, demoPeople } from '#server/demo/people.ts'
import { defaultLimits, type Limits } from '#server/rooms/limits.ts'
import { startServer } from '#server/server.ts'
import { aFolder, createDatabase, type TestDatabase } from './postgres.ts'

/** Where people sign in; a child process has the address alone. */
export interface Address {
  readonly url: string
}

export interface TestServer extends Address {
  /** Where it listens, also when people reach it under another address. */
  readonly port: number
  readonly services: Services
  readonly auth: Auth
  readonly database: TestDatabase
  readonly dataDir: string
  /** Every line the server logged. */
  readonly lines: readonly object[]
  /** What the server logged as an error. */
  readonly errors: readonly ({ msg: string } & Record<string, unknown>)[]
  newsroomId(slug: string): Promise<string>
  stop(): Promise<void>
}

export async function aDatabase(): Promise<TestDatabase> {
  return createDatabase(inject('postgresUrl'), inject('template'))
}

export interface ServerOptions {
  /** Where people reach it, when that is not its own port. */
  readonly publicUrl?: string | null
  readonly redisUrl?: string | null
  /** On the same database and folder as this one, which is stopped last. */
  readonly beside?: TestServer | null
  /** Another way to the database. */
  readonly databaseUrl?: string | null
  /** Other limits than the usual ones. */
  readonly limits?: Partial<Limits>
}

export async function aServer({
  publicUrl = null,
  redisUrl = null,
  beside = null,
  databaseUrl = null,
  limits = {},
}: ServerOptions = {}): Promise<TestServer> {
  const database = beside?.database ?? (await aDatabase())
  const dataDir = beside?.dataDir ?? (await aFolder('tickmark-collab-data-'))
  const errors: ({ msg: string } & Record<string, unknown>)[] = []
  const lines: object[] = []
  const log = {
    info: (line: object) => void lines.push(line),
    error: (line: (typeof errors)[number]) => {
      lines.push(line)
      errors.push(line)
    },
  }
  let within: { services: Services; auth: Auth } | null = null
  const settings = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: databaseUrl ?? database.url,
    redisUrl,
    publicUrl,
    logLevel: 'silent' as const,
    lockWaitMs: 5_000,
    limits: { ...defaultLimits, ...limits },
  }
  const running = await startServer(settings, {
    log,
    seed: async (services, auth) => {
      within = { services, auth }
      return { people: demoPeople, password: demoPassword }
    },
  })
  if (within === null) throw new Error('The server did not ask for its seed.')
  const { services, auth }: { services: Services; auth: Auth } = within
  return {
    url: running.url,
    port: running.port,
    services,
    auth,
    database,
    dataDir,
    lines,
    errors,
    newsroomId: async (slug) => {
      const [newsroom] = await database.sql<{ id: string }>('select id from newsrooms where slug = $1', [slug])
      if (newsroom === undefined) throw new Error(`There is no newsroom ${slug}.`)
      return newsroom.id
    },
    stop: async () => {
      await running.stop()
      if (beside !== null) return
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
