/** The way of one article through a newsroom's evening: brought in, marked by two people, judged, reworded, held, signed off. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestEditor } from '../builders/editor.ts'
import type { LiveSocket } from '../builders/live-socket.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'
import type { ArticleRow, ClaimView, HistoryEntry } from '#protocol/view.ts'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
  ])
})

afterAll(async () => {
  for (const person of [noor, karim, idris]) person?.leave()
  await server?.stop()
})

const long = 'several hundreds, some say, thousands of people had lost their homes'
const inner = 'some say, thousands'

describe('one article through the evening', () => {
  let article: string
  let noors: TestEditor
  let karims: TestEditor
  let live: LiveSocket
  let longClaim: string
  let innerClaim: string
  const longNow = () => noor.claim(article, longClaim)
  const at = (claim: string) => `articles/${article}/claims/${claim}`
  const seen = (claim: ClaimView) => ({ wordsSeen: claim.words, verdictSeen: claim.verdict?.seq ?? null })
  const tally = async () => (await idris.done<{ articles: ArticleRow[] }>('GET', 'desk')).articles[0]?.tally

  test('IM3 what import showed is what the article holds, its repeated title once', async () => {
    const { id, draft } = await anArticle(noor)
    article = id
    expect(draft).toMatchObject({ title: 'Who opened the weir at Ostrava Mill?', publicationDate: '2016-03-13' })
    noors = await noor.open(article)
    expect(noors.text.split(draft.title)).toHaveLength(2)
    expect(noors.text).toContain('“Nobody rang a bell -- nobody,”')
    expect(noors.text).toContain('📁')
    expect(await noor.done('GET', `articles/${article}/text`)).toMatchObject({ text: noors.text })
  })

  test('CV2 a claim marked inside another one stands beside it for both people', async () => {
    live = await idris.live()
    await live.hears('ready')
    karims = await karim.open(article)
    longClaim = noors.mark(long, 'casualty')
    await until('karim sees the long claim', () => karims.claims.get(longClaim) === long)
    innerClaim = karims.mark(inner, 'statistic')
    await until('noor sees the inner claim', () => noors.claims.get(innerClaim) === inner)
    expect(noors.claims).toEqual(karims.claims)
    const claims = await until('both are logged', async () => {
      const all = await idris.claims(article)
      return all.length === 2 ? all : null
    })
    expect(claims).toMatchObject([
      { id: longClaim, number: 1, kind: 'casualty', words: long, standing: 'open' },
      { id: innerClaim, number: 2, kind: 'statistic', words: inner, standing: 'open' },
    ])
    expect(claims.map(({ markedBy }) => markedBy)).toEqual([(await me(noor)).id, (await me(karim)).id])
  })

  test('LV6 the desk follows every decision by itself', async () => {
    const marked = await live.hears('event', ({ event }) => event.claimId === innerClaim)
    expect(marked).toMatchObject({ stream: article, event: { type: 'claim-marked' } })
    expect(await tally()).toMatchObject({ all: 2, left: 2, casualties: 1, unassigned: 2, done: 0 })
  })

  test('VD2 a verdict of cannot confirm needs its reason and then stands on the exact words', async () => {
    const claim = await longNow()
    const given = { rating: 'cannot-confirm', ...seen(claim) }
    expect(await noor.api('POST', `${at(longClaim)}/verdicts`, given)).toMatchObject({
      status: 422,
      body: { refusal: 'why-needed' },
    })
    const why = 'Two sources, two figures.'
    const { seq } = await noor.done<{ seq: number }>('POST', `${at(longClaim)}/verdicts`, { ...given, why })
    const judged = await longNow()
    expect(judged).toMatchObject({ standing: 'judged', place: 'placed', recorded: long })
    expect(judged.verdict).toMatchObject({ seq, rating: 'cannot-confirm', why, words: long })
    await live.hears('event', (message) => message.event.type === 'verdict-given' && message.seq === seq)
    expect(await tally()).toMatchObject({ all: 2, done: 1, left: 1, casualties: 0 })
  })

  test('EV2 a new source comes into the library with its evidence, and evidence without a place in it is refused', async () => {
    const source = { kind: 'official', title: 'County bulletin 7', publisher: 'The county', url: '' }
    const link = { source, stance: 'supports', locator: '', excerpt: 'fourteen' }
    const evidence = `${at(longClaim)}/evidence`
    expect(await noor.api('POST', evidence, link)).toMatchObject({ status: 422, body: { refusal: 'locator-needed' } })
    expect(await noor.done('GET', 'sources')).toEqual({ sources: [] })
    await noor.done('POST', evidence, { ...link, locator: 'p. 2, line 4' })
    expect((await longNow()).evidence).toMatchObject([{ locator: 'p. 2, line 4', excerpt: 'fourteen', source }])
    expect(await noor.done('GET', 'sources')).toMatchObject({ sources: [source] })
  })

  test('CL9 a word replaced inside a claim makes it reworded; verdict and record stay in sight and stop counting', async () => {
    karims.replace('hundreds', 'dozens')
    const reworded = await until('the claim is reworded', async () => {
      const claim = await longNow()
      return claim.place === 'reworded' ? claim : null
    })
    expect(reworded).toMatchObject({ words: long.replace('hundreds', 'dozens'), recorded: long, standing: 'reworded' })
    expect(reworded.verdict).toMatchObject({ rating: 'cannot-confirm', words: long })
    expect(await noor.claim(article, innerClaim)).toMatchObject({ words: inner, place: 'placed' })
    expect(await tally()).toMatchObject({ reworded: 1, done: 0, left: 2, casualties: 1 })
    expect((await noor.claims(article, 'reworded')).map(({ id }) => id)).toEqual([longClaim])
  })

  test('VD3 a decision on words that are no longer there is refused, and says so', async () => {
    const claim = await longNow()
    const old = { wordsSeen: long, verdictSeen: claim.verdict?.seq ?? null }
    const refused = { status: 409, body: { refusal: 'words-changed' } }
    expect(await noor.api('POST', `${at(longClaim)}/still-holds`, old)).toMatchObject(refused)
    expect(await idris.api('POST', `${at(longClaim)}/sign-offs`, old)).toMatchObject(refused)
    const verdict = { ...old, rating: 'wrong', why: 'Not so.' }
    expect(await noor.api('POST', `${at(longClaim)}/verdicts`, verdict)).toMatchObject(refused)
    const never = { wordsSeen: claim.words, verdictSeen: null }
    expect(await noor.api('POST', `${at(longClaim)}/still-holds`, never)).toMatchObject({
      status: 409,
      body: { refusal: 'verdict-changed' },
    })
    // The verdict itself has lapsed with the words, so an editor has nothing to sign.
    expect(await idris.api('POST', `${at(longClaim)}/sign-offs`, seen(claim))).toMatchObject(refused)
  })

  test('VD5 "still holds" lets the verdict stand for the new words', async () => {
    const { seq } = await noor.done<{ seq: number }>('POST', `${at(longClaim)}/still-holds`, seen(await longNow()))
    const held = await longNow()
    expect(held).toMatchObject({ standing: 'judged', place: 'placed', recorded: held.words })
    expect(held.verdict).toMatchObject({
      seq,
      rating: 'cannot-confirm',
      words: held.words,
      heldBy: (await me(noor)).id,
    })
    expect(await noor.api('POST', `${at(longClaim)}/still-holds`, seen(held))).toMatchObject({
      status: 409,
      body: { refusal: 'nothing-changed' },
    })
  })

  test('SO3 a checker may not sign off, an editor may, and never their own verdict', async () => {
    const claim = await longNow()
    const signing = `${at(longClaim)}/sign-offs`
    expect(await noor.api('POST', signing, seen(claim))).toMatchObject({
      status: 403,
      body: { refusal: 'not-an-editor' },
    })
    await idris.done('POST', `${at(innerClaim)}/verdicts`, {
      rating: 'confirmed',
      ...seen(await noor.claim(article, innerClaim)),
    })
    const own = await idris.api('POST', `${at(innerClaim)}/sign-offs`, seen(await noor.claim(article, innerClaim)))
    expect(own).toMatchObject({ status: 403, body: { refusal: 'own-verdict' } })
    expect(await idris.api('POST', signing, { ...seen(claim), verdictSeen: 1 })).toMatchObject({
      status: 409,
      body: { refusal: 'verdict-changed' },
    })
    const { seq } = await idris.done<{ seq: number }>('POST', signing, seen(claim))
    expect(await longNow()).toMatchObject({ standing: 'signed', signOff: { seq, counts: true, words: claim.words } })
    expect(await idris.api('POST', signing, seen(claim))).toMatchObject({ body: { refusal: 'already-signed-off' } })
    expect(await tally()).toMatchObject({ signed: 1, done: 2, left: 0 })
  })

  test('SO4 a sign-off lapses when the words change and counts again when they return', async () => {
    const { words } = await longNow()
    noors.replace('dozens', 'scores')
    await until('the sign-off lapses', async () => (await longNow()).signOff?.counts === false)
    expect(await longNow()).toMatchObject({ standing: 'reworded' })
    noors.replace('scores', 'dozens')
    await until('the words are back', async () => (await longNow()).standing === 'signed')
    expect((await longNow()).words).toBe(words)
  })

  test('VD4 two verdicts given unseen of each other are both kept, in conflict, until a third has seen the newest', async () => {
    const quote = karims.mark('I heard it on the radio', 'quote')
    const open = await until('the quote is logged', () => karim.claim(article, quote).catch(() => null))
    const first = { rating: 'confirmed', ...seen(open) }
    const second = { rating: 'wrong', why: 'He was at the mill.', ...seen(open) }
    await noor.done('POST', `${at(quote)}/verdicts`, first)
    await karim.done('POST', `${at(quote)}/verdicts`, second)
    const conflict = await noor.claim(article, quote)
    expect(conflict).toMatchObject({
      standing: 'conflict',
      verdict: { rating: 'wrong' },
      rivals: [{ rating: 'confirmed' }],
    })
    expect(await tally()).toMatchObject({ all: 3, left: 1 })
    // VD7 what never was cannot have been seen
    expect(
      await noor.api('POST', `${at(quote)}/verdicts`, { ...first, verdictSeen: (conflict.verdict?.seq ?? 0) + 1 }),
    ).toMatchObject({ status: 409, body: { refusal: 'verdict-changed' } })
    expect(await idris.api('POST', `${at(quote)}/sign-offs`, seen(conflict))).toMatchObject({
      status: 409,
      body: { refusal: 'verdicts-differ' },
    })
    await noor.done('POST', `${at(quote)}/verdicts`, { ...second, why: 'We agree.', ...seen(conflict) })
    expect(await noor.claim(article, quote)).toMatchObject({
      standing: 'judged',
      verdict: { rating: 'wrong', why: 'We agree.' },
      rivals: [],
    })
    const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `${at(quote)}/history`)
    expect(entries.map(({ type, text }) => [type, text])).toEqual([
      ['verdict-given', 'We agree.'],
      ['verdict-given', 'He was at the mill.'],
      ['verdict-given', null],
      ['claim-marked', null],
    ])
  })

  test('CL10 a claim whose words go is detached with its last words, and comes back by itself with an undo', async () => {
    const name = karims.mark('Kamal Hussian', 'name')
    await until('the name is logged', () => karim.claim(article, name).catch(() => null))
    karims.pause()
    karims.erase('Kamal Hussian')
    const detached = await until('the claim is detached', async () => {
      const claim = await noor.claim(article, name)
      return claim.place === 'detached' ? claim : null
    })
    expect(detached).toMatchObject({ words: 'Kamal Hussian', standing: 'detached', ranges: [] })
    expect(await noor.api('POST', `${at(name)}/verdicts`, { rating: 'confirmed', ...seen(detached) })).toMatchObject({
      status: 409,
      body: { refusal: 'detached' },
    })
    karims.undo()
    await until('the claim is back', async () => (await noor.claim(article, name)).place === 'placed')
    await until('noor has it too', () => noors.claims.get(name) === 'Kamal Hussian')
  })

  test('CV3 at the end of the evening both texts, the server and the database agree', async () => {
    await Promise.all([noors.whenSaved(), karims.whenSaved()])
    await until('both have the same text', () => noors.text === karims.text)
    expect(await idris.done('GET', `articles/${article}/text`)).toMatchObject({ text: noors.text })
    const placed = (await idris.claims(article)).map(({ id, words }) => [id, words])
    expect(new Map(placed as [string, string][])).toEqual(noors.claims)
    expect(server.errors).toEqual([])
  })
})

const me = (person: Person) => person.fetch('GET', '/api/me').then(({ body }) => body as { id: string })
