/** For those who run Tickmark: is it alive, can it store, how is it doing. No article, person or address in any of it. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Hono } from 'hono'
import type { Services } from '../decisions/services.ts'

export interface Readiness {
  /** False from the moment the server begins to stop, or has lost its lock. */
  accepting: boolean
  /** The other servers on the database; null when this is the only one. */
  cluster: ServerFigures | null
}

interface ServerFigures {
  readonly servers: number
  readonly connected: boolean
  /** Messages that could not be sent to the others. */
  readonly lost: number
}

const delay = monitorEventLoopDelay({ resolution: 10 })
delay.enable()

export const healthRoutes = (services: Services, readiness: Readiness) =>
  new Hono()
    .get('/health/live', (c) => c.json({ status: 'ok' }))
    .get('/health/ready', async (c) => {
      const ready = readiness.accepting && (await answersSoon(services))
      return c.json({ status: ready ? 'ok' : 'not ready' }, ready ? 200 : 503)
    })
    .get('/metrics', async (c) => c.text(await metrics(services, readiness.cluster)))

async function answersSoon({ db }: Services): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), 2_000).unref())
  const asked = db.pool.query('select 1').then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late])
}

async function metrics({ lane, rooms }: Services, cluster: ServerFigures | null): Promise<string> {
  const times = lane.commitTimes.toSorted((a, b) => a - b)
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  const { sockets, unsentBytes } = await rooms.figures()
  const lines = [
    ['tickmark_rooms_open', rooms.count],
    ['tickmark_sockets_open', sockets],
    ['tickmark_unsent_bytes', unsentBytes],
    ['tickmark_updates_waiting', lane.depth],
    ['tickmark_updates_waiting_bytes', lane.waitingBytes],
    ['tickmark_updates_stored_total', lane.stored],
    ['tickmark_commit_milliseconds{quantile="0.5"}', quantile(0.5)],
    ['tickmark_commit_milliseconds{quantile="0.95"}', quantile(0.95)],
    ['tickmark_event_loop_delay_milliseconds{quantile="0.99"}', delay.percentile(99) / 1e6],
    ['tickmark_event_loop_delay_milliseconds_max', delay.max / 1e6],
    ['tickmark_event_loop_lag_seconds', delay.max / 1e9],
    ['tickmark_servers', cluster?.servers ?? 1],
    ['tickmark_redis_connected', cluster?.connected === true ? 1 : 0],
    ['tickmark_messages_lost_total', cluster?.lost ?? 0],
    ['process_resident_memory_bytes', rss],
    ['process_heap_bytes', heapUsed],
    ['process_buffer_bytes', arrayBuffers],
  ] as const
  delay.reset()
  return `${lines.map(([name, value]) => `${name} ${value}`).join('\n')}\n`
}
