/** The history of an article: told with the words of the time, narrowed, forgotten in part, and checked against what was written. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HistoryEntry, historyEntry } from '#protocol/view.ts'
import { checkHistory } from '#server/commands/history-check.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { asSuperuser } from '../builders/postgres.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

const drowned = 'At least 14 people drowned'
const secret = 'The county clerk told me, at home.'

let server: TestServer
let noor: Person
let idris: Person
let sana: Person
let rafi: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[noor, idris, sana, rafi] = await Promise.all([
    aPerson(server, 'noor'),
    aPerson(server, 'idris'),
    aPerson(server, 'sana'),
    aPerson(server, 'rafi'),
  ])
  article = (await anArticle(noor)).id
  await noor.done('POST', `articles/${article}/claims`, { exact: drowned, kind: 'casualty' })
  await noor.done('POST', `articles/${article}/claims`, { exact: 'the oldest in the country', kind: 'superlative' })
  await judge(noor, 'C1', secret)
  const editor = await rafi.open(article)
  editor.type({ after: 'At least 14' }, ' or 17')
  await until('the words have changed', async () => (await noor.claim(article, 'C1')).words !== drowned)
  const link = { source: { kind: 'official', title: 'County list' }, stance: 'supports', locator: 'p. 2' }
  await noor.done('POST', `articles/${article}/claims/C1/evidence`, { ...link, excerpt: 'fourteen' })
  await judge(idris, 'C1', 'Both are counted.')
})

afterAll(async () => {
  for (const person of [noor, idris, sana, rafi]) person?.leave()
  await server?.stop()
})

async function judge(person: Person, claim: string, why: string) {
  const { words, verdict } = await person.claim(article, claim)
  const given = { wordsSeen: words, verdictSeen: verdict?.seq ?? null, rating: 'confirmed', why }
  await person.done('POST', `articles/${article}/claims/${claim}/verdicts`, given)
}

async function history(person: Person, query = ''): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const answer = await person.done<{ entries: unknown[]; more: boolean }>('GET', `articles/${article}/history${query}`)
  return { ...answer, entries: answer.entries.map((entry) => historyEntry.parse(entry)) }
}

const typesIn = ({ entries }: { entries: HistoryEntry[] }) => entries.map(({ type }) => type)

describe('HI1 the history', () => {
  test('HI1 tells each entry with the claim’s words as they were then', async () => {
    const { entries } = await history(rafi)
    const told = entries.filter(({ claim }) => claim?.number === 1).map(({ type, words }) => [type, words])
    const now = 'At least 14 or 17 people drowned'
    expect(told).toEqual([
      ['verdict-given', now],
      ['evidence-attached', now],
      ['claim-reworded', now],
      ['verdict-given', drowned],
      ['claim-marked', drowned],
    ])
    expect(entries.at(-1)).toMatchObject({ type: 'article-imported', claim: null, words: null })
  })

  test('HI2 is narrowed by person, type and claim, and read page by page', async () => {
    const { importedBy } = await noor.article(article)
    const mine = await history(noor, `?person=${importedBy}`)
    expect(new Set(mine.entries.map(({ by }) => by))).toEqual(new Set([importedBy]))
    expect(typesIn(await history(noor, '?type=verdict-given,claim-marked'))).toEqual([
      'verdict-given',
      'verdict-given',
      'claim-marked',
      'claim-marked',
    ])
    expect(typesIn(await history(noor, '?claim=C2'))).toEqual(['claim-marked'])
    expect(await noor.api('GET', `articles/${article}/history?claim=C99`)).toMatchObject({ status: 404 })
    const whole = (await history(noor)).entries
    const first = await history(noor, '?most=2')
    const rest = await history(noor, `?before=${first.entries[1]?.seq}`)
    expect([first.more, rest.more]).toEqual([true, false])
    expect([...first.entries, ...rest.entries]).toEqual(whole)
  })
})

describe('ER1 what has to be forgotten', () => {
  const erase = (person: Person, seq: number) => person.api('POST', `articles/${article}/history/${seq}/erasure`, {})
  const given = async () => (await history(sana)).entries.find(({ text }) => text === secret)

  test('ER1 is erased by admins only, for good and for everybody, and the history says so', async () => {
    const entry = await given()
    if (entry === undefined) throw new Error('The verdict with the secret is missing.')
    for (const person of [noor, idris, rafi]) expect(await erase(person, entry.seq)).toMatchObject({ status: 403 })
    expect(await erase(sana, entry.seq)).toMatchObject({ status: 201 })
    expect(await erase(sana, entry.seq)).toMatchObject({ status: 409, body: { refusal: 'nothing-changed' } })
    expect(await erase(sana, 999_999)).toMatchObject({ status: 409 })

    const { entries } = await history(rafi)
    const then = entries.find(({ seq }) => seq === entry.seq)
    expect(then).toMatchObject({ type: 'verdict-given', text: null, erased: { by: entries[0]?.by } })
    expect(entries[0]).toMatchObject({ type: 'text-erased', event: { of: entry.seq } })
    expect(JSON.stringify(await rafi.claims(article))).not.toContain(secret)
  })

  async function expectForgotten() {
    const tables = await server.database.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables) {
      const found = await server.database.sql(`select from ${name} t where to_jsonb(t)::text like $1`, [`%${secret}%`])
      expect([name, found.length]).toEqual([name, 0])
    }
    expect(await faults()).toEqual([])
    for (const format of ['json', 'csv', 'annotations']) {
      const url = `${server.url}/api/newsrooms/harbour/articles/${article}/exports/${format}`
      const reply = await fetch(url, { headers: noor.headers as Record<string, string> })
      expect([format, reply.status, (await reply.text()).includes(secret)]).toEqual([format, 200, false])
    }
  }

  test('ER2 no table of the database holds it any more, and the chain is whole', async () => expectForgotten())

  test('ER1 ER2 the words that a verdict proposed are erased with its reason, from the log, rows and exports', async () => {
    const { words } = await noor.claim(article, 'C2')
    const proposed = `${secret} (as the clerk put it)`
    const given = {
      wordsSeen: words,
      verdictSeen: null,
      rating: 'confirmed-with-change',
      why: `${secret} Twice.`,
      proposed,
    }
    const { seq } = await noor.done<{ seq: number }>('POST', `articles/${article}/claims/C2/verdicts`, given)
    const entry = (await history(rafi)).entries.find((one) => one.seq === seq)
    expect(entry).toMatchObject({ text: given.why, proposed, erased: null })
    expect(await erase(sana, seq)).toMatchObject({ status: 201 })
    expect(await erase(sana, seq)).toMatchObject({ status: 409, body: { refusal: 'nothing-changed' } })
    expect((await noor.claim(article, 'C2')).verdict).toMatchObject({ seq, why: null, proposed: null })
    const then = (await history(rafi)).entries.find((one) => one.seq === seq)
    expect(then).toMatchObject({ text: null, proposed: null, erased: { by: expect.any(String) } })
    await expectForgotten()
  })

  test('ER2 rows made again from the log do not bring it back', async () => {
    await rebuildNewsroom(server.services, await server.newsroomId('harbour'))
    expect(JSON.stringify(await history(rafi))).not.toContain(secret)
    expect((await rafi.claim(article, 'C2')).verdict).toMatchObject({ why: null, proposed: null })
    expect((await rafi.claim(article, 'C1')).verdict?.why).toBe('Both are counted.')
  })
})

const faults = async () =>
  (await checkHistory(server.services.db))
    .filter(({ brokenAt, changedTexts }) => brokenAt !== null || changedTexts.length > 0)
    .map(({ stream, brokenAt, changedTexts }) => ({ stream, brokenAt, changedTexts }))

describe('LG11 verify-history', () => {
  /** By the hand of somebody who has the database itself, past every trigger; then put back. */
  async function tampered(table: string, statement: string, look: () => Promise<void>): Promise<void> {
    await asSuperuser(server.database.url, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query(`create table kept as select * from ${table}`)
      await client.query(statement)
      await look()
      await client.query(`delete from ${table}`)
      await client.query(`insert into ${table} select * from kept`)
      await client.query('drop table kept')
    })
    expect(await faults()).toEqual([])
  }

  const reason = async () => {
    const entry = (await history(noor)).entries.find(({ text }) => text === 'Both are counted.')
    if (entry === undefined) throw new Error('The second verdict is missing.')
    const { id } = (entry.event as { why: { id: string } }).why
    return { seq: entry.seq, id }
  }

  test.each([
    ['altered', (id: string) => `update private_texts set body = 'Neither is.' where id = '${id}'`],
    ['removed', (id: string) => `delete from private_texts where id = '${id}'`],
    ['emptied without a word', (id: string) => `update private_texts set body = null where id = '${id}'`],
  ])('LG11 a text that was %s is named by its entry', async (_case, statement) => {
    const { seq, id } = await reason()
    await tampered('private_texts', statement(id), async () => {
      expect(await faults()).toEqual([{ stream: article, brokenAt: null, changedTexts: [seq] }])
    })
  })

  test('LG11 a version whose text was altered is named', async () => {
    const made = (await history(noor)).entries.find(({ type }) => type === 'version-made')
    const statement = `update versions set text = text || '!' where article_id = '${article}'`
    await tampered('versions', statement, async () => {
      expect(await faults()).toEqual([{ stream: article, brokenAt: null, changedTexts: [made?.seq] }])
    })
  })

  test.each([
    ['the newest entry deleted', (last: number) => `delete from events where seq = ${last}`, (last: number) => last],
    [
      'an entry altered',
      (last: number) => `update events set body = replace(body, '"by"', '"By"') where seq = ${last - 1}`,
      (last: number) => last - 1,
    ],
  ])('LG4 %s is named', async (_case, statement, named) => {
    const last = (await history(noor)).entries[0]?.seq ?? 0
    await tampered('events', `${statement(last)} and stream_id = '${article}'`, async () => {
      expect(await faults()).toMatchObject([{ stream: article, brokenAt: named(last) }])
    })
  })
})
