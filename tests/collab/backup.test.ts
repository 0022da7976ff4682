/** A backup of a server at work, brought back somewhere else: what had been acknowledged is in it, and the history is whole. */
import { execFile } from 'node:child_process'
import { appendFile, cp, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { articleDoc } from '#document/article-doc.ts'
import { openEmbeddedPostgres } from '#server/db/embedded/embedded-postgres.ts'
import type { ClaimView } from '#protocol/view.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aFolder } from '../builders/postgres.ts'
import { aServerProcess, type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'

let premises: Premises
let server: ServerProcess
let people: Person[]
let place: string

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  people = await Promise.all(['noor', 'karim', 'idris', 'rafi'].map((who) => aPerson(server, who as 'noor')))
  place = await aFolder('tickmark-backup-')
}, 120_000)

afterAll(async () => {
  for (const person of people ?? []) person.leave()
  await premises?.clear()
  await rm(place, { recursive: true, force: true })
}, 120_000)

/** A command as somebody runs it by hand; what it printed, or what stood in the way. */
async function command(
  name: 'backup' | 'restore' | 'verify-history',
  dataDir: string,
  ...args: string[]
): Promise<string> {
  const file = path.join(path.dirname(inject('serverFile')), `${name}.js`)
  const env = { PATH: process.env['PATH'], DATA_DIR: dataDir }
  const ran = promisify(execFile)(process.execPath, [file, ...args], { env })
  return ran.then(
    ({ stdout }) => stdout,
    (problem: { stderr: string }) => Promise.reject(new Error(problem.stderr)),
  )
}

test('D17, BK1, BK2 a backup of a server at work opens elsewhere with everything acknowledged before it began', async () => {
  const [noor] = people as [Person, ...Person[]]
  const { id: article } = await anArticle(noor)
  const words = 'At least 14 people drowned'
  await noor.done('POST', `articles/${article}/claims`, { exact: words, kind: 'casualty' })
  const editors = await Promise.all([...people, ...people].map((person) => person.open(article)))
  for (const [index, editor] of editors.entries()) editor.type(0, `Before the backup, ${index}. `)
  await Promise.all(editors.map((editor) => editor.whenSaved()))
  const acknowledged = Y.encodeStateAsUpdate(editors[0]?.doc ?? new Y.Doc())
  let typing = true
  const meanwhile = (async () => {
    while (typing) {
      for (const editor of editors) editor.type(0, 'a')
      await Promise.all(editors.map((editor) => editor.whenSaved()))
    }
  })()
  const backup = path.join(place, 'tonight')
  expect(await command('backup', premises.dataDir, backup)).toMatch(/^Backed up \d+ tables/)
  typing = false
  await meanwhile
  await expect(command('backup', premises.dataDir, backup)).rejects.toThrow('exists already')

  const elsewhere = path.join(place, 'elsewhere')
  expect(await command('restore', elsewhere, backup)).toMatch(/^Restored as of/)
  await expect(command('restore', elsewhere, backup)).rejects.toThrow('something in this database already')
  expect(await command('verify-history', elsewhere)).not.toContain('BROKEN')
  const restored = await aServerProcess({ DATA_DIR: elsewhere })
  const reader = await aPerson(restored, 'idris')
  try {
    const { epoch, claims } = {
      ...(await reader.done<{ epoch: number }>('GET', `articles/${article}`)),
      ...(await reader.done<{ claims: ClaimView[] }>('GET', `articles/${article}/claims`)),
    }
    expect([epoch, claims[0]?.words]).toEqual([2, words])
    const there = await reader.open(article)
    const both = articleDoc()
    for (const update of [Y.encodeStateAsUpdate(there.doc), acknowledged]) Y.applyUpdate(both, update)
    expect(Y.equalSnapshots(Y.snapshot(both), Y.snapshot(there.doc)), 'acknowledged text is missing').toBe(true)
    // RM3 still holds: the ids of clients came along, so the people of before can go on.
    there.type(0, 'After. ')
    await there.whenSaved()
  } finally {
    reader.leave()
    await restored.stop()
    await (await openEmbeddedPostgres({ dataDir: elsewhere, log: () => {} })).stop()
  }
}, 180_000)

test('BK2 a backup that is not as it was written is refused before anything is filled', async () => {
  const backup = path.join(place, 'tonight')
  const altered = path.join(place, 'altered')
  await cp(backup, altered, { recursive: true })
  await appendFile(path.join(altered, 'tables/public.claims.copy'), 'x')
  const empty = path.join(place, 'empty')
  await expect(command('restore', empty, altered)).rejects.toThrow('not as the backup left it')
  await expect(command('restore', empty, path.join(place, 'nothing'))).rejects.toThrow('There is no backup')
  expect(await command('restore', empty, backup)).toMatch(/^Restored/)
})
