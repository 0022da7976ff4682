/** An article's way to print with several people at it: the gate, exceptions, approvals that go stale, publication, and what rebuilds from it all. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ReviewView, reviewView, type VersionView } from '#protocol/review-view.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { untilAtRest } from '../builders/at-rest.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const drowned = 'At least 14 people drowned'
const sold = 'Two inspectors allegedly sold the keys of the gate'
const oldest = 'the oldest in the country'

let server: TestServer
let noor: Person
let karim: Person
let idris: Person
let rafi: Person
let vera: Person

beforeAll(async () => {
  server = await aServer()
  ;[noor, karim, idris, rafi, vera] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'karim'),
    aPerson(server, 'idris'),
    aPerson(server, 'rafi'),
    aPerson(server, 'vera'),
  ])
})

afterAll(async () => {
  for (const person of [noor, karim, idris, rafi, vera]) person?.leave()
  await server?.stop()
})

const review = async (person: Person, article: string): Promise<ReviewView> =>
  reviewView.parse(await person.done('GET', `articles/${article}/review`))

const mark = (article: string, exact: string, kind: string) =>
  noor.done<{ id: string }>('POST', `articles/${article}/claims`, { exact, kind })

async function judge(person: Person, article: string, claim: string, rating = 'confirmed', why = 'Seen.') {
  const { words, verdict } = await person.claim(article, claim)
  const given = { wordsSeen: words, verdictSeen: verdict?.seq ?? null, rating, why }
  await person.done('POST', `articles/${article}/claims/${claim}/verdicts`, given)
}

async function sign(person: Person, article: string, claim: string) {
  const { words, verdict } = await person.claim(article, claim)
  const seen = { wordsSeen: words, verdictSeen: verdict?.seq ?? null }
  return person.api('POST', `articles/${article}/claims/${claim}/sign-offs`, seen)
}

/** C1 of high risk and signed off, C2 judged; review asked for. */
async function inReview(): Promise<string> {
  const { id } = await anArticle(noor)
  await mark(id, drowned, 'casualty')
  await mark(id, oldest, 'superlative')
  await judge(noor, id, 'C1')
  await judge(noor, id, 'C2')
  expect((await sign(idris, id, 'C1')).status).toBe(201)
  await noor.done('POST', `articles/${id}/review-requests`, { note: 'C1 rests on the county alone.' })
  return id
}

const approve = async (person: Person, article: string, seen?: string) =>
  person.api('POST', `articles/${article}/approvals`, { seen: seen ?? (await review(person, article)).seen })

const publish = (person: Person, article: string) => person.api('POST', `articles/${article}/publication`, {})
const refusal = (code: string, status = 409) => ({ status, body: { refusal: code } })

describe('the way to print', () => {
  test('RV3–RV6 leads from marking to published, and every step names its version', async () => {
    const { id } = await anArticle(noor)
    expect((await review(noor, id)).stage).toBe('intake')
    expect(await noor.api('POST', `articles/${id}/review-requests`, {})).toMatchObject(refusal('not-at-this-stage'))
    await mark(id, drowned, 'casualty')
    await judge(noor, id, 'C1')
    expect(await review(idris, id)).toMatchObject({ stage: 'checking', opens: false, approval: null, steps: [] })
    const asked = await noor.done<{ version: number }>('POST', `articles/${id}/review-requests`, { note: 'Done.' })
    expect(asked.version).toBe(2)
    expect((await idris.article(id)).stage).toBe('review')

    expect(await approve(idris, id)).toMatchObject(refusal('gate-closed'))
    expect(await publish(idris, id)).toMatchObject(refusal('not-at-this-stage'))
    await sign(idris, id, 'C1')
    expect(await approve(idris, id)).toMatchObject({ status: 201, body: { version: 2 } })
    expect((await idris.article(id)).stage).toBe('ready')
    expect(await publish(idris, id)).toMatchObject({ status: 201, body: { version: 2 } })

    const done = await review(vera, id)
    expect(done.stage).toBe('published')
    expect(done.steps.map(({ step, version, note }) => [step, version, note])).toEqual([
      ['published', 2, null],
      ['approved', 2, null],
      ['requested', 2, 'Done.'],
    ])
  })

  test('RV4 what is sent back is checked again, and the approval of before is none any more', async () => {
    const id = await inReview()
    expect((await approve(idris, id)).status).toBe(201)
    expect(await idris.api('POST', `articles/${id}/send-backs`, { note: ' ' })).toMatchObject(
      refusal('why-needed', 422),
    )
    await idris.done('POST', `articles/${id}/send-backs`, { note: 'C2 needs a second source.' })
    expect(await review(noor, id)).toMatchObject({
      stage: 'checking',
      approval: null,
      steps: [{ step: 'sent-back', note: 'C2 needs a second source.' }, {}, {}],
    })
    expect(await publish(idris, id)).toMatchObject(refusal('not-at-this-stage'))
  })

  test('RV3–RV6 checkers, reporters and viewers take none of an editor’s steps', async () => {
    const id = await inReview()
    const before = await events(id)
    for (const person of [noor, rafi, vera]) {
      const { seen, gate } = await review(person, id)
      expect(gate).toHaveLength(4)
      const words = { rule: 'nothing-left', wordsSeen: oldest, verdictSeen: null, why: 'Because.' }
      const refused = [
        await approve(person, id, seen),
        await publish(person, id),
        await person.api('POST', `articles/${id}/send-backs`, { note: 'No.' }),
        await person.api('POST', `articles/${id}/claims/C2/exceptions`, words),
      ]
      expect(refused).toMatchObject(refused.map(() => refusal('not-an-editor', 403)))
    }
    expect(await events(id)).toBe(before)
    expect((await review(idris, id)).stage).toBe('review')
  })
})

async function events(article: string): Promise<number> {
  const [count] = await server.database.sql<{ n: number }>(
    'select count(*)::int as n from events where stream_id = $1',
    [article],
  )
  return count?.n ?? 0
}

describe('the gate', () => {
  test('GT1–GT4 each rule names the claims that stand in its way', async () => {
    const { id } = await anArticle(noor)
    await mark(id, drowned, 'casualty')
    await mark(id, sold, 'allegation')
    await mark(id, oldest, 'superlative')
    await judge(noor, id, 'C1')
    await judge(noor, id, 'C2', 'wrong', 'One inspector, and the court said so.')
    const failing = async () =>
      Object.fromEntries(
        (await review(idris, id)).gate.map(({ rule, failing }) => [rule, failing.map(({ number }) => number)]),
      )
    expect(await failing()).toEqual({
      'nothing-left': [3],
      'high-risk-signed': [1, 2],
      'nothing-wrong-in-text': [2],
      'no-query-open': [],
    })
    await judge(noor, id, 'C3')
    await sign(idris, id, 'C1')
    expect(await failing()).toMatchObject({ 'nothing-left': [], 'high-risk-signed': [2] })
  })

  test('GT5 an exception opens the gate, lapses when the words change and counts again when they return', async () => {
    const id = await inReview()
    await mark(id, sold, 'allegation')
    const seen = { rule: 'nothing-left', wordsSeen: sold, verdictSeen: null }
    const except = (rule: string, why: string) =>
      idris.api('POST', `articles/${id}/claims/C3/exceptions`, { ...seen, rule, why })
    expect(await except('nothing-left', '')).toMatchObject(refusal('why-needed', 422))
    expect(await except('no-query-open', 'So.')).toMatchObject(refusal('nothing-to-except'))
    expect((await except('nothing-left', 'The court rules at nine.')).status).toBe(201)
    expect((await except('high-risk-signed', 'The same.')).status).toBe(201)
    expect(await review(idris, id)).toMatchObject({ opens: true })
    expect((await approve(idris, id)).status).toBe(201)

    const editor = await rafi.open(id)
    editor.type({ after: 'Two inspectors allegedly ' }, 'once ')
    await until('the words have changed', async () => (await noor.claim(id, 'C3')).words.includes('once'))
    const lapsed = await review(idris, id)
    expect(lapsed).toMatchObject({ opens: false, approval: { counts: false, touched: [{ number: 3 }] } })
    expect(lapsed.exceptions.map(({ counts, why }) => [counts, why])).toEqual([
      [false, 'The same.'],
      [false, 'The court rules at nine.'],
    ])
    expect(await publish(idris, id)).toMatchObject(refusal('approval-stale'))

    editor.undo()
    await until('the words are back', async () => (await noor.claim(id, 'C3')).words === sold)
    expect(await review(idris, id)).toMatchObject({ opens: true, approval: { counts: true, touched: [] } })
    expect((await publish(idris, id)).status).toBe(201)
  })
})

describe('approval', () => {
  test('RV5 what has changed since it was read is refused, whatever changed', async () => {
    const id = await inReview()
    const { seen } = await review(idris, id)
    await judge(karim, id, 'C2', 'needs-context', 'The oldest that still stands.')
    expect(await approve(idris, id, seen)).toMatchObject(refusal('changed-since'))

    const again = (await review(idris, id)).seen
    const editor = await rafi.open(id)
    editor.type({ after: 'Officials deny it' }, ' firmly')
    await until('the edit is stored', async () => (await review(idris, id)).seen !== again)
    expect(await approve(idris, id, again)).toMatchObject(refusal('changed-since'))
    expect((await approve(idris, id)).status).toBe(201)
  })

  test('RV2 a later change touches only its claim; approving again names the new version', async () => {
    const id = await inReview()
    expect(await approve(idris, id)).toMatchObject({ body: { version: 2 } })
    const editor = await rafi.open(id)
    editor.type({ after: 'the oldest' }, ' one')
    await until('the words have changed', async () => (await noor.claim(id, 'C2')).standing === 'reworded')
    const stale = await review(idris, id)
    expect(stale).toMatchObject({
      stage: 'ready',
      text: { newest: { number: 2 }, edited: true, names: 3 },
      approval: {
        version: 2,
        counts: false,
        textChanged: true,
        touched: [{ number: 2, words: 'the oldest one in the country' }],
      },
    })
    const { words, verdict } = await noor.claim(id, 'C2')
    await noor.done('POST', `articles/${id}/claims/C2/still-holds`, { wordsSeen: words, verdictSeen: verdict?.seq })
    expect(await publish(idris, id)).toMatchObject(refusal('approval-stale'))
    expect(await approve(idris, id)).toMatchObject({ status: 201, body: { version: 3 } })
    expect(await publish(idris, id)).toMatchObject({ status: 201, body: { version: 3 } })
  })

  test('VN1 versions are numbered from the import on, keep their text, and an unchanged text is named again', async () => {
    const id = await inReview()
    await approve(idris, id)
    const { versions } = await vera.done<{ versions: VersionView[] }>('GET', `articles/${id}/versions`)
    expect(versions.map(({ number, cause }) => [number, cause])).toEqual([
      [2, 'review'],
      [1, 'import'],
    ])
    const before = (await noor.done<{ text: string }>('GET', `articles/${id}/text`)).text
    const editor = await rafi.open(id)
    editor.type({ after: 'Officials deny it' }, ' firmly')
    await editor.whenSaved()
    const kept = await vera.done<{ text: string; document: object }>('GET', `articles/${id}/versions/2`)
    expect(kept.text).toBe(before)
    expect(JSON.stringify(kept.document)).toContain('"claim"')
    expect(await vera.api('GET', `articles/${id}/versions/9`)).toMatchObject(refusal('not-found', 404))
  })
})

describe('since you last looked', () => {
  test('RV7 tells each person what others have changed since, and nothing of their own', async () => {
    const id = await inReview()
    const first = await review(idris, id)
    expect(first.sinceLook).toBeNull()
    await idris.done('POST', `articles/${id}/looks`, { seq: first.seq })
    expect((await review(idris, id)).sinceLook).toMatchObject({ counts: { edits: 0, verdicts: 0 }, entries: [] })

    await mark(id, sold, 'allegation')
    await judge(noor, id, 'C3', 'cannot-confirm')
    await sign(idris, id, 'C2')
    const editor = await rafi.open(id)
    editor.type({ after: 'the oldest' }, ' one')
    await until('the words have changed', async () => (await noor.claim(id, 'C2')).standing === 'reworded')
    await judge(noor, id, 'C2')
    const { sinceLook } = await review(idris, id)
    expect(sinceLook?.counts).toEqual({ edits: 1, marked: 1, reworded: 1, verdicts: 2, signed: 0, queries: 0 })
    expect(sinceLook?.edits[0]?.after).toContain('the oldest one in the country')
    expect(sinceLook?.entries.find(({ type }) => type === 'verdict-given')).toMatchObject({
      words: 'the oldest one in the country',
      text: 'Seen.',
    })
    expect((await review(karim, id)).sinceLook).toBeNull()
  })

  test('RV7 what is decided while the page is being read is not on it, or the page’s seq covers it', async () => {
    const { id } = await anArticle(noor)
    await mark(id, drowned, 'casualty')
    await idris.done('POST', `articles/${id}/looks`, { seq: 0 })
    let isOver = false
    const deciding = (async () => {
      while (!isOver) await judge(noor, id, 'C1')
    })()
    let seen = 0
    // As often as it takes to have read between decisions: a slow disk makes them seldom.
    for (let reading = 0; reading < 60 || seen <= 10; reading += 1) {
      const { seq, sinceLook } = await review(idris, id)
      const newest = Math.max(0, ...(sinceLook?.entries ?? []).map((entry) => entry.seq))
      expect(newest).toBeLessThanOrEqual(seq)
      seen = Math.max(seen, newest)
    }
    isOver = true
    await deciding
  })

  test('RV7 a look at an earlier seq takes nothing back', async () => {
    const id = await inReview()
    const { seq } = await review(idris, id)
    await idris.done('POST', `articles/${id}/looks`, { seq: 1_000_000 })
    await idris.done('POST', `articles/${id}/looks`, { seq: 1 })
    const [look] = await server.database.sql<{ seq: number }>('select seq::int from looks where article_id = $1', [id])
    expect(look?.seq).toBe(seq)
  })
})

test('D24 a checker’s sign-off is refused, a body that names a signer is not understood, and keys in the text sign nothing', async () => {
  const { id } = await anArticle(noor)
  await mark(id, drowned, 'casualty')
  await judge(karim, id, 'C1')
  expect(await sign(noor, id, 'C1')).toMatchObject(refusal('not-an-editor', 403))
  const claim = await noor.claim(id, 'C1')
  const signedBy = { kind: 'casualty', signedBy: 'idris', signOff: { by: 'idris' } }
  expect((await noor.api('PATCH', `articles/${id}/claims/C1`, signedBy)).status).toBe(400)
  const smuggled = {
    wordsSeen: claim.words,
    verdictSeen: claim.verdict?.seq ?? null,
    rating: 'confirmed',
    why: '',
    by: 'idris',
    signedBy: 'idris',
  }
  await noor.api('POST', `articles/${id}/claims/C1/verdicts`, smuggled)
  const editor = await noor.open(id)
  editor.doc.getMap('signOffs').set(claim.id, { by: 'idris', words: claim.words, counts: true })
  editor.doc.getMap('claims').set(claim.id, { signedOff: true, standing: 'signed' })
  await editor.whenSaved()
  expect(await idris.claim(id, 'C1')).toMatchObject({
    signOff: null,
    standing: 'judged',
    verdict: { by: expect.not.stringMatching('idris') },
  })
  expect(await review(idris, id)).toMatchObject({ opens: false })
  const [signed] = await server.database.sql<{ n: number }>(
    `select count(*)::int as n from events where stream_id = $1 and type = 'claim-signed-off'`,
    [id],
  )
  expect(signed?.n).toBe(0)
})

test('RV6 two editors who publish at once publish once', async () => {
  const id = await inReview()
  const sana = await aPerson(server, 'sana')
  await approve(idris, id)
  const replies = await Promise.all([publish(idris, id), publish(sana, id)])
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409])
  sana.leave()
})

test('PJ1 after all this the rows made again from the log are the rows that were kept up', async () => {
  const tables = ['articles', 'claims', 'verdicts', 'sign_offs', 'exceptions', 'review_steps', 'versions', 'looks']
  const rows = async () => {
    const dumped = tables.map(async (table) => {
      const [dump] = await server.database.sql<{ rows: object[] }>(
        `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${table} t`,
      )
      return [table, dump?.rows] as const
    })
    return Object.fromEntries(await Promise.all(dumped))
  }
  await untilAtRest(server)
  const kept = await rows()
  await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
  const rebuilt = await rows()
  for (const table of tables) expect([table, rebuilt[table]]).toEqual([table, kept[table]])
})
