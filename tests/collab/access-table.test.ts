/**
 * Who may do what: every route that the API describes, asked as everyone there is, of an article that is open to them and of one that is
 * not. The expectation is `http/who-may.ts`, which the API's page shows; a route without its line fails here. What is refused leaves
 * nothing behind. D22, D23.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { closeCode } from '#protocol/frames.ts'
import { type Audience, audienceOf, newsroomRoutes } from '#server/http/who-may.ts'
import { aPerson, type Asking, aStranger, Person, type Reply } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { TestSocket } from '../builders/socket.ts'
import { until } from '../builders/until.ts'
import { addressOf, describedStatuses, routes, type Scene } from './routes.ts'
import { aMember, Scenes } from './scenes.ts'

const names = ['nobody', 'vera', 'rafi', 'noor', 'idris', 'sana', 'both', 'program', 'omar'] as const
type Name = (typeof names)[number]

/** Roles in harbour; null for a stranger, and for the editor and admin of another newsroom. */
const held: Record<Name, readonly Role[] | null> = {
  nobody: null,
  vera: ['viewer'],
  rafi: ['reporter'],
  noor: ['checker'],
  idris: ['editor'],
  sana: ['admin'],
  both: ['admin', 'editor'],
  program: ['checker'],
  omar: null,
}

const atDesk: readonly Role[] = ['viewer', 'reporter', 'checker', 'editor']

/** For each audience: whose roles are enough, and who is told that theirs are not; everybody else finds nothing. */
const rights: Record<Audience, { readonly may: readonly Role[]; readonly told: readonly Role[] }> = {
  anyone: { may: [...atDesk, 'admin'], told: [] },
  person: { may: [...atDesk, 'admin'], told: [] },
  member: { may: [...atDesk, 'admin'], told: [] },
  desk: { may: atDesk, told: [] },
  edit: { may: ['reporter', 'checker', 'editor'], told: atDesk },
  decide: { may: ['checker', 'editor'], told: atDesk },
  sign: { may: ['editor'], told: atDesk },
  manage: { may: ['admin'], told: atDesk },
  erase: { may: ['admin'], told: atDesk },
}

function expected(name: Name, audience: Audience, success: number): number {
  const roles = held[name]
  if (roles === null) return name === 'nobody' ? 401 : 404
  const any = (some: readonly Role[]) => roles.some((role) => some.includes(role))
  // What lies in an article is there only for those who read it, admins too.
  if (audience === 'erase' && !any(atDesk)) return 404
  return any(rights[audience].may) ? success : any(rights[audience].told) ? 403 : 404
}

/** Asks as Tickmark's own pages do not: with a token and no cookie. */
class Program extends Person {
  readonly #token: string

  constructor(server: TestServer, token: string) {
    super(server, { email: '', newsroom: 'harbour' }, '')
    this.#token = token
  }

  override fetch(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<Reply> {
    const headers = { ...asking.headers, authorization: `Bearer ${this.#token}` }
    return super.fetch(method, path, body, { ...asking, headers })
  }
}

let server: TestServer
let scenes: Scenes
let people: Record<Name, Person>
const ids = new Map<Name, string>()
let statuses: Map<string, number>

beforeAll(async () => {
  server = await aServer()
  scenes = await Scenes.on(server)
  const { token } = await scenes.lena.done<{ token: string }>('POST', 'programs', { name: 'Wire', role: 'checker' })
  const signedIn = ['vera', 'rafi', 'noor', 'idris', 'sana', 'omar'] as const
  const them = await Promise.all(signedIn.map(async (name) => [name, await aPerson(server, name)] as const))
  people = {
    ...(Object.fromEntries(them) as Record<(typeof signedIn)[number], Person>),
    nobody: aStranger(server),
    both: await aMember(server, 'both@demo.test', ['admin', 'editor']),
    program: new Program(server, token),
  }
  const { members } = await scenes.lena.done<{ members: { id: string; name: string }[] }>('GET', 'members')
  const { id: sana } = members.find(({ name }) => name.startsWith('Sana')) ?? { id: '' }
  await scenes.lena.done('PATCH', `members/${sana}`, { roles: ['admin'] })
  for (const name of names.filter((one) => held[one] !== null)) {
    ids.set(name, (await people[name].done<{ me: { id: string } }>('GET', '')).me.id)
  }
  statuses = await describedStatuses(people.vera)
})

afterAll(async () => {
  for (const person of Object.values(people ?? {})) person.leave()
  scenes?.leave()
  await server?.stop()
})

/** Entries of all streams, without what follows from karim's own typing, which comes when it likes. */
const happened = async () => {
  const [count] = await server.database.sql<{ n: number }>(
    `select ((select sum(seq) from streams) - (select count(*) from events where type = 'claim-reworded'))::int as n`,
  )
  return count?.n ?? 0
}

const ask = (name: Name, route: string, scene: Scene): Promise<Reply> => {
  const [method, path] = addressOf(route, scene)
  return people[name].fetch(method, `/api/newsrooms/harbour${path}`, routes[route]?.(scene))
}

test('D23 AC10 every route that is described has its line, and no line is without a route', () => {
  const described = [...statuses.keys()].toSorted()
  expect(newsroomRoutes.toSorted(), 'http/who-may.ts').toEqual(described)
  expect(Object.keys(routes).toSorted(), 'tests/collab/routes.ts').toEqual(described)
})

test.each(newsroomRoutes)(
  'D23 AC10 %s is for those who may, and leaves nothing for those who may not',
  async (route) => {
    const audience = audienceOf(route) ?? 'member'
    const success = statuses.get(route) ?? 200
    let scene = await scenes.for(route)
    for (const name of names) {
      const status = expected(name, audience, success)
      if (status < 400) await scenes.asDoneBy(people[name], route, scene)
      const before = await happened()
      const reply = await ask(name, route, scene)
      expect([name, reply.status], JSON.stringify(reply.body)).toEqual([name, status])
      if (status >= 400) expect(await happened(), `${name} changed something`).toBe(before)
      else if (!route.startsWith('GET')) scene = await scenes.for(route)
    }
  },
)

const ofArticles = newsroomRoutes.filter((route) => route.includes('{article}'))

test.each(ofArticles)(
  'D22 AC2 %s of an article open to named people: as before for them, nothing for others',
  async (route) => {
    const audience = audienceOf(route) ?? 'member'
    const success = statuses.get(route) ?? 200
    let scene = await scenes.for(route)
    const makers = [await idOf(scenes.karim), await idOf(scenes.lena)]
    for (const name of names) {
      await scenes.open(scene.article, makers)
      const before = await happened()
      const shut = await ask(name, route, scene)
      expect([name, shut.status], JSON.stringify(shut.body)).toEqual([name, name === 'nobody' ? 401 : 404])
      // Byte for byte what an article that does not exist is answered with.
      expect(shut).toEqual(await ask(name, route, { ...scene, article: v7() }))
      expect(await happened(), `${name} changed something`).toBe(before)

      const mine = ids.get(name)
      if (mine === undefined) continue
      await scenes.open(scene.article, [...makers, mine])
      if (expected(name, audience, success) < 400) await scenes.asDoneBy(people[name], route, scene)
      const reply = await ask(name, route, scene)
      expect([name, reply.status], JSON.stringify(reply.body)).toEqual([name, expected(name, audience, success)])
      if (reply.status < 400 && !route.startsWith('GET')) scene = await scenes.for(route)
    }
  },
)

const idOf = async (person: Person) => (await person.done<{ me: { id: string } }>('GET', '')).me.id

test('AC2 AC9 the sockets let in whoever reads, and say nothing else to anybody', async () => {
  const { article } = await scenes.for('GET /articles/{article}')
  const { schema, epoch } = await scenes.karim.article(article)
  const makers = [await idOf(scenes.karim)]
  const knock = async (name: Name, path: string): Promise<number | null> => {
    const socket = new TestSocket(people[name].socketAt(path), people[name].headers)
    let isIn = false
    // Whoever is let in is told something at once; nobody else is told anything.
    socket.socket.on('message', () => (isIn = true))
    await until('it is let in or turned away', () => isIn || socket.ended !== null)
    const code = socket.ended?.code ?? null
    socket.socket.terminate()
    return code
  }
  const text = `/sync/harbour/${article}?schema=${schema}&epoch=${epoch}`
  const reads = (name: Name) => held[name]?.some((role) => atDesk.includes(role)) ?? false
  for (const name of names) {
    // A program's token opens no socket: it counts as nobody there.
    const stranger = name === 'nobody' || name === 'program'
    const outside = stranger ? closeCode.notSignedIn : closeCode.notFound
    const inside = stranger || !reads(name) ? outside : null
    expect([name, await knock(name, '/live/harbour')]).toEqual([name, inside])
    await server.database.sql(`update articles set open = 'newsroom', people = '{}' where id = $1`, [article])
    expect([name, await knock(name, text)]).toEqual([name, inside])
    await scenes.open(article, [...makers, ids.get(name) ?? ''])
    expect([name, await knock(name, text)]).toEqual([name, inside])
    await scenes.open(article, makers)
    expect([name, await knock(name, text)]).toEqual([name, outside])
  }
})
