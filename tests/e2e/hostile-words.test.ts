/**
 * D27. Words that would like to be code, in every place where somebody writes: names of people and newsroom, title and text, source,
 * talk, reasons, names of files. An editor opens every page; nothing runs, and no link leads anywhere it should not.
 */
import type { BrowserContext, Page } from '@playwright/test'
import { anOwnServer, type OwnServer } from './own-server.ts'
import { expect, test } from './people.ts'

const payloads = [
  '<img src=x onerror="window.ran=1">',
  '"><svg onload="window.ran=1">',
  '</script><script>window.ran=1</script>',
  '<a href="javascript:window.ran=1">here</a>',
  'javascript:window.ran=1',
  '{{constructor.constructor("window.ran=1")()}}',
  "';window.ran=1;//",
  '\u202Egnp.exe \u2066isolate',
] as const
const all = payloads.join(' ')

let server: OwnServer
test.beforeAll(async () => {
  server = await anOwnServer()
})
test.afterAll(async () => {
  await server.stop()
})

async function asked<T>(context: BrowserContext, method: string, path: string, data?: unknown): Promise<T> {
  const reply = await context.request.fetch(path, {
    method,
    headers: { origin: server.url },
    ...(data === undefined ? {} : { data }),
  })
  expect(reply.ok(), `${method} ${path}: ${await reply.text()}`).toBe(true)
  return (await reply.json()) as T
}

/** Everything that somebody can write, written by the founder. Returns the addresses of every page that shows it. */
async function write(context: BrowserContext): Promise<string[]> {
  await asked(context, 'POST', '/api/first-run', {
    newsroom: { name: all.slice(0, 200), slug: 'night', zone: 'UTC' },
    name: all.slice(0, 200),
    email: 'ines@night.test',
    password: 'a long enough password',
  })
  const api = '/api/newsrooms/night'
  const text = `${all}\n\n${payloads.map((payload, n) => `Sentence ${n} says ${payload} today.`).join('\n\n')}\n`
  const { article } = await asked<{ article: object }>(context, 'POST', `${api}/articles/import`, { text })
  const brought = { ...article, dueAt: null, byline: payloads[1], desk: payloads[0] }
  const { id } = await asked<{ id: string }>(context, 'POST', `${api}/articles`, brought)
  for (const [n, payload] of payloads.entries()) {
    const at = `${api}/articles/${id}/claims`
    const exact = `Sentence ${n} says ${payload}`
    const claim = await asked<{ id: string; words: string }>(context, 'POST', at, { exact, kind: 'other' })
    const source = {
      kind: 'interview',
      title: payload,
      publisher: payload,
      author: payload,
      url: `https://example.test/${encodeURIComponent(payload)}?q="><b>`,
      terms: 'background',
      attribution: payload,
      anonymity: payload,
    }
    const link = { source, stance: 'supports', locator: payload, excerpt: payload }
    await asked(context, 'POST', `${at}/${claim.id}/evidence`, link)
    const given = { wordsSeen: claim.words, verdictSeen: null, rating: 'needs-context', why: payload }
    await asked(context, 'POST', `${at}/${claim.id}/verdicts`, given)
    await asked(context, 'POST', `${at}/${claim.id}/talk`, { text: payload, mentions: [] })
  }
  const { sources } = await asked<{ sources: { id: string }[] }>(context, 'GET', `${api}/sources`)
  const source = sources[0]?.id ?? ''
  await context.request.post(`${api}/sources/${source}/documents`, {
    headers: { origin: server.url },
    multipart: { file: { name: `${payloads[0]}.html`, mimeType: 'text/html', buffer: Buffer.from(all) } },
  })
  await asked(context, 'PUT', `${api}/sources/${source}/origin`, { origin: { name: all.slice(0, 200) } })
  await asked(context, 'POST', `${api}/programs`, { name: all.slice(0, 200), role: 'viewer' })
  const article14 = `/night/articles/${id}`
  return [
    '/',
    '/night',
    ...payloads.map((_, n) => `${article14}?claim=C${n + 1}`),
    `${article14}/review`,
    `${article14}/history`,
    `/night/sources?source=${source}`,
    '/night/waiting',
    '/night/import',
    '/night/members',
    '/profile',
    '/api/reference',
  ]
}

const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll('a, area, form')].map((one) => one.getAttribute('href') ?? ''))

test('D27 an editor who opens every page runs nothing that somebody wrote', { tag: '@long' }, async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ baseURL: server.url })
  const complaints: string[] = []
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('console', (line) => {
    if (/Content.Security.Policy|Refused to/i.test(line.text())) complaints.push(line.text())
  })
  context.on('weberror', (thrown) => complaints.push(thrown.error().message))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== server.url) complaints.push(`asked ${request.url()}`)
  })
  const pages = await write(context)
  const page = await context.newPage()
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content-Security-Policy: ${event.violatedDirective} ${event.blockedURI}`),
    )
  })
  for (const address of pages) {
    await page.goto(address)
    await page.locator('#content, main').first().waitFor()
    await page.waitForLoadState('networkidle')
    expect([address, await page.evaluate(() => 'ran' in window)]).toEqual([address, false])
    for (const href of await linksOf(page)) {
      const { protocol } = new URL(href, server.url)
      expect([address, href, /^(https?|mailto):$/.test(protocol)]).toEqual([address, href, true])
    }
  }
  expect(complaints).toEqual([])

  const { sources } = await asked<{ sources: { id: string }[] }>(context, 'GET', '/api/newsrooms/night/sources')
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', ' javascript:alert(1)']) {
    const refused = await context.request.patch(`/api/newsrooms/night/sources/${sources[0]?.id}`, {
      headers: { origin: server.url },
      data: { url },
    })
    expect([url, refused.status()]).toEqual([url, 400])
  }
  await context.close()
})
