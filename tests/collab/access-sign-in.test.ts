/** Guessing passwords, sessions, cookies and headers: what a stranger meets at the door. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '#server/demo/people.ts'
import { aPerson } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await aServer()
})

afterAll(async () => {
  await server?.stop()
})

async function signIn(email: string, password: string, headers: Record<string, string> = {}) {
  const began = performance.now()
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...headers },
    body: JSON.stringify({ email, password }),
  })
  const text = await response.text()
  return { status: response.status, text, ms: performance.now() - began, cookies: response.headers.getSetCookie() }
}

const spoofed = (n: number) => ({ 'x-forwarded-for': `203.0.113.${n}`, 'x-tickmark-client-address': `203.0.113.${n}` })

describe('D31 AC14 guessing', () => {
  test.each(['idris@demo.test', 'nobody@demo.test'])(
    'D31 the tenth wrong password for %s is refused, however the address is spoofed, and so is the right one',
    async (email) => {
      const replies = []
      for (let n = 1; n <= 20; n += 1)
        replies.push(await signIn(n % 2 ? email : email.toUpperCase(), `wrong ${n}`, spoofed(n)))
      expect(replies.map(({ status }) => status)).toEqual([...Array(9).fill(401), ...Array(11).fill(429)])
      expect(JSON.parse(replies[9]?.text ?? '')).toMatchObject({ refusal: 'throttled' })
      expect((await signIn(email, demoPassword)).status).toBe(429)
      // Somebody else behind the same address is not held up.
      expect((await signIn('noor@demo.test', demoPassword)).status).toBe(200)
    },
  )

  test('D31 many at once are counted one by one', async () => {
    const replies = await Promise.all(Array.from({ length: 15 }, (_, n) => signIn('vera@demo.test', `wrong ${n}`)))
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(9)
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(6)
  })

  test('D31 it is kept in the database, and over when its time has passed; a right password starts anew', async () => {
    expect((await signIn('rafi@demo.test', 'wrong')).status).toBe(401)
    expect((await signIn('rafi@demo.test', demoPassword)).status).toBe(200)
    for (let n = 0; n < 9; n += 1) expect((await signIn('rafi@demo.test', 'wrong')).status).toBe(401)
    expect((await signIn('rafi@demo.test', demoPassword)).status).toBe(429)
    const kept = await server.database.sql('select * from auth.failed_sign_ins')
    expect(JSON.stringify(kept)).not.toContain('rafi')
    await server.database.sql(`update auth.failed_sign_ins set since = since - interval '16 minutes'`)
    expect((await signIn('rafi@demo.test', demoPassword)).status).toBe(200)
  })

  test('D31 an address that is nobody’s gets the same reply, and no sooner', async () => {
    const known: Awaited<ReturnType<typeof signIn>>[] = []
    const unknown: typeof known = []
    for (let n = 0; n < 5; n += 1) {
      known.push(await signIn('karim@demo.test', 'wrong'))
      unknown.push(await signIn('no-such-person@demo.test', 'wrong'))
    }
    expect(new Set([...known, ...unknown].map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    // What a busy machine disturbs least.
    const quickest = (replies: typeof known) => Math.min(...replies.map(({ ms }) => ms))
    // Hashing takes tens of milliseconds; leaving it out for strangers would show.
    expect(quickest(unknown)).toBeGreaterThan(quickest(known) / 3)
  })

  test.each([
    ['a form', 'application/x-www-form-urlencoded', 'email=karim@demo.test&password=x'],
    ['broken JSON', 'application/json', '{"email":'],
    ['a list', 'application/json', '[]'],
    ['an address in a list', 'application/json', '{"email":["karim@demo.test"],"password":"x"}'],
  ])('AC14 %s is not understood and reaches no password', async (_, type, body) => {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': type, origin: server.url },
      body,
    })
    expect([response.status, await response.json()]).toMatchObject([400, { refusal: 'not-understood' }])
  })

  test('AC15 of better-auth only what Tickmark uses can be reached', async () => {
    const noor = await aPerson(server, 'noor')
    for (const path of ['sign-up/email', 'update-user', 'change-email', 'delete-user', 'request-password-reset']) {
      const body = { name: 'X', email: 'x@demo.test', password: 'long enough to do', newEmail: 'x@demo.test' }
      expect([path, (await noor.fetch('POST', `/api/auth/${path}`, body)).status]).toEqual([path, 404])
    }
    expect((await noor.fetch('GET', '/api/auth/list-accounts')).status).toBe(404)
  })
})

test('AC16 a person sees their sessions, ends one, and the others stay', async () => {
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const cookies = []
  for (const name of ['first', 'second']) {
    const { cookies: set } = await signIn('omar@other.test', demoPassword, { 'user-agent': `${agent} ${name}` })
    cookies.push((set[0] ?? '').split(';')[0] ?? '')
  }
  const [first = '', second = ''] = cookies
  const ask = async (cookie: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { cookie, origin: server.url, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const sessions = (await ask(first, 'GET', '/api/auth/list-sessions')).body as { token: string; userAgent: string }[]
  expect(sessions.map(({ userAgent }) => userAgent).toSorted()).toEqual([`${agent} first`, `${agent} second`])
  const other = sessions.find(({ userAgent }) => userAgent.endsWith('second'))
  expect((await ask(first, 'POST', '/api/auth/revoke-session', { token: other?.token })).status).toBe(200)
  expect((await ask(second, 'GET', '/api/me')).status).toBe(401)
  expect((await ask(first, 'GET', '/api/me')).status).toBe(200)
  const changed = (body: object) => ask(first, 'POST', '/api/auth/change-password', body)
  expect((await changed({ currentPassword: 'wrong', newPassword: 'a long enough one' })).status).toBe(400)
  expect((await changed({ currentPassword: demoPassword, newPassword: '123456789' })).status).toBe(400)
})

describe('D32 headers and cookies', () => {
  const pages = [
    '/',
    '/harbour',
    '/sign-in',
    '/api/start',
    '/api/me',
    '/api/openapi.json',
    '/api/reference',
    '/health/live',
  ]

  test.each(pages)('D32 %s says what a browser may do with it', async (path) => {
    const { headers } = await fetch(`${server.url}${path}`)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).not.toMatch(/script-src[^;]*(unsafe|\*)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("object-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-powered-by')).toBeNull()
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toContain('no-store')
  })

  test('D32 the cookie is for our own pages, and unreadable to any script', async () => {
    const { cookies } = await signIn('noor@demo.test', demoPassword)
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatch(/^tickmark\.session_token=/)
    expect(cookies[0]).toMatch(/; HttpOnly/i)
    expect(cookies[0]).toMatch(/; SameSite=Strict/i)
    expect(cookies[0]).not.toMatch(/; Domain=/i)
  })

  test('D32 under https it is a __Host- cookie, and strict transport is asked for', async () => {
    const secure = await aServer({ publicUrl: 'https://desk.example' })
    try {
      const response = await fetch(`http://127.0.0.1:${secure.port}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://desk.example' },
        body: JSON.stringify({ email: 'noor@demo.test', password: demoPassword }),
      })
      const [cookie = ''] = response.headers.getSetCookie()
      expect(cookie).toMatch(/^__Host-tickmark\.session_token=/)
      expect(cookie).toMatch(/; Secure/i)
      expect(cookie).toMatch(/; Path=\/(;|$)/i)
      expect(response.headers.get('strict-transport-security')).toContain('max-age')
      const me = await fetch(`http://127.0.0.1:${secure.port}/api/me`, {
        headers: { cookie: cookie.split(';')[0] ?? '' },
      })
      expect(me.status).toBe(200)
    } finally {
      await secure.stop()
    }
  })
})
