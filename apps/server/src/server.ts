/** One Tickmark server, from settings to an address that answers, and back down again without losing anything. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { serve } from '@hono/node-server'
import { WebSocketServer } from 'ws'
import { createAuth, type Auth } from './auth/auth.ts'
import { DiskBlobs } from './blobs/disk-blobs.ts'
import { sweepBlobs } from './blobs/sweep.ts'
import { Cluster } from './cluster/cluster.ts'
import { nameOfDatabase } from './db/server-lock.ts'
import { openStorage } from './db/storage.ts'
import type { Services } from './decisions/services.ts'
import { Watch } from './http/admission.ts'
import { Pulse } from './http/pulse.ts'
import { createApp } from './http/app.ts'
import { FirstRun } from './http/first-run.ts'
import type { Readiness } from './http/health.ts'
import type { Post } from './http/post.ts'
import type { DemoDoors } from './http/start.ts'
import { Announcer } from './log/announcer.ts'
import { TextLane } from './log/text-lane.ts'
import { type Log, nameOf } from './log-lines.ts'
import { Rooms } from './rooms/rooms.ts'
import { type Settings, SettingsRefused } from './settings.ts'

export interface RunningServer {
  readonly url: string
  /** Where it listens, whatever the address people use. */
  readonly port: number
  /** What the first visit from elsewhere has to know; null when there is an account already. */
  readonly firstRunCode: string | null
  stop(): Promise<void>
}

export interface ServerExtras {
  readonly log: Log
  /** Lines for whoever runs Tickmark, such as links it has no mail server for. */
  readonly print?: (line: string) => void
  /** Puts a demo's people and articles in, before anyone is let in. */
  readonly seed?: (services: Services, auth: Auth) => Promise<DemoDoors>
}

/** Sockets get this long to close by themselves before the server stops. */
const lastWordsMs = 5_000
/** Proxies give up an idle line after 60 s or less. */
const keepAliveMs = 75_000
/** Time for whoever asks /health/ready to send nobody here any more. */
const lastLookMs = 250
/** Bringing all rows up to the text takes this long at most; what is left then is found when the articles open again. */
const tidyMs = 12_000

export async function startServer(
  settings: Settings,
  { log, seed, print = () => {} }: ServerExtras,
): Promise<RunningServer> {
  const { redisUrl = null } = settings
  // Our own PostgreSQL is one server's: it listens to nobody else and ends with it.
  if (redisUrl !== null && settings.databaseUrl === null)
    throw new SettingsRefused('REDIS_URL is for several servers on one database: set DATABASE_URL too.')
  const readiness: Readiness = { accepting: false, cluster: null }
  await mkdir(settings.dataDir, { recursive: true, mode: 0o700 })
  const secret = await secretIn(settings.dataDir)
  let rooms: Rooms | null = null
  const storage = await openStorage({
    ...settings,
    shared: redisUrl !== null,
    log: (line) => log.info(line),
    onHold: (held) => {
      readiness.accepting = held
      rooms?.suspend(!held)
    },
  })
  const { db } = storage
  const key = createHash('sha256').update(`servers of ${secret}`).digest('base64url').slice(0, 16)
  const cluster =
    redisUrl === null ? null : new Cluster({ db, redisUrl, database: await nameOfDatabase(db.pool), key, log })
  readiness.cluster = cluster
  const announcer = new Announcer(cluster)
  const lane = new TextLane(db.pool)
  const report = (msg: string, problem: unknown, room: string) => log.error({ msg, room, problem: nameOf(problem) })
  rooms = new Rooms(db, lane, announcer, report, cluster, settings.limits)
  const blobs = new DiskBlobs(path.join(settings.dataDir, 'blobs'))
  const services: Services = { db, lane, rooms, announcer, blobs, now: () => new Date() }
  await sweepBlobs(db, blobs, services.now()).catch((problem: unknown) =>
    log.error({ msg: 'files left behind could not be removed', problem: nameOf(problem) }),
  )

  // Much larger frames are cut off by the socket before they fill the memory; others are refused with a reason.
  const maxPayload = rooms.limits.messageBytes * 2
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false })
  const origins = new Origins(settings.publicUrl)
  const watch = new Watch(db)
  const pulse = new Pulse(sockets)
  const secure = settings.publicUrl?.startsWith('https:') ?? false
  // Sign-in asks the origin check for itself; both use the same list, known once the port is.
  const auth = createAuth(db, { secret, url: settings.publicUrl, origins: () => origins.list, secure })
  const demo = seed === undefined ? null : await seed(services, auth)
  const allowed = (origin: string) => origins.list.includes(origin)
  const firstRun = new FirstRun(db, { secret, isPublic: settings.publicUrl !== null, isDemo: demo !== null })
  const post: Post = {
    linkTo: (path, origin) => `${origin !== undefined && allowed(origin) ? origin : (origins.list[0] ?? '')}${path}`,
    print,
  }
  const doors = { services, auth, demo, firstRun, post, proxies: settings.trustProxy ?? null }
  const app = createApp({ ...doors, watch, readiness, log, allowed, secure, pages: pagesFolder() })

  const http = await listen(app.fetch, sockets, settings)
  const { port } = http.address() as AddressInfo
  origins.port = port
  readiness.accepting = true
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host
  return {
    url: settings.publicUrl ?? `http://${host === '0.0.0.0' || host === '[::]' ? 'localhost' : host}:${port}`,
    port,
    firstRunCode: (await firstRun.isOpen()) ? firstRun.code : null,
    stop: async () => {
      readiness.accepting = false
      watch.stop()
      pulse.stop()
      if (sockets.clients.size > 0) await pause(lastLookMs)
      await Promise.race([services.rooms.stop(), pause(tidyMs, undefined, { ref: false })])
      for (const socket of sockets.clients) socket.close(1012, '2')
      await closeHttp(http, sockets)
      await cluster?.stop()
      await storage.close()
    },
  }
}

/** Whose pages may change something: PUBLIC_URL's; without it, our own port on this machine. */
class Origins {
  readonly #publicUrl: string | null
  port = 0

  constructor(publicUrl: string | null) {
    this.#publicUrl = publicUrl
  }

  get list(): string[] {
    if (this.#publicUrl !== null) return [this.#publicUrl]
    return ['localhost', '127.0.0.1', '[::1]'].map((host) => `http://${host}:${this.port}`)
  }
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  sockets: WebSocketServer,
  settings: Settings,
): Promise<Server> {
  // The two packages' types differ over an optional flag; it is set.
  const websocket = { server: sockets } as unknown as NonNullable<Parameters<typeof serve>[0]['websocket']>
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host, websocket }, () => {
      resolve(server as Server)
    })
    // Node's own five seconds end before what comes between does, and then a request meets a line that has just been cut.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = keepAliveMs
    server.once('error', reject)
  })
}

async function closeHttp(http: Server, sockets: WebSocketServer): Promise<void> {
  const closed = new Promise<void>((resolve) => http.close(() => resolve()))
  http.closeIdleConnections()
  const late = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
    http.closeAllConnections()
  }, lastWordsMs)
  await closed
  clearTimeout(late)
}

/** The key that sessions are signed with: made once, kept beside the data, the same for all servers. */
async function secretIn(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'secret')
  if (!existsSync(file)) {
    // Several servers on one folder may start at once: whoever is first makes it, whole, for all of them.
    const made = `${file}-${randomBytes(6).toString('hex')}`
    await writeFile(made, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    await link(made, file).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EEXIST') throw problem
    })
    await rm(made)
  }
  await chmod(file, 0o600)
  return (await readFile(file, 'utf8')).trim()
}

/** dist/web lies beside dist/server when built, and below the project's root when run from source. */
function pagesFolder(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'dist', 'web')
    if (existsSync(path.join(candidate, 'index.html'))) return candidate
    if (folder === path.dirname(folder)) throw new Error('The web app is not built. Run: npm run build')
  }
}
