/** A Tickmark of the test's own, on an empty folder: for what must not happen in the demo that all tests share. */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { freePort } from '../builders/free-port.ts'
import { aFolder } from '../builders/postgres.ts'

export interface OwnServer {
  readonly url: string
  /** What it printed for whoever runs it. */
  readonly printed: () => string
  /** As a machine that loses its power. */
  kill(): Promise<void>
  /** On the same data, under the same address. */
  startAgain(): Promise<void>
  stop(): Promise<void>
}

const startMs = 60_000

export async function anOwnServer(environment: Record<string, string> = {}): Promise<OwnServer> {
  const dataDir = await aFolder('tickmark-e2e-own-')
  const settings = { DATA_DIR: dataDir, PORT: String(await freePort()), ...environment }
  let running = await start(settings)
  const { url } = running
  return {
    url,
    printed: () => running.printed(),
    kill: () => running.end('SIGKILL'),
    startAgain: async () => {
      running = await start(settings)
    },
    stop: async () => {
      await running.end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function start(environment: Record<string, string>) {
  const file = process.env['E2E_SERVER'] ?? 'dist/server/main.js'
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const giveUpAt = Date.now() + startMs
  let url: string | undefined
  while (url === undefined) {
    if (child.exitCode !== null || Date.now() > giveUpAt) throw new Error(`The server did not start. ${out}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    url = /Tickmark is ready at (\S+)\n/.exec(out)?.[1]
  }
  return {
    url,
    printed: () => out,
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal)
      await ended
    },
  }
}
