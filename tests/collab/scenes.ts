/**
 * Makes what a route needs to succeed for whoever may use it: an article with a claim, evidence, talk, a source, at the stage the route
 * is for. Made by karim, a checker, and lena, who is admin and editor; neither is asked about.
 */
import { ensureAccount } from '#server/auth/accounts.ts'
import { takeIn } from '#server/decisions/newsroom.ts'
import { demoNewsrooms, demoPassword } from '#server/demo/people.ts'
import type { Role } from '#domain/actor.ts'
import { aKeptFile, anArticle } from '../builders/article.ts'
import { aPerson, Person } from '../builders/person.ts'
import type { TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'
import { aDocument, emptyScene, type Scene } from './routes.ts'

const words = 'Sentence number one stands'
const text = `A title\n\n${words} here alone.\n\nSentence number two has not been marked.\n`

type Making = { -readonly [K in keyof Scene]: Scene[K] }

export class Scenes {
  readonly #server: TestServer
  readonly #draft: object
  readonly #colleague: string
  readonly karim: Person
  readonly lena: Person
  #made = 0

  private constructor(server: TestServer, karim: Person, lena: Person, draft: object, colleague: string) {
    this.#server = server
    this.karim = karim
    this.lena = lena
    this.#draft = draft
    this.#colleague = colleague
  }

  static async on(server: TestServer): Promise<Scenes> {
    const karim = await aPerson(server, 'karim')
    const lena = await aMember(server, 'lena@demo.test', ['admin', 'editor'])
    const original = await aKeptFile(server, 'harbour', 'As it came.')
    const { draft } = await anArticle(karim, { text, original })
    const { me } = await karim.done<{ me: { id: string } }>('GET', '')
    return new Scenes(server, karim, lena, { ...draft, dueAt: null, original }, me.id)
  }

  /** For this route, on an article of its own that is open to the newsroom. */
  async for(route: string): Promise<Scene> {
    const scene: Making = {
      ...emptyScene,
      sent: this.#draft,
      colleague: this.#colleague,
      unmarked: 'has not been marked',
    }
    if (route.includes('/members/')) scene.person = await this.#member()
    if (route.includes('/invitations/')) scene.invitation = await this.#invitation()
    if (route.includes('{source}')) await this.#source(route, scene)
    if (route.includes('{article}')) await this.#article(route, scene)
    return scene
  }

  /** What only the one who did it may undo is done by whoever is asked about next. */
  async asDoneBy(person: Person, route: string, { article, claim, wordsSeen, verdictSeen }: Scene): Promise<void> {
    if (route.includes('sign-off-withdrawal'))
      await person.done('POST', `articles/${article}/claims/${claim}/sign-offs`, { wordsSeen, verdictSeen })
  }

  /** From now on the article is open to these people only. */
  async open(article: string, people: readonly string[]): Promise<void> {
    await this.#server.database.sql(`update articles set open = 'named', people = $2 where id = $1`, [article, people])
  }

  leave(): void {
    this.karim.leave()
    this.lena.leave()
  }

  async #member(): Promise<string> {
    this.#made += 1
    const { auth, services } = this.#server
    const account = { name: 'Nina', email: `nina.${this.#made}@demo.test`, password: demoPassword }
    const { id } = await ensureAccount(services.db, auth, account)
    await takeIn(services, demoNewsrooms[0], { person: id, name: 'Nina', roles: ['viewer'] })
    return id
  }

  async #invitation(): Promise<string> {
    this.#made += 1
    const invited = { email: `nils.${this.#made}@demo.test`, roles: ['viewer'] }
    return (await this.lena.done<{ id: string }>('POST', 'invitations', invited)).id
  }

  async #source(route: string, scene: Making): Promise<void> {
    const post = (path: string, body?: unknown) => this.karim.done<{ id: string }>('POST', path, body)
    const add = async (title: string) =>
      (await post('sources', { kind: 'interview', title, terms: 'off-record', anonymity: 'Fears for the job.' })).id
    scene.source = await add('A pilot')
    const at = `sources/${scene.source}`
    if (route.includes('merge')) scene.into = await add('The same pilot')
    if (route.startsWith('DELETE') && route.includes('merge')) await post(`${at}/merge`, { into: scene.into })
    if (route.includes('reinstatement')) await post(`${at}/withdrawal`, { as: 'withdrawn', why: 'Taken back.' })
    if (!route.includes('{document}')) return
    const form = new FormData()
    form.append('file', new Blob([`A note ${(this.#made += 1)}`]), 'note.txt')
    scene.document = (await post(`${at}/documents`, form)).id
  }

  async #article(route: string, scene: Making): Promise<void> {
    const { karim, lena } = this
    scene.article = (await karim.done<{ id: string }>('POST', 'articles', this.#draft)).id
    const at = `articles/${scene.article}`
    const kind = route.endsWith('/truth') ? 'quote' : 'other'
    scene.claim = (await karim.done<{ id: string }>('POST', `${at}/claims`, { exact: words, kind })).id
    const claim = `${at}/claims/${scene.claim}`
    const post = (path: string, body: object) => karim.done<{ id: string; seq: number }>('POST', path, body)
    if (route.includes('{evidence}')) {
      const link = { source: { kind: 'other', title: 'A note' }, stance: 'context', locator: 'p. 1' }
      scene.evidence = (await post(`${claim}/evidence`, link)).id
    }
    const mentions = [this.#colleague]
    if (route.includes('{entry}')) scene.entry = (await post(`${claim}/talk`, { text: 'Look again.', mentions })).id
    if (route.includes('{query}'))
      scene.query = (await post(`${claim}/queries`, { to: this.#colleague, text: 'Who?' })).id
    if (
      /still-holds|verdict-withdrawal|sign-off|review|send-back|approvals|publication|exceptions|erasure/.test(route)
    ) {
      const rating = route.includes('exceptions') ? 'wrong' : 'confirmed'
      const given = { wordsSeen: words, verdictSeen: null, rating, why: 'Both counts agree.' }
      scene.seq = (await post(`${claim}/verdicts`, given)).seq
    }
    if (route.includes('wording-fixes')) {
      const given = { wordsSeen: words, verdictSeen: null, rating: 'confirmed-with-change' }
      await post(`${claim}/verdicts`, { ...given, proposed: 'Sentence number one stood' })
    }
    if (route.includes('{draft}')) {
      scene.draft = (await post(`${at}/drafts`, { document: aDocument('Sentence number one stood here.') })).id
    }
    if (route.includes('still-holds')) await this.#reword(scene)
    if (route === 'POST /articles/{article}/claims/{claim}/place') await this.#detach(scene)
    // Any other claim: C2.
    if (route.includes('{claim}/merge')) await post(`${at}/claims`, { exact: 'Sentence number two', kind: 'other' })
    if (/send-back|approvals|publication/.test(route)) await post(`${at}/review-requests`, { note: 'Done.' })
    if (/approvals|publication/.test(route)) {
      scene.seen = (await lena.done<{ seen: string }>('GET', `${at}/review`)).seen
    }
    if (route.includes('publication')) await lena.done('POST', `${at}/approvals`, { seen: scene.seen })
    const now = await karim.claim(scene.article, scene.claim)
    scene.wordsSeen = now.words
    scene.verdictSeen = now.verdict?.seq ?? null
  }

  async #detach({ article, claim }: Making): Promise<void> {
    const editor = await this.karim.open(article)
    await until('the mark has arrived', () => editor.claims.has(claim))
    editor.erase(words)
    await until('the words are gone', async () => (await this.karim.claim(article, claim)).place === 'detached')
    // The history is told before a decision; nothing comes into it later.
    await this.karim.done('PATCH', `articles/${article}/claims/${claim}`, { risk: 'high' })
    editor.close()
  }

  async #reword({ article, claim }: Making): Promise<void> {
    const editor = await this.karim.open(article)
    await until('the mark has arrived', () => editor.claims.has(claim))
    editor.type({ after: 'number one' }, 'th')
    await until('the new words are known', async () => (await this.karim.claim(article, claim)).place === 'reworded')
    editor.close()
  }
}

/** Somebody who is not of the demo, with these roles in harbour. */
export async function aMember(server: TestServer, email: string, roles: Role[]): Promise<Person> {
  const { auth, services } = server
  const name = email.split('@')[0] ?? ''
  const { id } = await ensureAccount(services.db, auth, { name, email, password: demoPassword })
  await takeIn(services, demoNewsrooms[0], { person: id, name, roles })
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  return new Person(server, { email, newsroom: 'harbour' }, cookie)
}
