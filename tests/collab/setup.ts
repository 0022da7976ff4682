/**
 * Once a run: one PostgreSQL, one template database with tables and people, one build of the server for the tests that kill it. The
 * build lies in a folder of its own, so that neither a developer's dist/ nor a second run is in the way.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { startServer } from '#server/server.ts'
import { aFolder, asSuperuser, inDatabase, startTestPostgres, type TestPostgres } from '../builders/postgres.ts'
import { seedPeople } from '../builders/people.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
    template: string
    /** The built server's main.js. */
    serverFile: string
  }
}

const root = path.resolve(import.meta.dirname, '../..')
const template = `collab_template_${process.pid}`
let postgres: TestPostgres | null = null
let built: string | null = null

export async function setup(project: TestProject): Promise<void> {
  if (!existsSync(path.join(root, 'dist/web/index.html'))) {
    await promisify(execFile)('npm', ['run', 'build:web'], { cwd: root })
  }
  built = await buildServer()
  postgres = await startTestPostgres()
  await makeTemplate(postgres.url)
  project.provide('postgresUrl', postgres.url)
  project.provide('template', template)
  project.provide('serverFile', path.join(built, 'main.js'))
}

export async function teardown(): Promise<void> {
  if (postgres !== null) {
    await asSuperuser(postgres.url, (client) => client.query(`drop database if exists ${template} with (force)`))
    await postgres.stop()
  }
  if (built !== null) await rm(built, { recursive: true, force: true })
}

/** Below the project's root, where the program looks for its migrations, the web app and its packages. */
async function buildServer(): Promise<string> {
  const cache = path.join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const outDir = await mkdtemp(path.join(cache, 'tickmark-collab-'))
  await build({ configFile: path.join(root, 'apps/server/vite.config.ts'), logLevel: 'warn', build: { outDir } })
  return outDir
}

async function makeTemplate(url: string): Promise<void> {
  await asSuperuser(url, (client) => client.query(`create database ${template}`))
  const dataDir = await aFolder('tickmark-collab-template-')
  const settings = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    databaseUrl: inDatabase(url, template),
    publicUrl: null,
    logLevel: 'silent' as const,
    lockWaitMs: 0,
  }
  const server = await startServer(settings, { log: { info: () => {}, error: () => {} }, seed: seedPeople })
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
