/** Members, invitations and programs over the wire: who comes in, with what, and how soon somebody is out. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { closeCode } from '#protocol/frames.ts'
import { membersView } from '#protocol/member-view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, aStranger, Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer
let sana: Person
let noor: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[sana, noor] = await Promise.all([aPerson(server, 'sana'), aPerson(server, 'noor')])
  article = (await anArticle(noor)).id
})

afterAll(async () => {
  for (const person of [sana, noor]) person?.leave()
  await server?.stop()
})

const members = async () => membersView.parse(await sana.done('GET', 'members'))

async function idOf(name: string): Promise<string> {
  const found = (await members()).members.find((one) => one.name.startsWith(name))
  if (found === undefined) throw new Error(`${name} is no member.`)
  return found.id
}

async function invite(email: string, roles: Role[] = ['checker']) {
  const { id, link } = await sana.done<{ id: string; link: string }>('POST', 'invitations', { email, roles })
  return { id, link, path: `/api/invitations/harbour/${new URL(link).pathname.split('/').at(-1)}` }
}

/** Whoever has just been given an account, known by the cookies of that answer. */
async function takeUp(path: string, account: object): Promise<{ status: number; body: unknown; person: Person }> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(account),
  })
  const cookie = response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
  const person = new Person(server, { email: '', newsroom: 'harbour' }, cookie)
  return { status: response.status, body: await response.json(), person }
}

const account = { name: 'Lea Brandt', password: 'a long enough password' }
const over = { status: 409, body: { refusal: 'invitation-over' } }

describe('an invitation', () => {
  test('MB5 brings somebody new in with its roles, once', async () => {
    const stranger = aStranger(server)
    const { path, link } = await invite('Lea@Harbour.test', ['checker', 'reporter'])
    expect(link).toMatch(new RegExp(`^${server.url}/sign-in/invited/harbour/[\\w-]{43}$`))
    expect(await stranger.fetch('GET', path)).toEqual({
      status: 200,
      body: {
        newsroom: { slug: 'harbour', name: 'The Harbour Desk' },
        email: 'lea@harbour.test',
        roles: ['checker', 'reporter'],
        hasAccount: false,
      },
    })
    const { status, body, person: lea } = await takeUp(path, account)
    expect([status, body]).toEqual([201, { newsroom: 'harbour' }])
    expect((await lea.fetch('GET', '/api/me')).body).toMatchObject({
      email: 'lea@harbour.test',
      newsrooms: [{ slug: 'harbour', roles: ['checker', 'reporter'] }],
    })
    expect((await lea.api('GET', 'desk')).status).toBe(200)
    expect(await stranger.fetch('GET', path)).toMatchObject(over)
    expect(await takeUp(path, account)).toMatchObject(over)
    expect((await members()).invitations).toEqual([])
  })

  test('MB5 for an address with an account is taken up by signing in, never by the link alone', async () => {
    const omar = await aPerson(server, 'omar')
    const { path } = await invite('omar@other.test')
    expect((await omar.fetch('GET', path)).body).toMatchObject({ hasAccount: true })
    expect(await takeUp(path, account)).toMatchObject({ status: 401, body: { refusal: 'not-signed-in' } })
    expect(await noor.fetch('POST', path, {})).toMatchObject({ status: 401 })
    expect(await omar.fetch('POST', path, {})).toMatchObject({ status: 201 })
    expect((await omar.fetch('GET', '/api/newsrooms/harbour/desk')).status).toBe(200)
    await sana.done('DELETE', `members/${await idOf('Omar')}`)
    expect((await omar.fetch('GET', '/api/newsrooms/harbour/desk')).status).toBe(404)
  })

  test('MB5 unknown, withdrawn and run out are answered alike', async () => {
    const stranger = aStranger(server)
    const withdrawn = await invite('one@harbour.test')
    await sana.done('DELETE', `invitations/${withdrawn.id}`)
    const old = await invite('two@harbour.test')
    const expire = (to: string) =>
      server.database.sql('update invitations set expires_at = $2 where id = $1', [old.id, to])
    const [kept] = await server.database.sql<{ until: string }>(
      'select expires_at::text as until from invitations where id = $1',
      [old.id],
    )
    await expire('2020-01-01')
    const unknown = `/api/invitations/harbour/${'x'.repeat(43)}`
    const elsewhere = old.path.replace('harbour', 'other')
    const nowhere = old.path.replace('harbour', 'no-such-newsroom')
    const replies = await Promise.all(
      [withdrawn.path, old.path, unknown, elsewhere, nowhere].map((path) => stranger.fetch('GET', path)),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject(over)
    expect((await takeUp(old.path, account)).status).toBe(409)
    expect((await members()).invitations).toMatchObject([{ id: old.id, email: 'two@harbour.test', over: true }])
    await expire(kept?.until ?? '')
    expect(await sana.api('DELETE', `invitations/${v7()}`)).toMatchObject({ status: 404 })
    expect(await sana.api('DELETE', `invitations/${withdrawn.id}`)).toMatchObject(over)
  })

  test('MB1 takes an address, a role, and somebody who is not a member already', async () => {
    const post = (body: object) => sana.api('POST', 'invitations', body)
    expect(await post({ email: 'nobody', roles: ['viewer'] })).toMatchObject({
      body: { refusal: 'email-not-understood' },
    })
    expect(await post({ email: 'x@harbour.test', roles: [] })).toMatchObject({ body: { refusal: 'roles-needed' } })
    expect(await post({ email: 'Noor@demo.test', roles: ['viewer'] })).toMatchObject({
      body: { refusal: 'member-already' },
    })
    const short = await invite('short@harbour.test')
    expect(await takeUp(short.path, { name: 'Short', password: '123456789' })).toMatchObject({
      status: 422,
      body: { refusal: 'password-too-short' },
    })
    expect(await takeUp(short.path, { password: account.password })).toMatchObject({
      body: { refusal: 'words-needed' },
    })
  })

  test('DL4 asked for twice with one key is one invitation with one link, and no table or log holds the link', async () => {
    const body = { email: 'twice@harbour.test', roles: ['viewer'] }
    const [first, second] = [
      await sana.done<{ id: string; link: string }>('POST', 'invitations', body, { key: 'twice' }),
      await sana.done<{ id: string; link: string }>('POST', 'invitations', body, { key: 'twice' }),
    ]
    expect(second).toEqual(first)
    const secret = new URL(first.link).pathname.split('/').at(-1) ?? ''
    const kept = await server.database.sql(
      `select body from events union all select answer::text from answered_keys union all select i::text from invitations i`,
    )
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(await server.database.sql('select body from events'))).not.toContain('twice@harbour')
  })
})

describe('roles', () => {
  test('MB2 an admin gives other roles; the last admin stays admin', async () => {
    const id = await idOf('Rafi')
    await sana.done('PATCH', `members/${id}`, { roles: ['checker'] })
    const rafi = await aPerson(server, 'rafi')
    expect((await rafi.done<{ me: { roles: string[] } }>('GET', '')).me.roles).toEqual(['checker'])
    expect(await sana.api('PATCH', `members/${id}`, { roles: ['checker'] })).toMatchObject({
      body: { refusal: 'nothing-changed' },
    })
    expect(await sana.api('PATCH', `members/${id}`, { roles: [] })).toMatchObject({ body: { refusal: 'roles-needed' } })
    const own = await idOf('Sana')
    for (const asked of [
      sana.api('PATCH', `members/${own}`, { roles: ['editor'] }),
      sana.api('DELETE', `members/${own}`),
    ]) {
      expect(await asked).toMatchObject({ status: 409, body: { refusal: 'last-admin' } })
    }
    expect(await sana.api('PATCH', `members/${v7()}`, { roles: ['viewer'] })).toMatchObject({ status: 404 })
  })

  test('MB2 two admins who take the role from one another at once leave one of them', async () => {
    const [ids, karim] = [[await idOf('Sana'), await idOf('Karim')], await aPerson(server, 'karim')]
    await sana.done('PATCH', `members/${ids[1]}`, { roles: ['checker', 'admin'] })
    const replies = await Promise.all([
      sana.api('PATCH', `members/${ids[1]}`, { roles: ['checker'] }),
      karim.api('PATCH', `members/${ids[0]}`, { roles: ['editor'] }),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 403])
    // Whoever is left gives things back as they were.
    const left = (await sana.api('GET', 'members')).status === 200 ? sana : karim
    if (left === karim) await karim.done('PATCH', `members/${ids[0]}`, { roles: ['admin', 'editor'] })
    if (left === karim) await sana.done('PATCH', `members/${ids[1]}`, { roles: ['checker'] })
  })
})

describe('D25 a right that is taken away', () => {
  async function leaEnters(email: string) {
    const { path } = await invite(email)
    const { person } = await takeUp(path, account)
    const editor = await person.open(article)
    const live = await person.live()
    await live.hears('ready')
    const { id } = (await person.fetch('GET', '/api/me')).body as { id: string }
    return { person, editor, live, id, email }
  }
  const rows = () =>
    server.database.sql<{ n: number }>('select count(*)::int as n from updates where stream_id = $1', [article])

  test('D25 MB3 removed: both sockets close within five seconds, nothing more is stored, the name stays', async () => {
    const lea = await leaEnters('removed@harbour.test')
    lea.editor.type(0, 'L')
    await lea.editor.whenSaved()
    await sana.done('DELETE', `members/${lea.id}`)
    expect(await lea.editor.connection?.closed()).toMatchObject({ code: closeCode.notFound })
    expect(await lea.live.closed()).toMatchObject({ code: closeCode.notFound })
    const before = await rows()
    lea.editor.type(0, 'Still here? ')
    await expect(lea.editor.online()).rejects.toThrow(String(closeCode.notFound))
    expect(await rows()).toEqual(before)
    const { people } = await sana.done<{ people: { id: string; name: string; left: boolean }[] }>('GET', '')
    expect(people.find(({ id }) => id === lea.id)).toMatchObject({ name: 'Lea Brandt', left: true })
    expect((await lea.person.fetch('GET', '/api/me')).body).toMatchObject({ newsrooms: [] })
    lea.person.leave()
  })

  test('MB6 who leaves is taken off the articles that name them; one left to nobody falls to the editors', async () => {
    const lea = await leaEnters('named@harbour.test')
    const [idris, noor] = [await aPerson(server, 'idris'), await idOf('Noor')]
    const [shared, alone] = [(await anArticle(sana)).id, (await anArticle(sana)).id]
    await sana.done('PATCH', `members/${lea.id}`, { roles: ['editor'] })
    await sana.done('PUT', `articles/${shared}/access`, { open: 'named', people: [lea.id, noor] })
    await lea.person.done('PUT', `articles/${alone}/access`, { open: 'named', people: [] })
    expect(await idris.api('GET', `articles/${alone}`)).toMatchObject({ status: 404 })
    await sana.done('DELETE', `members/${lea.id}`)
    expect((await sana.article(shared)).people).not.toContain(lea.id)
    expect(await idris.article(alone)).toMatchObject({ open: 'named' })
    const [entry] = (await idris.done<{ entries: { type: string }[] }>('GET', `articles/${alone}/history`)).entries
    expect(entry?.type).toBe('article-access-changed')
    lea.person.leave()
  })

  test('D25 made a viewer: the editor comes back as a reader', async () => {
    const lea = await leaEnters('demoted@harbour.test')
    await sana.done('PATCH', `members/${lea.id}`, { roles: ['viewer'] })
    expect(await lea.editor.connection?.closed()).toMatchObject({ code: closeCode.restarting })
    await lea.editor.online()
    lea.editor.type(0, 'Still here? ')
    expect(await lea.editor.connection?.closed()).toMatchObject({ code: closeCode.mayNotWrite })
    lea.person.leave()
  })

  test.each([
    ['signs out elsewhere', 'revoke-other-sessions', {}],
    ['changes the password', 'change-password', { currentPassword: account.password, newPassword: 'another long one' }],
  ])('D25 AC16 who %s is out with every other session', async (how, route, body) => {
    const lea = await leaEnters(`${route}@harbour.test`)
    const signedIn = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ email: lea.email, password: account.password }),
    })
    const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const elsewhere = new Person(server, { email: lea.email, newsroom: 'harbour' }, cookie)
    expect((await elsewhere.fetch('POST', `/api/auth/${route}`, body)).status, how).toBe(200)
    expect(await lea.editor.connection?.closed()).toMatchObject({ code: closeCode.notSignedIn })
    expect(await lea.live.closed()).toMatchObject({ code: closeCode.notSignedIn })
    expect((await lea.person.api('GET', 'desk')).status).toBe(401)
    lea.person.leave()
  })
})

test('PJ1 members and invitations rebuilt from the log equal those kept live', async () => {
  const rows = async () => ({
    members: await server.database.sql('select * from memberships order by newsroom_id, person'),
    invitations: await server.database.sql('select * from invitations order by id'),
  })
  const live = await rows()
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  const rebuilt = await rows()
  expect(rebuilt.members.length).toBeGreaterThan(6)
  expect(rebuilt.members).toEqual(live.members)
  expect(rebuilt.invitations).toEqual(live.invitations)
})

describe('a program', () => {
  const asks = async (token: string, method: string, path: string, body?: object, headers: object = {}) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  test('MB4 AC13 does what its role may, in its newsroom, until it is taken out', async () => {
    const { person, token } = await sana.done<{ person: string; token: string }>('POST', 'programs', {
      name: 'Wire desk',
      role: 'reporter',
    })
    expect(token).toMatch(/^tm_harbour_[\w-]{43}$/)
    const source = { kind: 'press', title: 'From a program' }
    expect(await asks(token, 'POST', '/api/newsrooms/harbour/sources', source)).toMatchObject({ status: 201 })
    const quote = { exact: 'At least 14 people drowned', kind: 'casualty' }
    expect(await asks(token, 'POST', `/api/newsrooms/harbour/articles/${article}/claims`, quote)).toMatchObject({
      status: 403,
    })
    expect((await asks(token, 'GET', '/api/newsrooms/harbour')).body['me']).toMatchObject({
      name: 'Wire desk',
      kind: 'program',
      roles: ['reporter'],
    })
    expect((await members()).members.find(({ id }) => id === person)).toMatchObject({ kind: 'program', email: null })
    // With a page's origin but no cookie nobody's session is used; with a cookie the page has to be ours.
    const evil = { origin: 'https://elsewhere.example' }
    expect((await asks(token, 'POST', '/api/newsrooms/harbour/sources', source, evil)).status).toBe(201)
    const withCookie = { ...evil, cookie: noor.cookie }
    expect((await asks(token, 'POST', '/api/newsrooms/harbour/sources', source, withCookie)).status).toBe(403)
    await sana.done('DELETE', `members/${person}`)
    expect(await asks(token, 'GET', '/api/newsrooms/harbour')).toMatchObject({ status: 401 })
  })

  test('AC13 a token opens no other newsroom, no session and no personal page', async () => {
    const { token } = await sana.done<{ token: string }>('POST', 'programs', { name: 'Reader', role: 'viewer' })
    const foreign = await asks(token, 'GET', '/api/newsrooms/other/desk')
    expect(foreign).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
    expect(await asks(token, 'GET', '/api/newsrooms/no-such-newsroom/desk')).toEqual(foreign)
    expect((await asks(token, 'GET', '/api/me')).status).toBe(401)
    expect((await asks(token, 'GET', '/api/auth/list-sessions')).status).toBe(401)
    for (const wrong of ['', 'x', 'tm_harbour_short', `tm_harbour_${'x'.repeat(43)}`, `${token}x`]) {
      expect([wrong, (await asks(wrong, 'GET', '/api/newsrooms/harbour/desk')).status]).toEqual([wrong, 401])
    }
  })

  test('MB4 has a name and a role that is not admin', async () => {
    const post = (body: object) => sana.api('POST', 'programs', body)
    expect(await post({ name: ' ', role: 'viewer' })).toMatchObject({ body: { refusal: 'words-needed' } })
    expect(await post({ name: 'X', role: 'admin' })).toMatchObject({ body: { refusal: 'roles-needed' } })
  })
})
