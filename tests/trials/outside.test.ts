/**
 * Tickmark asks nobody outside for anything. There is no archive of web pages, so an address in a source, a text or a file is a word
 * like any other: this listens where such addresses lead to, and hears nothing.
 */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer
let idris: Person
let listener: Server
let hits: string[]
let port: number

beforeAll(async () => {
  server = await aServer()
  idris = await aPerson(server, 'idris')
  hits = []
  listener = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('heard')
  })
  // All addresses of this machine, so that each way of writing one would be heard.
  await new Promise<void>((resolve) => listener.listen(0, '::', resolve))
  port = (listener.address() as AddressInfo).port
})

afterAll(async () => {
  idris?.leave()
  listener?.close()
  await server?.stop()
})

const hosts = [
  '127.0.0.1',
  '127.1',
  '2130706433',
  '0x7f.1',
  '017700000001',
  '①②⑦.⓪.⓪.①',
  '[::]',
  '[::1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[fd00:ec2::254]',
  '169.254.169.254',
  'localhost.',
  'user@localhost',
]

test('D29 no address in a source is ever asked for, however it is written, and an unfit one is refused in the same words', async () => {
  const { id } = await anArticle(idris)
  const claim = await idris.done<{ id: string }>('POST', `articles/${id}/claims`, {
    exact: '11 times',
    kind: 'statistic',
  })
  const evidence = `articles/${id}/claims/${claim.id}/evidence`
  for (const [index, host] of hosts.entries()) {
    const url = `http://${host}:${port}/source-${index}`
    const added = await idris.api('POST', 'sources', { kind: 'press', title: `Paper ${index}`, url })
    expect([201, 400], `${url}: ${JSON.stringify(added.body)}`).toContain(added.status)
    const source = { kind: 'press', title: `Page ${index}`, url: `${url}-evidence` }
    const attached = await idris.api('POST', evidence, { source, stance: 'supports', locator: 'p. 1' })
    expect([201, 400], `${url}: ${JSON.stringify(attached.body)}`).toContain(attached.status)
  }
  const unfit = [`file:///etc/passwd`, `ftp://127.0.0.1:${port}/x`, `javascript:fetch('http://127.0.0.1:${port}/')`]
  const replies = await Promise.all(
    unfit.map((url) => idris.api('POST', 'sources', { kind: 'press', title: 'Elsewhere', url })),
  )
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([400]))
  expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size, JSON.stringify(replies)).toBe(1)
  for (const path of ['sources', `articles/${id}`, `articles/${id}/claims`, 'desk', `articles/${id}/exports/csv`])
    expect((await idris.api('GET', path)).status, path).toBe(200)
  expect(hits).toEqual([])
})

test('D29 an article full of addresses is brought in and opened, and nobody is contacted', async () => {
  const there = `http://127.0.0.1:${port}`
  const html = `<html><head><link rel="stylesheet" href="${there}/style"><base href="${there}/"></head><body>
    <h1>Report</h1><p>The gate was opened <img src="${there}/image"> at night.</p><iframe src="${there}/frame"></iframe>
    <p><a href="${there}/link">A link</a> and <img srcset="${there}/set 2x"></p></body></html>`
  const { article } = await idris.done<{ article: object }>('POST', 'articles/import', { html })
  const { id } = await idris.done<{ id: string }>('POST', 'articles', { ...article, dueAt: null, original: null })
  const editor = await idris.open(id)
  expect(editor.text).toContain('The gate was opened')
  expect(hits).toEqual([])
})

test('D29 no route takes an address to fetch', async () => {
  const { paths } = (await idris.fetch('GET', '/api/openapi.json')).body as { paths: Record<string, unknown> }
  const names = Object.keys(paths)
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((path) => /archive|fetch|proxy|webhook|preview|unfurl/i.test(path))).toEqual([])
})
