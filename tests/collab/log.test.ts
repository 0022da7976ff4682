/** The log after a busy morning: gapless, in one chain, and enough to make every row again. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkHistory } from '#server/commands/history-check.ts'
import { rebuildNewsroom } from '#server/projection/rebuild.ts'
import { untilAtRest } from '../builders/at-rest.ts'
import { aBusyMorning, type Morning } from '../builders/busy-morning.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { asSuperuser } from '../builders/postgres.ts'
import { aServer, type TestServer } from '../builders/server.ts'

let server: TestServer
let people: Person[]
let morning: Morning
let harbour: string

beforeAll(async () => {
  server = await aServer()
  people = await Promise.all(['noor', 'karim', 'idris'].map((who) => aPerson(server, who)))
  harbour = await server.newsroomId('harbour')
  morning = await aBusyMorning(people, { articles: 3, steps: 30, seed: Number(process.env['SEED'] ?? 7) })
  await untilAtRest(server)
}, 180_000)

afterAll(async () => {
  for (const person of people ?? []) person.leave()
  await server?.stop()
})

describe('LG1 the streams', () => {
  test('LG1 carry seqs without gap or repeat, however many people write and decide at once', async () => {
    const streams = await server.database.sql<{ id: string; head: number; seqs: number[] }>(`
      select s.id, s.seq::int as head, array_agg(l.seq::int order by l.seq) as seqs from streams s join
        (select stream_id, seq from updates union all select stream_id, seq from events) l on l.stream_id = s.id
      group by s.id`)
    expect(streams.map(({ id }) => id)).toEqual(expect.arrayContaining([...morning.articles, harbour]))
    for (const { id, head, seqs } of streams) {
      expect([id, seqs]).toEqual([id, Array.from({ length: head }, (_, index) => index + 1)])
    }
  })

  test('LG1 a morning is busy: every kind of event has happened', async () => {
    const types = await server.database.sql<{ type: string }>('select distinct type from events')
    expect(types.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['claim-marked', 'verdict-given', 'evidence-attached', 'source-added', 'claim-reworded']),
    )
    expect(server.errors).toEqual([])
  })

  test('CV4 everybody who was at an article has its text as the server has it', async () => {
    for (const article of morning.articles) {
      const { text } = await (people[0] as Person).done<{ text: string }>('GET', `articles/${article}/text`)
      const reader = await (people[1] as Person).open(article)
      expect(reader.text).toBe(text)
    }
    const texts = new Set(morning.editors.map(({ text }) => text))
    expect(texts.size).toBe(morning.articles.length)
  })
})

describe('PJ1 the rows', () => {
  const rows = async () => {
    const tables = ['articles', 'claims', 'verdicts', 'sign_offs', 'evidence', 'sources', 'memberships']
    const dumped = tables.map(async (table) => {
      const [dump] = await server.database.sql<{ rows: object[] }>(
        `select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') as rows from ${table} t`,
      )
      return [table, dump?.rows] as const
    })
    return Object.fromEntries(await Promise.all(dumped))
  }

  test('PJ1 made again from the log are the rows that were kept up live', async () => {
    const kept = await rows()
    await rebuildNewsroom(server.services, harbour)
    const rebuilt = await rows()
    for (const table of Object.keys(kept)) expect([table, rebuilt[table]]).toEqual([table, kept[table]])
  })

  test('PJ1 can be made again twice, and the desk shows the same', async () => {
    const [noor] = people as [Person]
    const desk = await noor.done<{ articles: unknown }>('GET', 'desk')
    await rebuildNewsroom(server.services, harbour)
    await rebuildNewsroom(server.services, harbour)
    expect((await noor.done<{ articles: unknown }>('GET', 'desk')).articles).toEqual(desk.articles)
  })
})

describe('LG3 the chain', () => {
  const broken = async () => (await checkHistory(server.services.db)).filter(({ brokenAt }) => brokenAt !== null)

  test('LG3 holds for every stream after a morning', async () => {
    const checked = await checkHistory(server.services.db)
    expect(checked.map(({ brokenAt }) => brokenAt)).toEqual(checked.map(() => null))
    expect(checked.length).toBeGreaterThanOrEqual(morning.articles.length + 2)
    expect(checked.find(({ stream }) => stream === morning.articles[0])?.entries).toBeGreaterThan(10)
  })

  /** By the hand of somebody who has the database itself, past every trigger; then put back. */
  async function tampered(statement: string, look: () => Promise<void>): Promise<void> {
    await asSuperuser(server.database.url, async (client) => {
      await client.query('set session_replication_role = replica')
      await client.query('create table kept_events as select * from events')
      await client.query(statement)
      await look()
      await client.query('delete from events')
      await client.query('insert into events select * from kept_events')
      await client.query('drop table kept_events')
    })
    expect(await broken()).toEqual([])
  }

  const third = async () => {
    const [entry] = await server.database.sql<{ seq: number; next: number; last: number }>(
      `select seqs[3]::int as seq, seqs[4]::int as next, seqs[array_length(seqs, 1)]::int as last
       from (select array_agg(seq order by seq) as seqs from events where stream_id = $1) s`,
      [morning.articles[0]],
    )
    if (entry === undefined) throw new Error('The first article has no events.')
    return { ...entry, of: `stream_id = '${morning.articles[0]}'` }
  }

  test('LG3 an altered entry is named', async () => {
    const { seq, of } = await third()
    await tampered(`update events set body = replace(body, '"by"', '"By"') where ${of} and seq = ${seq}`, async () => {
      expect(await broken()).toMatchObject([{ stream: morning.articles[0], brokenAt: seq }])
    })
  })

  test('LG3 where an entry was removed, the next one is named', async () => {
    const { seq, next, of } = await third()
    await tampered(`delete from events where ${of} and seq = ${seq}`, async () => {
      expect(await broken()).toMatchObject([{ brokenAt: next }])
    })
  })

  test('LG3 of two entries changed about, the first is named', async () => {
    const { seq, next, of } = await third()
    const swap = `update events e set body = o.body, hash = o.hash from events o
      where e.${of} and o.${of} and (e.seq, o.seq) in ((${seq}, ${next}), (${next}, ${seq}))`
    await tampered(swap, async () => expect(await broken()).toMatchObject([{ brokenAt: seq }]))
  })

  test('LG3 an end that was cut off shows against the stream’s head', async () => {
    const { last, of } = await third()
    await tampered(`delete from events where ${of} and seq = ${last}`, async () => {
      expect(await broken()).toMatchObject([{ brokenAt: last }])
    })
  })
})
