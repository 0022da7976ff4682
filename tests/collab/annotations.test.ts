/** Claims leave as Web Annotations and come back as claims: the model's own demands, the round trip, and what is never guessed. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleSchema } from '#document/schema.ts'
import type { AnnotationCollection, AnnotationReply } from '#protocol/annotation.ts'
import type { ClaimView, HistoryEntry } from '#protocol/view.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'
import { annotationMusts, collectionMusts } from './annotation-musts.ts'

/** An address with a scheme and nothing in it that an IRI cannot have. */
const isIri = (value: string) => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value)
const ajv = new Ajv2020({ allErrors: true, strict: false })
ajv.addFormat('iri', isIri)
ajv.addFormat('date-time', fullFormats['date-time'])
const isAnnotation = ajv.compile(annotationMusts)
const isCollection = ajv.compile(collectionMusts)

const text = [
  'Wer öffnete das Wehr 📁?',
  'Crew 👩‍🚒 counted 41 dead by 4 a.m.; the café\u0301 owner — “Zoe\u0308” — counted 60.',
  'الوزير قال إن السد قديم، and the dam is the oldest in the country.',
  'Nobody rang a bell. In the town nobody rang a bell either, they say.',
].join('\r\n\r\n')

const quoted: readonly [exact: string, kind: string, more?: object][] = [
  ['👩‍🚒 counted 41 dead', 'casualty'],
  ['café\u0301 owner — “Zoe\u0308” — counted 60', 'quote'],
  ['السد قديم', 'other'],
  ['the oldest in the country', 'superlative'],
  ['obody rang a bell', 'history', { prefix: 'town n' }],
  ['the dam is the oldest', 'other'],
]

let server: TestServer
let noor: Person
let karim: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
  article = (await anArticle(noor, { text })).id
  for (const [exact, kind, more] of quoted)
    await noor.done('POST', `articles/${article}/claims`, { exact, kind, ...more })
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

const taken = (of = article) => noor.done<AnnotationCollection>('GET', `articles/${of}/exports/annotations`)
const bring = (into: string, sent: unknown) => karim.done<AnnotationReply>('POST', `articles/${into}/annotations`, sent)
const outcomes = ({ results }: AnnotationReply) => results.map(({ outcome, claim }) => [outcome, claim])
const textOf = async (of: string) => (await noor.done<{ text: string }>('GET', `articles/${of}/text`)).text
const aQuote = (exact: string, more: object = {}, target: object = {}) => ({
  id: `https://notes.example/${encodeURIComponent(exact)}`,
  type: 'Annotation',
  target: { source: 'https://news.example/weir', selector: { type: 'TextQuoteSelector', exact, ...more }, ...target },
})

test('WA1 the collection, its page and each annotation by itself are what the model says they must be', async () => {
  const collection = await taken()
  expect([isCollection(collection), isCollection.errors]).toEqual([true, null])
  expect(collection.first?.items).toHaveLength(quoted.length)
  for (const one of collection.first?.items ?? [])
    expect([isAnnotation(one), isAnnotation.errors]).toEqual([true, null])
  const reply = await fetch(`${server.url}/api/newsrooms/harbour/articles/${article}/exports/annotations`, {
    headers: { cookie: noor.cookie },
  })
  expect(reply.headers.get('content-type')).toBe('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"')
  expect(reply.headers.get('content-disposition')).toMatch(/\.jsonld"/)
})

test('WA1 the demands are worth something: what lacks its words, its address or its target is turned away', async () => {
  const [whole] = (await taken()).first?.items ?? []
  const broken = [
    { ...whole, '@context': 'http://example.org/' },
    { ...whole, id: 'C1' },
    { ...whole, target: undefined },
    { ...whole, body: [] },
    { ...whole, created: '2026-11-22' },
    { ...whole, target: { type: 'SpecificResource', selector: [] } },
    { ...whole, target: { source: 'https://a.example/', selector: { type: 'TextQuoteSelector' } } },
    {
      ...whole,
      target: { source: 'https://a.example/', selector: { type: 'TextPositionSelector', start: -1, end: 2 } },
    },
  ]
  expect(broken.map((one) => isAnnotation(JSON.parse(JSON.stringify(one))))).toEqual(broken.map(() => false))
})

test('WA2, WA3 words are quoted as they are, positions count code points, and a body is left out when it is empty', async () => {
  const characters = [...(await textOf(article))]
  const items = (await taken()).first?.items ?? []
  expect(items.map(({ motivation }) => motivation)).toEqual([
    'tagging',
    'tagging',
    'highlighting',
    'tagging',
    'tagging',
    'highlighting',
  ])
  for (const [index, { target, body, creator }] of items.entries()) {
    if (Array.isArray(target)) throw new Error('A claim in one piece has one target.')
    const [quote, position] = target.selector
    expect(quote.exact).toBe(quoted[index]?.[0])
    expect(characters.slice(position.start, position.end).join('')).toBe(quote.exact)
    expect(
      characters
        .slice(0, position.start)
        .join('')
        .endsWith(quote.prefix ?? ''),
    ).toBe(true)
    expect(
      characters
        .slice(position.end)
        .join('')
        .startsWith(quote.suffix ?? ''),
    ).toBe(true)
    expect(body?.map(({ value }) => value)).toEqual(quoted[index]?.[1] === 'other' ? undefined : [quoted[index]?.[1]])
    expect(creator).toEqual({ type: 'Person', name: 'Noor Kassem' })
  }
})

test('WA7 into another copy of the text the claims come back with the same words, places and kinds, and only once', async () => {
  const copy = (await anArticle(noor, { text })).id
  const sent = await taken()
  expect(outcomes(await bring(copy, sent))).toEqual(quoted.map((_, index) => ['marked', index + 1]))
  const shape = ({ number, words, ranges, place }: ClaimView) => ({ number, words, ranges, place })
  const [ours, theirs] = [await noor.claims(article), await noor.claims(copy)]
  expect(theirs.map(shape)).toEqual(ours.map(shape))
  // A kind that left no tag is guessed from the words.
  expect(theirs.map(({ kind }) => kind)).toEqual([
    'casualty',
    'quote',
    'other',
    'superlative',
    'history',
    'superlative',
  ])
  expect(await textOf(copy)).toBe(await textOf(article))
  const { entries } = await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${copy}/history`)
  expect(entries.filter(({ type }) => type === 'claim-marked')).toHaveLength(quoted.length)

  expect(outcomes(await bring(copy, sent.first))).toEqual(quoted.map((_, index) => ['known', index + 1]))
  expect(outcomes(await bring(article, sent.first?.items))).toEqual(quoted.map((_, index) => ['known', index + 1]))
  expect(await noor.claims(copy)).toHaveLength(quoted.length)
})

test('WA4, WA5 what is not sure is told with its guess and marks nothing; what was edited around is found', async () => {
  const into = (await anArticle(noor)).id
  const reply = await bring(into, [
    aQuote('upper gate'),
    aQuote('the'),
    aQuote('At least 15 people drowned, the county said', { suffix: '; the hospital counted 17.' }),
    aQuote('Two inspectors allegedly sold the keys of the gate in the early 1990s', { prefix: 'He knew it all. ' }),
    aQuote('Penguins marched on the parliament of Antarctica'),
    {
      ...aQuote('x'),
      target: { source: 'https://a.example', selector: { type: 'TextPositionSelector', start: 4, end: 9 } },
    },
  ])
  expect(reply.results.map(({ outcome, why }) => [outcome, why])).toEqual([
    ['marked', null],
    ['unsure', 'several-places'],
    ['unsure', 'similar-words'],
    ['marked', null],
    ['not-found', 'not-in-text'],
    ['unsure', 'position-only'],
  ])
  expect(reply.results[2]?.guess?.words).toContain('14 people drowned')
  expect(reply.results[2]?.words).toContain('15 people drowned')
  expect((await noor.claims(into)).map(({ words }) => words)).toEqual([
    'upper gate',
    'Two inspectors allegedly sold the keys of the gate in the early 1990s',
  ])
})

test('WA6 a bad item has its own reason, and the rest goes on', async () => {
  const into = (await anArticle(noor)).id
  const reply = await bring(into, {
    type: 'AnnotationPage',
    items: [
      'not a thing',
      { type: 'Note', id: 'urn:x:1' },
      { id: 'urn:x:2', type: 'Annotation', target: 'https://news.example/weir' },
      aQuote(' \n '),
      aQuote('y'.repeat(20_001)),
      { ...aQuote('night watchman'), type: ['oa:Annotation'], body: { value: 'Allegation', purpose: 'tagging' } },
      {
        '@id': 'urn:x:6',
        '@type': 'Annotation',
        target: [{ selector: [{ type: 'TextQuoteSelector', exact: 'the oldest' }] }],
      },
      aQuote('night watchman'),
    ],
    next: 'https://notes.example/page/2',
  })
  expect(reply.next).toBe('https://notes.example/page/2')
  expect(reply.results.map(({ index, id, outcome, claim, why }) => [index, id, outcome, claim, why])).toEqual([
    [0, null, 'not-understood', null, 'not-an-annotation'],
    [1, 'urn:x:1', 'not-understood', null, 'not-an-annotation'],
    [2, 'urn:x:2', 'not-understood', null, 'no-selector'],
    [3, aQuote(' \n ').id, 'not-understood', null, 'no-words'],
    [4, aQuote('y'.repeat(20_001)).id, 'not-understood', null, 'too-long'],
    [5, aQuote('night watchman').id, 'marked', 1, null],
    [6, 'urn:x:6', 'marked', 2, null],
    [7, aQuote('night watchman').id, 'known', 1, null],
  ])
  expect((await noor.claims(into)).map(({ kind }) => kind)).toEqual(['allegation', 'superlative'])
})

test('WA6 too many, or nothing that could be annotations, is refused as a whole; sent twice it happens once', async () => {
  const into = (await anArticle(noor)).id
  const post = (sent: unknown, key?: string) =>
    karim.api('POST', `articles/${into}/annotations`, sent, key === undefined ? {} : { key })
  expect(await post(Array.from({ length: 501 }, () => aQuote('upper gate')))).toMatchObject({ status: 413 })
  expect(await post('upper gate')).toMatchObject({ status: 400 })
  expect(await post([])).toMatchObject({ status: 200, body: { results: [], next: null } })
  const first = await post([aQuote('upper gate')], 'k1')
  expect(await post([aQuote('upper gate')], 'k1')).toEqual(first)
  expect(await post([aQuote('some say')], 'k1')).toMatchObject({ status: 409, body: { refusal: 'key-used-before' } })
  expect(await noor.claims(into)).toHaveLength(1)
})

test('WA4 a hundred are marked in one edit while somebody writes, each on its own words', async () => {
  const sentences = Array.from({ length: 100 }, (_, at) => `Witness ${at} saw ${at * 7} boats 🚤 leave the quay.`)
  const into = (await anArticle(noor, { text: `Boats\n\n${sentences.join('\n\n')}` })).id
  const editor = await noor.open(into)
  let writing = true
  const typing = (async () => {
    while (writing) {
      editor.type(0, 'x')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const exact = (at: number) => `saw ${at * 7} boats 🚤 leave`
  const reply = await bring(
    into,
    sentences.map((_, at) => aQuote(exact(at), { prefix: `Witness ${at} ` })),
  )
  writing = false
  await typing
  expect(new Set(reply.results.map(({ outcome }) => outcome))).toEqual(new Set(['marked']))
  await until('the marks have arrived', () => editor.claims.size === 100)
  const claims = await noor.claims(into)
  expect(claims.map(({ words }) => words)).toEqual(sentences.map((_, at) => exact(at)))
  expect(new Set(editor.claims.values())).toEqual(new Set(claims.map(({ words }) => words)))
})

test('WA3, EX1 what is detached or withdrawn does not leave, nor does any source; a claim in two pieces has two targets', async () => {
  const of = (await anArticle(noor)).id
  const mark = (exact: string) => noor.done<ClaimView>('POST', `articles/${of}/claims`, { exact, kind: 'other' })
  const [gone, withdrawn, pieces] = [
    await mark('upper gate'),
    await mark('second page'),
    await mark('The weir is the oldest'),
  ]
  await noor.done('POST', `articles/${of}/claims/${withdrawn.id}/withdrawal`, {})
  const source = {
    kind: 'interview',
    title: 'Deckhand Vidal',
    author: 'Vidal',
    terms: 'off-record',
    anonymity: 'Fears.',
  }
  const link = { source, stance: 'supports', locator: 'by phone', excerpt: 'OFFRECORD' }
  await noor.done('POST', `articles/${of}/claims/${pieces.id}/evidence`, link)
  const seen = { wordsSeen: pieces.words, verdictSeen: null }
  await noor.done('POST', `articles/${of}/claims/${pieces.id}/verdicts`, {
    ...seen,
    rating: 'wrong',
    why: 'Another is.',
  })
  const editor = await noor.open(of)
  editor.erase('upper gate')
  // Words put into the middle of a claim by somebody whose editor does not know better.
  const plain = articleSchema.text(' of the mill')
  editor.change((tr, whole) => tr.insert(whole.positionAt(whole.text.indexOf('The weir') + 8), plain))
  await editor.whenSaved()
  await until('the rows follow', async () => (await noor.claim(of, gone.id)).place === 'detached')
  const collection = await taken(of)
  expect(collection.first?.items.map(({ id }) => id)).toEqual([`urn:uuid:${pieces.id}`])
  const written = JSON.stringify(collection)
  for (const kept of ['Vidal', 'OFFRECORD', 'by phone', 'Fears']) expect(written).not.toContain(kept)
  const [only] = collection.first?.items ?? []
  expect(only?.body?.map(({ value, purpose }) => [purpose, value])).toEqual([
    ['assessing', 'Wrong'],
    ['commenting', 'Another is.'],
  ])
  const targets = only?.target
  if (!Array.isArray(targets)) throw new Error('A claim in two pieces has two targets.')
  expect(targets.map(({ selector: [{ exact }] }) => exact)).toEqual(['The weir', ' is the oldest'])
  expect([isCollection(collection), isCollection.errors]).toEqual([true, null])
  const copy = (await anArticle(noor, { text: await textOf(of) })).id
  expect(outcomes(await bring(copy, collection))).toEqual([['marked', 1]])
  expect((await noor.claims(copy))[0]?.words).toBe('The weir\n is the oldest')
  const none = await taken((await anArticle(noor)).id)
  expect([none.total, none.first, isCollection(none)]).toEqual([0, undefined, true])
})
