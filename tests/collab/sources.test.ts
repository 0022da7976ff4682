/**
 * The library: sources are described, grouped, merged, given documents and taken back; what rests on them follows in every article,
 * also in those that whoever takes a source back may not open. Rules SR1–SR8, EV6.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentView, DuplicateGroup, OriginView, SourceRecord, SourceRow } from '#protocol/source-view.ts'
import type { ClaimView, SourceView } from '#protocol/view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let rafi: Person

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris, rafi] = (await Promise.all(
    ['noor', 'karim', 'idris', 'rafi'].map((who) => aPerson(server, who)),
  )) as [Person, Person, Person, Person]
})

afterAll(async () => {
  for (const person of [noor, karim, idris, rafi]) person?.leave()
  await server?.stop()
})

const add = (more: object): Promise<SourceView> =>
  noor.done<SourceView>('POST', 'sources', { kind: 'press', title: 'A paper', ...more })
const record = (id: string, who = noor): Promise<SourceRecord> => who.done<SourceRecord>('GET', `sources/${id}`)
const library = async (query = '', who = noor): Promise<SourceRow[]> =>
  (await who.done<{ sources: SourceRow[] }>('GET', `sources${query}`)).sources

/** A claim of its own, with this source, and by default with a verdict. */
async function aClaimOn(article: string, exact: string, source: string, stance = 'supports'): Promise<ClaimView> {
  const { id } = await noor.done<ClaimView>('POST', `articles/${article}/claims`, { exact, kind: 'other' })
  const at = `articles/${article}/claims/${id}`
  await noor.done('POST', `${at}/evidence`, { source: { id: source }, stance, locator: 'p. 1' })
  await noor.done('POST', `${at}/verdicts`, { wordsSeen: exact, verdictSeen: null, rating: 'confirmed' })
  return noor.claim(article, id)
}

async function upload(person: Person, source: string, name: string, bytes: BlobPart): Promise<Response> {
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  return fetch(`${server.url}/api/newsrooms/harbour/sources/${source}/documents`, {
    method: 'POST',
    headers: { ...person.headers, 'idempotency-key': randomUUID() },
    body: form,
  })
}

const download = (person: Person, source: string, document: string): Promise<Response> =>
  fetch(`${server.url}/api/newsrooms/harbour/sources/${source}/documents/${document}`, { headers: person.headers })

describe('describing', () => {
  test('SR1 who is not named is not named for a reason; bad details leave nothing behind', async () => {
    const before = (await library()).length
    const bare = { kind: 'interview', title: 'A pilot', terms: 'background' }
    expect((await noor.api('POST', 'sources', bare)).body).toMatchObject({ refusal: 'anonymity-needed' })
    const reasoned = { ...bare, anonymity: 'Fears for the job.' }
    expect((await noor.api('POST', 'sources', reasoned)).body).toMatchObject({ refusal: 'attribution-needed' })
    expect((await library()).length).toBe(before)
    expect(await add({ ...reasoned, attribution: 'a harbour pilot' })).toMatchObject({ terms: 'background' })
  })

  test('SR2 an editor approves anonymity; other terms ask for it again, another title does not', async () => {
    const { id } = await add({ kind: 'interview', title: 'A clerk', terms: 'off-record', anonymity: 'Asked for it.' })
    expect((await noor.api('POST', `sources/${id}/approval`)).body).toMatchObject({ refusal: 'not-an-editor' })
    const approved = await idris.done<SourceView>('POST', `sources/${id}/approval`)
    expect(approved.approvedBy).not.toBeNull()
    expect(await rafi.done('PATCH', `sources/${id}`, { title: 'A clerk of the court' })).toMatchObject({
      title: 'A clerk of the court',
      approvedBy: approved.approvedBy,
    })
    const changed = { terms: 'background', attribution: 'a clerk' }
    expect((await rafi.api('PATCH', `sources/${id}`, changed)).body).toMatchObject({ refusal: 'terms-by-editor' })
    expect(await idris.done('PATCH', `sources/${id}`, changed)).toMatchObject({
      approvedBy: null,
      anonymity: 'Asked for it.',
    })
    expect((await rafi.api('PATCH', `sources/${id}`, changed)).body).toMatchObject({ refusal: 'nothing-changed' })
    expect((await noor.api('PATCH', `sources/${id}`, { approvedBy: 'noor' })).status).toBe(400)
  })

  test('SR8 the library is asked by words, link, kind, terms and state', async () => {
    const { id } = await add({
      kind: 'dataset',
      title: 'Tide tables 2026',
      url: 'https://tides.test/2026?utm_source=x',
    })
    const found = async (query: string) => (await library(query)).map((row) => row.id)
    expect(await found('?find=TABLES%20tide')).toEqual([id])
    expect(await found(`?find=${encodeURIComponent('http://www.tides.test/2026/')}`)).toEqual([id])
    expect(await found('?kind=dataset&terms=on-record&state=stands&origin=none')).toEqual([id])
    expect(await found('?kind=dataset&state=withdrawn')).toEqual([])
  })
})

describe('taking back', () => {
  test('SR3 a withdrawal re-opens what rests on the source in every article, and counts those that are open', async () => {
    const [first, second] = [await anArticle(noor), await anArticle(noor)]
    const { id } = await add({ title: 'Bulletin 14' })
    const rests = await aClaimOn(first.id, 'The weir is the oldest in the country', id)
    const silent = await aClaimOn(first.id, 'Officials deny it', id, 'checked-and-silent')
    const hidden = await aClaimOn(second.id, 'At least 14 people drowned', id, 'refutes')
    const unjudged = await noor.done<ClaimView>('POST', `articles/${second.id}/claims`, {
      exact: 'the hospital counted 17',
      kind: 'casualty',
    })
    const link = { source: { id }, stance: 'supports', locator: 'p. 2' }
    await noor.done('POST', `articles/${second.id}/claims/${unjudged.id}/evidence`, link)
    const { me } = await noor.done<{ me: { id: string } }>('GET', '')
    await idris.done('PUT', `articles/${second.id}/access`, { open: 'named', people: [me.id] })

    expect((await library('?find=Bulletin%2014', karim))[0]?.uses).toBe(2)
    expect((await library('?find=Bulletin%2014', noor))[0]?.uses).toBe(4)
    expect((await record(id, karim)).rests.map(({ article }) => article.id)).toEqual([first.id, first.id])
    expect(await karim.done('GET', `sources/${id}/rests`)).toMatchObject({ reopens: 1, claims: [{ id: rests.id }] })
    expect(await noor.done('GET', `sources/${id}/rests`)).toMatchObject({ reopens: 2 })

    const live = await noor.live()
    await live.hears('ready')
    const withdrawal = { as: 'withdrawn', why: 'Recalled by the coast guard.' }
    expect((await rafi.api('POST', `sources/${id}/withdrawal`, withdrawal)).body).toMatchObject({
      refusal: 'may-not-decide',
    })
    expect((await karim.api('POST', `sources/${id}/withdrawal`, { ...withdrawal, why: ' ' })).body).toMatchObject({
      refusal: 'why-needed',
    })
    const answer = await karim.done<{ reopened: number }>('POST', `sources/${id}/withdrawal`, withdrawal)
    expect(answer).toMatchObject({ reopened: 1, source: { state: 'withdrawn' } })

    const reopened = { standing: 'open', reopened: { sourceId: id, because: 'source-withdrawn' } }
    expect(await noor.claim(first.id, rests.id)).toMatchObject(reopened)
    expect(await noor.claim(second.id, hidden.id)).toMatchObject(reopened)
    expect(await noor.claim(first.id, silent.id)).toMatchObject({ standing: 'judged', reopened: null })
    expect(await noor.claim(second.id, unjudged.id)).toMatchObject({ standing: 'open', reopened: null })
    const isTold = (of: string, claim: string) =>
      live.messages.some((one) => one.type === 'changed' && one.article === of && one.claims?.join() === claim)
    await until('both articles are told of', () => isTold(first.id, rests.id) && isTold(second.id, hidden.id))
    expect(await record(id)).toMatchObject({ state: 'withdrawn', why: 'Recalled by the coast guard.' })
  })

  test('SR3 a re-opened verdict counts again when it is said to hold, and is not signed off before', async () => {
    const { id: article } = await anArticle(noor)
    const { id } = await add({ title: 'A draft report' })
    const claim = await aClaimOn(article, 'inspected 11 times since 2004', id, 'context')
    await noor.done('POST', `sources/${id}/withdrawal`, { as: 'corrected', why: 'Twelve times.' })
    const at = `articles/${article}/claims/${claim.id}`
    const seen = { wordsSeen: claim.words, verdictSeen: claim.verdict?.seq }
    expect((await idris.api('POST', `${at}/sign-offs`, seen)).body).toMatchObject({ refusal: 'reopened' })
    await noor.done('POST', `${at}/still-holds`, seen)
    expect(await noor.claim(article, claim.id)).toMatchObject({ standing: 'judged', reopened: null })
    await noor.done('POST', `sources/${id}/reinstatement`)
    expect(await record(id)).toMatchObject({ state: 'stands', why: null })
  })

  test('EV6 nothing new rests on a withdrawn source, and the same command twice happens once', async () => {
    const { id: article } = await anArticle(noor)
    const { id } = await add({ title: 'A recalled bulletin' })
    const claim = await aClaimOn(article, 'Officials deny it', id)
    const withdrawal = { as: 'withdrawn', why: 'Recalled.' }
    const [once, again] = [
      await noor.api('POST', `sources/${id}/withdrawal`, withdrawal, { key: 'the same' }),
      await noor.api('POST', `sources/${id}/withdrawal`, withdrawal, { key: 'the same' }),
    ]
    expect([once.status, again.status, again.body]).toEqual([201, 201, once.body])
    const link = { source: { id }, stance: 'supports', locator: 'p. 1' }
    const refused = await noor.api('POST', `articles/${article}/claims/${claim.id}/evidence`, link)
    expect(refused.body).toMatchObject({ refusal: 'source-withdrawn' })
  })

  test('SR3 sources withdrawn and attached at the same moment: each claim is re-opened, or the source was refused', async () => {
    const { id: article } = await anArticle(noor)
    const claims = await Promise.all(
      ['Nobody rang a bell', 'Officials deny it', 'the hospital counted 17'].map(async (exact) => {
        const claim = await noor.done<ClaimView>('POST', `articles/${article}/claims`, { exact, kind: 'other' })
        const judged = { wordsSeen: exact, verdictSeen: null, rating: 'confirmed' }
        await noor.done('POST', `articles/${article}/claims/${claim.id}/verdicts`, judged)
        return claim
      }),
    )
    const { id } = await add({ title: 'Recalled in a hurry' })
    const link = { source: { id }, stance: 'supports', locator: 'p. 1' }
    const attach = (claim: ClaimView, who: Person) =>
      who.api('POST', `articles/${article}/claims/${claim.id}/evidence`, link)
    const [attached, withdrawn] = await Promise.all([
      Promise.all(claims.map((claim, index) => attach(claim, index === 0 ? noor : idris))),
      karim.api('POST', `sources/${id}/withdrawal`, { as: 'withdrawn', why: 'Recalled.' }),
    ])
    expect(withdrawn.status).toBe(201)
    for (const [index, claim] of claims.entries()) {
      const { evidence, standing } = await noor.claim(article, claim.id)
      const status = attached[index]?.status
      expect([status, evidence.length, standing]).toEqual(status === 201 ? [201, 1, 'open'] : [409, 0, 'judged'])
    }
  })
})

describe('origins and merging', () => {
  test('SR5 sources are grouped by an origin’s name, and a name known already is the same group', async () => {
    const [one, two] = [await add({ title: 'Wire' }), await add({ title: 'Paper that runs the wire' })]
    const grouped = await noor.done<SourceView>('PUT', `sources/${one.id}/origin`, { origin: { name: 'The release' } })
    expect(grouped.originId).not.toBeNull()
    const same = await noor.done<SourceView>('PUT', `sources/${two.id}/origin`, { origin: { name: ' the RELEASE ' } })
    expect(same.originId).toBe(grouped.originId)
    const { origins } = await rafi.done<{ origins: OriginView[] }>('GET', 'origins')
    expect(origins).toContainEqual({ id: grouped.originId, name: 'The release', sources: 2 })
    expect((await library(`?origin=${grouped.originId}`)).length).toBe(2)
    expect((await rafi.api('PUT', `sources/${one.id}/origin`, { origin: null })).status).toBe(403)
    expect(await noor.done('PUT', `sources/${two.id}/origin`, { origin: null })).toMatchObject({ originId: null })
  })

  test('SR4 merged and parted again, evidence is where it was; nothing is merged twice', async () => {
    const { id: article } = await anArticle(noor)
    const url = 'https://evening.test/story'
    const [kept, twin] = [await add({ title: 'Evening Mail', url }), await add({ title: 'Evening Mail (web)', url })]
    const claim = await aClaimOn(article, 'Officials deny it', twin.id)
    const sourceOf = async () => (await noor.claim(article, claim.id)).evidence.map(({ source }) => source.id)

    const { groups } = await noor.done<{ groups: DuplicateGroup[] }>('GET', 'sources/duplicates')
    expect(groups.filter(({ by }) => by === 'link').map(({ sources }) => sources.map(({ id }) => id))).toContainEqual([
      kept.id,
      twin.id,
    ])
    expect((await library('?find=Evening')).map(({ duplicates }) => duplicates)).toEqual([1, 1])

    await noor.done('POST', `sources/${twin.id}/merge`, { into: kept.id })
    expect(await sourceOf()).toEqual([kept.id])
    expect((await library('?find=Evening')).map(({ id, uses }) => [id, uses])).toEqual([[kept.id, 1]])
    expect(await record(kept.id)).toMatchObject({ merged: [{ id: twin.id }], rests: [{ id: claim.id }] })
    expect((await noor.api('POST', `sources/${twin.id}/merge`, { into: kept.id })).body).toMatchObject({
      refusal: 'not-mergeable',
    })
    expect((await noor.api('PATCH', `sources/${twin.id}`, { title: 'X' })).body).toMatchObject({
      refusal: 'source-merged',
    })

    const parted = await noor.done<SourceView>('DELETE', `sources/${twin.id}/merge`)
    expect(parted.id).toBe(twin.id)
    expect(await sourceOf()).toEqual([twin.id])
    await noor.done('POST', `sources/${twin.id}/merge`, { into: kept.id })
    expect(
      await noor.done('POST', `sources/${kept.id}/withdrawal`, { as: 'withdrawn', why: 'Retracted.' }),
    ).toMatchObject({
      reopened: 1,
    })
    expect(await noor.claim(article, claim.id)).toMatchObject({ reopened: { sourceId: kept.id } })
  })
})

describe('documents', () => {
  test('SR7 a page uploaded under the name of a picture comes back as an attachment that runs nowhere', async () => {
    const { id } = await add({ title: 'A leaked page' })
    const page = '<script>alert(1)</script>'
    const uploaded = await upload(noor, id, 'Foto „eins“.png', page)
    expect(uploaded.status).toBe(201)
    const document = (await uploaded.json()) as DocumentView
    expect(document).toMatchObject({ name: 'Foto „eins“.png', type: 'text/plain', size: page.length })
    const back = await download(rafi, id, document.id)
    expect(await back.text()).toBe(page)
    const header = (name: string) => back.headers.get(name)
    expect(header('content-type')).toBe('application/octet-stream')
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('content-security-policy')).toContain('sandbox')
    expect(header('content-disposition')).toMatch(/^attachment; filename="Foto _eins_\.png"; filename\*=UTF-8''Foto%20/)
    const omar = await aPerson(server, 'omar')
    expect((await download(omar, id, document.id)).status).toBe(404)
    omar.leave()
  })

  test('SR7 bytes come back as they were, their kind is read from them, and who may not is refused', async () => {
    const { id } = await add({ title: 'A scan' })
    const bytes = Uint8Array.from([
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      ...Array.from({ length: 64 }, (_, n) => n * 4),
    ])
    const document = (await (await upload(rafi, id, '../../etc/scan.txt', bytes)).json()) as DocumentView
    expect(document.name).toBe('scan.txt')
    const back = await download(noor, id, document.id)
    expect([...new Uint8Array(await back.arrayBuffer())]).toEqual([...bytes])
    const vera = await aPerson(server, 'vera')
    expect((await upload(vera, id, 'x.txt', 'x')).status).toBe(403)
    expect((await vera.api('DELETE', `sources/${id}/documents/${document.id}`)).status).toBe(403)
    vera.leave()
    expect((await rafi.api('DELETE', `sources/${id}/documents/${document.id}`)).status).toBe(403)
    await noor.done('DELETE', `sources/${id}/documents/${document.id}`)
    expect((await record(id)).documents).toEqual([])
    expect((await download(noor, id, document.id)).status).toBe(404)
  })

  test('SR6 two sources with the same document are shown as one another’s duplicates', async () => {
    const [one, two] = [await add({ title: 'Minutes' }), await add({ title: 'Minutes, second copy' })]
    for (const { id } of [one, two]) await upload(noor, id, 'minutes.txt', 'The council met on Friday.')
    const { groups } = await noor.done<{ groups: DuplicateGroup[] }>('GET', 'sources/duplicates')
    expect(groups.filter(({ by }) => by === 'document').map(({ sources }) => sources.map(({ id }) => id))).toEqual([
      [one.id, two.id],
    ])
  })

  test('SR7 more than 50 MB is refused and leaves nothing', async () => {
    const { id } = await add({ title: 'A film' })
    const reply = await upload(noor, id, 'film.bin', new Uint8Array(50 * 1024 * 1024 + 1))
    expect([reply.status, await reply.json()]).toEqual([413, expect.objectContaining({ refusal: 'too-large' })])
    expect((await record(id)).documents).toEqual([])
  })
})

test('LG5 what may have to be forgotten is in no event', async () => {
  const bodies = await server.database.sql<{ body: string }>('select body from events')
  const told = bodies.map(({ body }) => body).join('\n')
  for (const words of ['Recalled by the coast guard', 'Fears for the job', 'Tide tables', 'The release', 'minutes.txt'])
    expect(told).not.toContain(words)
})

test('PJ1 after all this the rows made again from the log are the same', async () => {
  const tables = ['articles', 'claims', 'verdicts', 'evidence', 'sources', 'origins', 'source_documents']
  const rows = async () =>
    Promise.all(
      tables.map(async (table) => [
        table,
        await server.database.sql(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`),
      ]),
    )
  const live = await rows()
  await rebuildNewsroom({ db: server.services.db }, await server.newsroomId('harbour'))
  expect(await rows()).toEqual(live)
  expect(server.errors).toEqual([])
})
