/** What the log and the error replies tell: that something was asked, never what was in it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer
let noor: Person
let sana: Person

beforeAll(async () => {
  server = await aServer()
  ;[noor, sana] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'sana')])
})

afterAll(async () => {
  for (const person of [noor, sana]) person?.leave()
  await server?.stop()
})

/** In every word that somebody writes; found nowhere in the log. */
const canary = 'ZX9CANARY'

test('LG10 words, addresses, passwords, cookies and tokens of an evening are nowhere in the log', async () => {
  const { id } = await anArticle(noor, { text: `${canary} title\n\nThe ${canary} drowned at the weir.\n` })
  const at = `articles/${id}/claims`
  const claim = await noor.done<{ id: string }>('POST', at, { exact: `${canary} drowned`, kind: 'other' })
  const source = { kind: 'interview', title: canary, url: `https://${canary}.example/x?y=${canary}`, author: canary }
  await noor.done('POST', `${at}/${claim.id}/evidence`, { source, stance: 'supports', locator: canary })
  const given = { wordsSeen: `${canary} drowned`, verdictSeen: null, rating: 'wrong', why: canary }
  await noor.done('POST', `${at}/${claim.id}/verdicts`, given)
  await noor.done('POST', `${at}/${claim.id}/talk`, { text: canary, mentions: [] })
  await noor.api('GET', `sources?find=${canary}`)
  await noor.fetch('GET', `/${canary}?find=${canary}`)
  await noor.fetch('GET', `/api/newsrooms/${canary}/articles/${canary}`)
  await noor.fetch('POST', '/api/auth/sign-in/email', { email: `${canary}@demo.test`, password: canary })
  const invited = { email: `${canary}@demo.test`, roles: ['viewer'] }
  const { link } = await sana.done<{ link: string }>('POST', 'invitations', invited)
  const { token } = await sana.done<{ token: string }>('POST', 'programs', { name: canary, role: 'viewer' })
  await noor.fetch('GET', new URL(link).pathname.replace('/sign-in/invited', '/api/invitations'))
  await noor.fetch('GET', new URL(link).pathname)
  await noor.fetch('GET', '/api/newsrooms/harbour/desk', undefined, { headers: { authorization: `Bearer ${token}` } })
  const editor = await noor.open(id)
  editor.type(0, `${canary} `)
  await editor.whenSaved()

  const log = JSON.stringify(server.lines)
  expect(server.lines.length).toBeGreaterThan(10)
  const secrets = { canary, link: link.split('/').at(-1) ?? '', token, cookie: noor.cookie.split('=')[1] ?? '' }
  for (const [what, secret] of Object.entries(secrets)) {
    expect(secret.length, what).toBeGreaterThan(8)
    expect(log.toLowerCase().includes(secret.toLowerCase()), what).toBe(false)
  }
  expect(log).not.toContain('@demo.test')
})

test('LG10 a mistake of ours is told without a trace of how: no stack, no statement', async () => {
  await server.database.sql('alter table sources rename to sources_away')
  try {
    const { status, body } = await noor.api('GET', 'sources')
    expect(status).toBe(503)
    expect(body).toEqual({
      refusal: 'not-stored',
      text: 'This could not be stored just now. Nothing was changed; try again.',
    })
    expect(JSON.stringify(server.errors)).not.toMatch(/select|from "?sources|at \w+ \(/i)
    expect(server.errors.length).toBeGreaterThan(0)
  } finally {
    await server.database.sql('alter table sources_away rename to sources')
  }
})

test.each([
  ['broken JSON', '{"kind":', 'application/json'],
  ['another kind of body', '<source/>', 'application/xml'],
  [
    'a multipart without an end',
    '--x\r\nContent-Disposition: form-data; name="file"',
    'multipart/form-data; boundary=x',
  ],
])('WP3 %s is the sender’s mistake and is told so', async (_, body, type) => {
  const response = await fetch(`${server.url}/api/newsrooms/harbour/sources`, {
    method: 'POST',
    headers: { ...noor.headers, 'content-type': type },
    body,
  })
  expect([response.status, await response.json()]).toMatchObject([400, { refusal: 'not-understood' }])
})
