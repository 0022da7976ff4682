/** Starts Tickmark: reads the environment (nothing else does), starts the server, prints the ready line, stops cleanly on a signal. */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseRefused } from './db/database.ts'
import { seedDemo } from './demo/seed.ts'
import { createLog, nameOf } from './log-lines.ts'
import { type RunningServer, startServer } from './server.ts'
import { SettingsRefused, settingsFrom } from './settings.ts'

const isDemo = process.argv.includes('--demo')

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function run(): Promise<void> {
  const given = settingsFrom(process.env)
  // A demo never touches anything that stays or is shared: not DATA_DIR, not DATABASE_URL, not REDIS_URL.
  const throwAway = isDemo ? await throwAwayFolder() : null
  const settings =
    throwAway === null
      ? given
      : { ...given, dataDir: throwAway, databaseUrl: null, redisUrl: null, logLevel: 'error' as const }
  const log = createLog(settings.logLevel)
  const clean = async () => {
    if (throwAway !== null) await rm(throwAway, { recursive: true, force: true })
  }
  let server: RunningServer
  try {
    server = await startServer(settings, { log, print: say, ...(isDemo ? { seed: seedDemo } : {}) })
  } catch (problem) {
    await clean()
    throw problem
  }
  say(`Tickmark is ready at ${server.url}`)
  if (isDemo) say('This is a demo: everything in it resets when you stop it (Ctrl-C).')
  if (server.firstRunCode !== null) {
    say(`Nobody has an account yet. Make the first one at ${server.url}/sign-in/first-run`)
    say(`From another machine, or under PUBLIC_URL, the page asks for this code: ${server.firstRunCode}`)
  }
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    try {
      await server.stop()
    } finally {
      await clean()
    }
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
}

async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tickmark-demo-'))
  // Run by root, PostgreSQL has another account and must be able to enter; what is secret in the folder has modes of its own.
  await chmod(folder, 0o711)
  return folder
}

function sentenceFor(problem: unknown): string {
  if (problem instanceof SettingsRefused || problem instanceof DatabaseRefused) return problem.message
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
  if (code === 'EADDRINUSE') return 'Something else is using this port already. Set PORT to another one.'
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return 'The database at DATABASE_URL does not answer.'
  return problem instanceof Error ? problem.message : nameOf(problem)
}

run().catch((problem: unknown) => {
  process.stderr.write(`Tickmark did not start. ${sentenceFor(problem)}\n`)
  process.exit(1)
})
