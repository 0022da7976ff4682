/** A Tickmark of the test's own, on an empty folder: for what must not happen in the demo that all tests share. */
import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { aFolder } from '../builders/postgres.ts'

export interface OwnServer {
  readonly url: string
  /** What it printed for whoever runs it. */
  readonly printed: () => string
  stop(): Promise<void>
}

const startMs = 60_000

export async function anOwnServer(environment: Record<string, string> = {}): Promise<OwnServer> {
  const dataDir = await aFolder('tickmark-e2e-own-')
  const file = process.env['E2E_SERVER'] ?? 'dist/server/main.js'
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', DATA_DIR: dataDir, ...environment },
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
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
