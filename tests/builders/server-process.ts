/**
 * The built server as a process of its own, with its own PostgreSQL under a folder that outlives it: to be killed and started again.
 * `clear` ends whatever is still running, the PostgreSQL that a kill -9 leaves behind included.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { inject } from 'vitest'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import { startServer } from '#server/server.ts'
import { freePort } from './free-port.ts'
import { seedPeople } from './people.ts'
import { aFolder } from './postgres.ts'
import type { Address } from './server.ts'
import { until } from './until.ts'

/** A start takes a second; a machine that does other things may take its time. */
const startMs = 60_000

export interface ServerProcess extends Address {
  readonly child: ChildProcess
  /** What it wrote to standard error. */
  readonly said: () => string
  /** Ends it without a chance to do anything. */
  kill(): Promise<void>
  /** Asks it to stop; resolves to its exit code. */
  stop(): Promise<number | null>
}

export async function aServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [inject('serverFile')], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let hasEnded = false
  // Not its exit alone: what it said last may still be in the pipe then.
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code) => {
      hasEnded = true
      resolve(code)
    }),
  )
  const url = await until(
    'the server is ready',
    () => {
      if (hasEnded) throw new Error(`The server ended at its start: ${errors}`)
      return /Tickmark is ready at (\S+)\n/.exec(out)?.[1]
    },
    startMs,
  )
  return {
    url,
    child,
    said: () => errors,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

export interface Premises {
  readonly dataDir: string
  /** Starts the server on this folder, always at the same address. */
  start(environment?: Record<string, string>): Promise<ServerProcess>
  clear(): Promise<void>
}

/** A folder with a cluster and people in it; what is acknowledged is on disk (fsync). */
export async function somePremises(): Promise<Premises> {
  const dataDir = await aFolder('tickmark-collab-premises-')
  const settings = { port: 0, host: '127.0.0.1', databaseUrl: null, publicUrl: null, logLevel: 'silent' as const }
  const log = { info: () => {}, error: () => {} }
  await (await startServer({ ...settings, dataDir, lockWaitMs: 0 }, { log, seed: seedPeople })).stop()
  const port = String(await freePort())
  const started: ServerProcess[] = []
  return {
    dataDir,
    start: async (environment = {}) => {
      const server = await aServerProcess({ DATA_DIR: dataDir, PORT: port, ...environment })
      started.push(server)
      return server
    },
    clear: async () => {
      for (const { kill } of started) await kill()
      // The same folder opens the same cluster: whether it is still running or not, this is how it ends in order.
      const postgres = await openEmbeddedPostgres({ dataDir, log: () => {} })
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
