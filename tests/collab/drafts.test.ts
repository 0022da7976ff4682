/** A new draft comes in while people are at work: claims keep to their words, people keep what they type, and nothing of the old text is lost. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DraftAnswer, DraftView } from '#protocol/draft-view.ts'
import type { VersionView } from '#protocol/review-view.ts'
import type { HistoryEntry } from '#protocol/view.ts'
import type { DocumentJson } from '#document/draft.ts'
import { articleSchema } from '#document/schema.ts'
import { sweepBlobs } from '#server/blobs/sweep.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { aKeptFile, anArticle } from '../builders/article.ts'
import { chance } from '../builders/chance.ts'
import type { TestEditor } from '../builders/editor.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let article: string
let document: DocumentJson

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
  ])
})

beforeEach(async () => {
  for (const person of [noor, karim, idris]) person.leave()
  const made = await anArticle(noor)
  article = made.id
  document = made.draft.document
})

afterAll(async () => {
  for (const person of [noor, karim, idris]) person?.leave()
  await server?.stop()
})

// ── the new draft ──

type Rewording = readonly [words: string, others: string]

/** The document with other words in it; each stands in one piece of it. */
function reworded(json: DocumentJson, rewordings: readonly Rewording[]): DocumentJson {
  const left = new Set(rewordings)
  const look = ({ text, content, ...node }: DocumentJson): DocumentJson => ({
    ...node,
    ...(content === undefined ? {} : { content: content.map(look) }),
    ...(text === undefined ? {} : { text: inWords(text) }),
  })
  const inWords = (text: string): string => {
    let now = text
    for (const rewording of left) {
      if (!now.includes(rewording[0])) continue
      now = now.replace(rewording[0], () => rewording[1])
      left.delete(rewording)
    }
    return now
  }
  const result = look(json)
  if (left.size > 0) throw new Error(`Not in the text: ${[...left].map(([words]) => words).join(' · ')}`)
  return result
}

const holding = (block: DocumentJson, words: string): boolean => JSON.stringify(block).includes(words)

/** The block with these words stands behind the block with those. */
function moved(json: DocumentJson, words: string, behind: string): DocumentJson {
  const [going, staying] = [json.content ?? [], json.content ?? []].map((blocks, at) =>
    blocks.filter((block) => holding(block, words) === (at === 0)),
  )
  const content = (staying ?? []).flatMap((block) => (holding(block, behind) ? [block, ...(going ?? [])] : [block]))
  return { ...json, content }
}

const draft = (json: DocumentJson, person = noor) =>
  person.done<DraftView>('POST', `articles/${article}/drafts`, { document: json })
const bring = (id: string, answers: readonly DraftAnswer[] = [], more: object = {}) =>
  noor.api('POST', `articles/${article}/drafts/${id}/import`, { answers, ...more })

const mark = (exact: string, kind = 'other') =>
  noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact, kind })
const judged = async (ref: string) => {
  const { words, verdict } = await noor.claim(article, ref)
  const given = { wordsSeen: words, verdictSeen: verdict?.seq ?? null, rating: 'confirmed', why: 'Both counts agree.' }
  return noor.done<{ seq: number }>('POST', `articles/${article}/claims/${ref}/verdicts`, given)
}
const signed = async (ref: string) => {
  const { words, verdict } = await noor.claim(article, ref)
  await idris.done('POST', `articles/${article}/claims/${ref}/sign-offs`, {
    wordsSeen: words,
    verdictSeen: verdict?.seq ?? null,
  })
}
const textNow = async () => (await noor.done<{ text: string }>('GET', `articles/${article}/text`)).text
const events = async () => (await noor.done<{ entries: HistoryEntry[] }>('GET', `articles/${article}/history`)).entries
const answersIn = (view: DraftView) => view.claims.map(({ number, answer, changed }) => [number, answer, changed])

async function sameText(editors: readonly TestEditor[]): Promise<string> {
  for (const editor of editors) await editor.whenSaved()
  const text = await textNow()
  await until('everyone has the text', () => editors.every((editor) => editor.text === text))
  return text
}

// ── what is typed meanwhile ──

describe('DR1 people go on typing while a draft comes in', () => {
  test('DR1 what they type before and after it stays, and everyone ends with the same text', async () => {
    const editors = [await noor.open(article), await karim.open(article)] as const
    const [noors, karims] = editors
    const view = await draft(
      reworded(document, [
        ['At least 14 people', 'At least 15 people'],
        ['more than any other', 'more than all others'],
      ]),
    )
    noors.type({ after: 'the hospital counted 17' }, ' or 18')
    karims.type({ after: 'A clerk who has' }, ' himself')
    await noors.whenSaved()
    const reply = await bring(view.id)
    expect(reply.status).toBe(201)
    karims.type({ after: 'The weir is' }, ' perhaps')
    const text = await sameText(editors)
    expect(text).toContain('At least 15 people drowned, the county said; the hospital counted 17 or 18.')
    expect(text).toContain('A clerk who has himself seen the file')
    expect(text).toContain('The weir is perhaps the oldest in the country')
    expect(text).toContain('more than all others.')
  })

  test('DR1 somebody who was offline all the while keeps their words too', async () => {
    const karims = await karim.open(article)
    await karims.offline()
    karims.type({ after: 'the county said' }, ' at noon')
    const view = await draft(reworded(document, [['At least 14 people', 'Some 15 people']]))
    expect((await bring(view.id)).status).toBe(201)
    await karims.online()
    expect(await sameText([karims])).toContain('Some 15 people drowned, the county said at noon; the hospital')
  })

  test('DR3 words typed into a paragraph that the draft takes out stay where it was', async () => {
    const noors = await noor.open(article)
    const content = (document.content ?? []).filter((block) => !holding(block, 'Two inspectors'))
    const view = await draft({ ...document, content })
    noors.type({ after: 'Officials deny it' }, ' [since noon]')
    await noors.whenSaved()
    expect((await bring(view.id)).status).toBe(201)
    const text = await sameText([noors])
    expect(text).toContain('\n [since noon]\n')
    expect(text).not.toContain('Two inspectors')
  })
})

// ── claims ──

describe('DR4 what becomes of claims', () => {
  test('DR4 a figure put in the place of another is told, and only its verdict and sign-off stop counting', async () => {
    await mark('At least 14 people drowned', 'casualty')
    await mark('the hospital counted 17', 'casualty')
    for (const ref of ['C1', 'C2']) {
      await judged(ref)
      await signed(ref)
    }
    const at = `articles/${article}/claims/C1`
    await noor.done('POST', `${at}/talk`, { text: 'Fourteen or seventeen?', mentions: [] })
    await noor.done('POST', `${at}/evidence`, {
      source: { kind: 'other', title: 'A list' },
      stance: 'supports',
      locator: 'p. 1',
    })
    const view = await draft(reworded(document, [['At least 14 people', 'At least 15 people']]))
    expect(
      view.claims.map(({ number, standing, answer, changed, old, new: now }) => [
        number,
        standing,
        answer,
        changed,
        old.words,
        now?.words,
      ]),
    ).toEqual([
      [1, 'signed', 'reworded', true, 'At least 14 people drowned', 'At least 15 people drowned'],
      [2, 'signed', 'carried', false, 'the hospital counted 17', 'the hospital counted 17'],
    ])
    expect(view.changes).toHaveLength(1)
    expect((await bring(view.id)).status).toBe(201)
    const [first, second] = await noor.claims(article)
    expect(first).toMatchObject({ standing: 'reworded', words: 'At least 15 people drowned', talk: { remarks: 1 } })
    expect(first?.evidence).toHaveLength(1)
    expect(first?.verdict?.words).toBe('At least 14 people drowned')
    expect(second).toMatchObject({ standing: 'signed', words: 'the hospital counted 17' })
  })

  test('DR4 a paragraph that moved takes its claims along, and their verdicts count as before', async () => {
    const { id } = await mark('the keys of the gate')
    await judged('C1')
    const view = await draft(moved(document, 'Two inspectors', '"level":1'))
    expect(answersIn(view)).toEqual([[1, 'moved', false]])
    expect((await bring(view.id)).status).toBe(201)
    expect(await noor.claim(article, 'C1')).toMatchObject({
      standing: 'judged',
      words: 'the keys of the gate',
      doubled: 0,
    })
    const told = (await events()).find(({ type }) => type === 'draft-imported')
    expect(told?.event['claims']).toEqual([{ claimId: id, outcome: 'moved' }])
    expect((await textNow()).indexOf('Two inspectors')).toBeLessThan((await textNow()).indexOf('Late on Wednesday'))
  })

  test('DR6 only unsure claims are asked about: there, gone, or left to be put in their place', async () => {
    const clerk = 'A clerk who has seen the file 📁 says that the second page is missing'
    for (const words of [clerk, 'Officials deny it', 'second page is missing']) await mark(words)
    const view = await draft(
      reworded(document, [
        ['Officials deny it.', 'Officials have not answered.'],
        [clerk, 'A clerk believes that somebody tore a page out of it'],
      ]),
    )
    expect(answersIn(view)).toEqual([2, 1, 3].map((number) => [number, 'unsure', true]))
    const [there, left, gone] = view.claims.map(({ id }) => id)
    if (left === undefined || there === undefined || gone === undefined) throw new Error('Three claims were marked.')
    const answers = [
      { claimId: there, is: 'there' as const },
      { claimId: gone, is: 'gone' as const },
    ]
    expect((await bring(view.id, answers)).status).toBe(201)
    const claims = await noor.claims(article)
    expect(claims.map(({ number, words, place }) => [number, words, place]).toSorted()).toEqual([
      [1, clerk, 'detached'],
      [2, 'Officials have not answered', 'reworded'],
      [3, 'second page is missing', 'detached'],
    ])
    const told = (await events()).find(({ type }) => type === 'draft-imported')
    expect(told?.event['claims']).toEqual([
      { claimId: there, outcome: 'reworded' },
      { claimId: left, outcome: 'left' },
      { claimId: gone, outcome: 'gone' },
    ])
  })

  test('DR6 an answer to what was not asked is refused, and nothing has happened', async () => {
    const { id } = await mark('At least 14 people drowned')
    const before = await textNow()
    const view = await draft(reworded(document, [['At least 14 people', 'At least 15 people']]))
    expect(await bring(view.id, [{ claimId: id, is: 'gone' }])).toMatchObject({ status: 400 })
    expect(await textNow()).toBe(before)
    expect((await bring(view.id)).status).toBe(201)
  })

  test('DR5 claims withdrawn are carried without a word, and of claims detached before nothing is asked', async () => {
    const editor = await noor.open(article)
    for (const words of ['second page is missing', 'Officials deny it']) await mark(words)
    await noor.done('POST', `articles/${article}/claims/C1/withdrawal`, { why: 'None.' })
    await until('the marks have arrived', () => editor.claims.size === 2)
    editor.erase('Officials deny it')
    await until('it is detached', async () => (await noor.claim(article, 'C2')).place === 'detached')
    const view = await draft(reworded(document, [['Officials deny it', 'None of it was denied']]))
    expect(view.claims).toEqual([])
    expect((await bring(view.id)).status).toBe(201)
    expect((await noor.claim(article, 'C1')).standing).toBe('withdrawn')
    expect((await noor.claim(article, 'C2')).standing).toBe('detached')
    await until('the mark stands', () => [...editor.claims.values()].includes('second page is missing'))
  })
})

// ── the article ──

describe('DR7 the article before and after', () => {
  test('DR7 versions keep the old text and the new one whole, and the history tells of both', async () => {
    await mark('At least 14 people drowned')
    const before = await textNow()
    const view = await draft(reworded(document, [['At least 14 people', 'At least 15 people']]))
    const { body } = await bring(view.id)
    const { version } = body as { version: number }
    const { versions } = await noor.done<{ versions: VersionView[] }>('GET', `articles/${article}/versions`)
    expect(versions.map(({ number, cause }) => [number, cause])).toEqual([
      [3, 'draft'],
      [2, 'before-draft'],
      [1, 'import'],
    ])
    expect(version).toBe(3)
    const textOf = async (number: number) =>
      (await noor.done<{ text: string }>('GET', `articles/${article}/versions/${number}`)).text
    expect(await textOf(2)).toBe(before)
    expect(await textOf(3)).toBe(before.replace('14 people', '15 people'))
    const told = (await events()).find(({ type }) => type === 'draft-imported')
    expect(told?.event).toMatchObject({ draftId: view.id, version: 3, replaced: 2 })
  })

  test('DR7 a text that has a version already is named by it', async () => {
    const view = await draft(reworded(document, [['At least 14 people', 'At least 15 people']]))
    expect((await bring(view.id)).body).toMatchObject({ version: 2 })
    const told = (await events()).find(({ type }) => type === 'draft-imported')
    expect(told?.event).toMatchObject({ version: 2, replaced: 1 })
  })

  test('DR7 its title and deck are those of the new text', async () => {
    const title = 'Who opened the weir at Ostrava Mill?'
    const [heading, ...others] = reworded(document, [[title, 'Who opened the weir?']]).content ?? []
    const deck: DocumentJson = {
      type: 'paragraph',
      attrs: { deck: true },
      content: [{ type: 'text', text: 'Nobody rang a bell' }],
    }
    const content =
      heading === undefined ? [] : [heading, deck, ...others.filter(({ attrs }) => attrs?.['deck'] !== true)]
    const view = await draft({ type: 'doc', content })
    expect((await bring(view.id)).status).toBe(201)
    expect(await noor.article(article)).toMatchObject({ title: 'Who opened the weir?', deck: 'Nobody rang a bell' })
  })

  test('PJ1 rows rebuilt from the log after a draft are those that were kept live', async () => {
    for (const words of ['At least 14 people drowned', 'the keys of the gate', 'second page is missing'])
      await mark(words)
    await judged('C1')
    const view = await draft(
      reworded(moved(document, 'Two inspectors', 'A clerk who has'), [
        ['At least 14 people', 'At least 15 people'],
        ['second page is missing', 'file is empty'],
      ]),
    )
    await bring(view.id)
    const rows = async () => ({
      claims: await server.database.sql('select * from claims where article_id = $1 order by number', [article]),
      article: await server.database.sql('select * from articles where id = $1', [article]),
    })
    const live = await rows()
    await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
    expect(await rows()).toEqual(live)
  })
})

// ── drafts that wait ──

describe('DR8 a draft is brought in once', () => {
  const one: readonly Rewording[] = [['At least 14 people', 'At least 15 people']]
  const other: readonly Rewording[] = [['At least 14 people', 'Some 16 people']]

  test('DR8 twice at the same time, it comes in once', async () => {
    const view = await draft(reworded(document, one))
    const replies = await Promise.all([bring(view.id), bring(view.id)])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ refusal: 'draft-over' })
    expect((await textNow()).match(/15 people/g)).toHaveLength(1)
    expect(await noor.api('GET', `articles/${article}/drafts/${view.id}`)).toMatchObject({ status: 404 })
  })

  test('DL4 asked again with the same key, the answer is the same', async () => {
    const view = await draft(reworded(document, one))
    const path = `articles/${article}/drafts/${view.id}/import`
    const first = await noor.api('POST', path, { answers: [] }, { key: 'bring-it-in' })
    expect(await noor.api('POST', path, { answers: [] }, { key: 'bring-it-in' })).toEqual(first)
    expect(first.status).toBe(201)
  })

  test('DR8 of two drafts the second is compared anew: its text is the text, and answers to the old comparison are refused', async () => {
    const [first, second] = [await draft(reworded(document, one)), await draft(reworded(document, other))]
    expect((await bring(first.id)).status).toBe(201)
    expect(await bring(second.id, [], { baseSeq: second.baseSeq })).toMatchObject({
      status: 409,
      body: { refusal: 'words-changed' },
    })
    const again = await noor.done<DraftView>('GET', `articles/${article}/drafts/${second.id}`)
    expect(again.changes[0]?.before).toContain('At least 15 people')
    expect((await bring(second.id, [], { baseSeq: again.baseSeq })).status).toBe(201)
    expect(await textNow()).toContain('Some 16 people drowned')
    expect(await textNow()).not.toContain('15 people')
  })

  test('DR8 two drafts at the same time: both are in the history, and the text is that of the last', async () => {
    const views = await Promise.all([draft(reworded(document, one)), draft(reworded(document, other))])
    const replies = await Promise.all(views.map(({ id }) => bring(id)))
    const text = await textNow()
    const counts = ['At least 15 people drowned', 'Some 16 people drowned'].map((words) => text.split(words).length - 1)
    expect(counts.toSorted()).toEqual([0, 1])
    for (const { status, body } of replies) {
      if (status !== 201) expect([status, body]).toMatchObject([409, { refusal: 'words-changed' }])
    }
  })

  test('DR9 a draft put away changes nothing and is over; one that says the same is none', async () => {
    await mark('At least 14 people drowned')
    const before = await textNow()
    const view = await draft(reworded(document, one))
    const { drafts } = await noor.done<{ drafts: { id: string }[] }>('GET', `articles/${article}/drafts`)
    expect(drafts.map(({ id }) => id)).toEqual([view.id])
    expect(await noor.api('DELETE', `articles/${article}/drafts/${view.id}`)).toMatchObject({ status: 200 })
    expect(await bring(view.id)).toMatchObject({ status: 409, body: { refusal: 'draft-over' } })
    expect(await noor.api('POST', `articles/${article}/drafts`, { document })).toMatchObject({
      status: 409,
      body: { refusal: 'nothing-changed' },
    })
    expect(
      await noor.api('POST', `articles/${article}/drafts`, { document: { type: 'doc', content: [{ type: 'table' }] } }),
    ).toMatchObject({ status: 400 })
    expect(await textNow()).toBe(before)
  })

  test.each([
    ['more paragraphs', Array.from({ length: 30_000 }, () => ({ type: 'paragraph' }))],
    ['more words', [{ type: 'paragraph', content: [{ type: 'text', text: 'drowned. '.repeat(100_000) }] }]],
  ])(
    'DR9 %s than anybody could compare are refused in words, before anything is made of them',
    async (_case, content) => {
      const reply = await noor.api('POST', `articles/${article}/drafts`, { document: { type: 'doc', content } })
      expect(reply).toMatchObject({ status: 413, body: { refusal: 'too-large' } })
      expect((await noor.done<{ drafts: unknown[] }>('GET', `articles/${article}/drafts`)).drafts).toEqual([])
    },
  )

  test('DR9 a draft waits for a week, and its file with it', async () => {
    const original = await aKeptFile(server, 'harbour', 'A new draft, as it came.')
    const { id } = await noor.done<DraftView>('POST', `articles/${article}/drafts`, {
      document: reworded(document, one),
      original,
    })
    const { services } = server
    const newsroom = await server.newsroomId('harbour')
    const after = (days: number) => sweepBlobs(services.db, services.blobs, new Date(Date.now() + days * 86_400_000))
    await after(6)
    expect(await services.blobs.size(newsroom, original.sha256)).toBe(original.size)
    expect(await noor.api('GET', `articles/${article}/drafts/${id}`)).toMatchObject({ status: 200 })
    await after(8)
    expect(await noor.api('GET', `articles/${article}/drafts/${id}`)).toMatchObject({ status: 404 })
    expect(await services.blobs.size(newsroom, original.sha256)).toBeNull()
  })
})

test('DR2 a thousand claims over ten thousand words keep to their words', async () => {
  const random = chance(5)
  const letters = 'aeioulmnrst'
  const aWord = () => Array.from({ length: 3 + random.below(6) }, () => letters[random.below(letters.length)]).join('')
  const aSentence = (at: number) => `${aWord()} ${aWord()}, some ${100 + at} people ${aWord()} ${aWord()} ${aWord()}.`
  const paragraphs = Array.from({ length: 250 }, (_, p) =>
    Array.from({ length: 4 }, (_, s) => aSentence(p * 4 + s)).join(' '),
  )
  const made = await anArticle(noor, { text: `A long night\n\n${paragraphs.join('\n\n')}\n` })
  article = made.id
  const editor = await noor.open(article)
  const figures = [...editor.text.matchAll(/some \d+ people/g)].map(({ index, 0: { length } }) => [
    index,
    index + length,
  ])
  expect(figures).toHaveLength(1_000)
  editor.change((tr, { positionAt }) => {
    for (const [at, [from = 0, to = 0]] of figures.entries()) {
      const id = `01890000-0000-7000-8000-${String(at).padStart(12, '0')}`
      tr.addMark(positionAt(from), positionAt(to), articleSchema.mark('claim', { id, kind: 'statistic' }))
    }
  })
  const logged = () => server.database.sql('select from claims where article_id = $1', [article])
  await until('all are claims', async () => (await logged()).length === 1_000, 120_000)
  const content = (made.draft.document.content ?? []).map((block, at) => {
    const [figure] = /some \d+/.exec(JSON.stringify(block)) ?? []
    return figure === undefined || at % 10 !== 5 ? block : reworded(block, [[figure, 'some 7']])
  })
  const view = await draft({ type: 'doc', content })
  expect(view.claims).toHaveLength(1_000)
  const changed = view.claims.filter(({ answer }) => answer !== 'carried')
  expect(changed.map(({ answer, new: now }) => [answer, now?.words])).toEqual(
    Array.from({ length: 25 }, () => ['reworded', 'some 7 people']),
  )
  expect((await bring(view.id)).status).toBe(201)
  const claims = await noor.claims(article)
  expect(claims.filter(({ words, place }) => place === 'reworded' && words === 'some 7 people')).toHaveLength(25)
  expect(claims.filter(({ place }) => place === 'placed')).toHaveLength(975)
  const inText = () => [...editor.claims.values()].filter((words) => words === 'some 7 people')
  await until('the text is here', () => inText().length === 25)
}, 240_000)
