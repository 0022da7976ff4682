/** The text in the log: shortened without a word lost, and whatever a crash cut off is found again when the article opens. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { v7 } from 'uuid'
import * as Y from 'yjs'
import { editUpdate, marking } from '#document/server-edit.ts'
import { readText } from '#server/log/text-store.ts'
import { LogShortening } from '#server/rooms/log-shortening.ts'
import { TextApart } from '#server/rooms/text-apart.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'
import { until } from '../builders/until.ts'

let server: TestServer
let noor: Person
let karim: Person
let article: string

beforeAll(async () => {
  // None of it is about how fast somebody may type.
  server = await aServer({ limits: { updatesPerSecond: 10_000, updateBurst: 10_000 } })
  ;[noor, karim] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'karim')])
})

beforeEach(async () => {
  article = (await anArticle(noor)).id
})

afterAll(async () => {
  for (const person of [noor, karim]) person?.leave()
  await server?.stop()
})

const count = async (table: 'updates' | 'snapshots') => {
  const [row] = await server.database.sql<{ n: number }>(
    `select count(*)::int as n from ${table} where stream_id = $1`,
    [article],
  )
  return row?.n ?? 0
}

/** Closes every article, as a restart does, so that the next to ask reads it from the log. */
function reopen(): void {
  server.services.rooms.suspend(true)
  server.services.rooms.suspend(false)
}

describe('shortening', () => {
  test('LG7 after 600 updates the log is short, and the text is the same for who was away, who stayed and who is new', async () => {
    const away = await karim.open(article)
    away.type(0, 'Away. ')
    await away.whenSaved()
    await away.offline()
    away.type(0, 'While away. ')
    const editor = await noor.open(article)
    const claim = editor.mark('At least 14 people drowned', 'casualty')
    const keys = async (most: number) => {
      for (let key = 0; key < most; key += 1) {
        if (key % 3 === 2) editor.eraseRange(0, 1)
        else editor.type(0, 'k')
        if (key % 50 === 0) await editor.whenSaved()
      }
      await editor.whenSaved()
    }
    await keys(600)
    await until('the log is shortened', async () => (await count('updates')) < 500)
    expect(await count('snapshots')).toBe(1)
    const { text } = editor
    reopen()
    expect(await noor.done('GET', `articles/${article}/text`)).toMatchObject({ text })
    await editor.online()
    await keys(600)
    await until('the log is shortened again', async () => (await count('updates')) < 600)
    expect(await count('snapshots')).toBe(1)
    reopen()
    await editor.online()
    await away.online()
    await Promise.all([editor.whenSaved(), away.whenSaved()])
    const reader = await karim.open(article)
    await until('all three agree', () => editor.text === away.text && reader.text === away.text)
    expect(reader.text).toContain('While away. ')
    expect(reader.claims.get(claim)).toBe('At least 14 people drowned')
    expect(await karim.claims(article)).toMatchObject([{ id: claim, place: 'placed' }])
    expect(server.errors).toEqual([])
  })

  test('LG7 however many articles close at once, each of their logs is shortened', async () => {
    const made = Array.from({ length: 120 }, () => anArticle(noor))
    const ids = (await Promise.all(made)).map(({ id }) => id)
    const { db, rooms } = server.services
    const problems: unknown[] = []
    const apart = new TextApart(rooms.limits)
    const shortening = new LogShortening(db, apart, (problem) => problems.push(problem))
    await Promise.all(ids.map((id) => shortening.shorten(id, Infinity)))
    await apart.stop()
    expect(problems).toEqual([])
    for (const id of ids) {
      const { text } = await noor.done<{ text: string }>('GET', `articles/${id}/text`)
      expect(text).toContain('Nobody rang a bell')
      const stored = await readText(db, id)
      expect(stored?.updates).toEqual([])
      expect(stored?.snapshot).not.toBeNull()
    }
  }, 60_000)
})

describe('what a crash cut off between the text and its rows', () => {
  /** The text lane's part of a change, without what follows from it: what the disk holds after such a crash. */
  async function storedOnly(change: (state: Uint8Array, clientId: number) => Uint8Array): Promise<void> {
    const stored = await readText(server.services.db, article)
    const doc = new Y.Doc()
    if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.state)
    for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(doc, bytes)
    const client = 5_000_000 + (stored?.updates.length ?? 0)
    const bytes = change(Y.encodeStateAsUpdate(doc), client)
    const { id } = (await karim.fetch('GET', '/api/me')).body as { id: string }
    await server.services.lane.append({ stream: article, bytes, by: id, newClientIds: [{ client, owner: id }] })
  }

  test('AN14 a mark in the text becomes a claim when the article opens, once, by who made it', async () => {
    const id = v7()
    const { text } = await noor.done<{ text: string }>('GET', `articles/${article}/text`)
    reopen()
    const from = text.indexOf('the hospital counted 17')
    await storedOnly((state, client) =>
      editUpdate(state, client, marking({ from, to: from + 23 }, { id, kind: 'casualty' })),
    )
    expect(await noor.claims(article)).toEqual([])
    for (const visit of [1, 2]) {
      const editor = await noor.open(article)
      const claims = await until(`it is a claim at visit ${visit}`, async () => {
        const all = await noor.claims(article)
        return all.length > 0 ? all : null
      })
      expect(claims).toMatchObject([{ id, number: 1, kind: 'casualty', words: 'the hospital counted 17' }])
      expect(claims[0]?.markedBy).toBe(((await karim.fetch('GET', '/api/me')).body as { id: string }).id)
      editor.close()
      reopen()
    }
  })

  test('AN15 words that changed in the text reach claims and history when the article opens', async () => {
    const { id } = await noor.done<{ id: string }>('POST', `articles/${article}/claims`, {
      exact: 'the hospital counted 17',
      kind: 'casualty',
    })
    reopen()
    await storedOnly((state, client) => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, state)
      doc.clientID = client
      const before = Y.encodeStateVector(doc)
      const blocks = doc.getXmlFragment('default').toArray() as Y.XmlElement[]
      const text = blocks.map((block) => block.get(0) as Y.XmlText).find((one) => one.toString().includes('counted 17'))
      const plain = ((text?.toDelta() ?? []) as { insert: string }[]).map(({ insert }) => insert).join('')
      text?.insert(plain.indexOf('counted 17') + 9, '1')
      return Y.encodeStateAsUpdate(doc, before)
    })
    expect(await noor.claim(article, id)).toMatchObject({ words: 'the hospital counted 17' })
    const editor = await noor.open(article)
    await until('the claim is reworded', async () => (await noor.claim(article, id)).place === 'reworded')
    expect(await noor.claim(article, id)).toMatchObject({ words: 'the hospital counted 117' })
    await until('the history tells of it', async () => {
      const { entries } = await noor.done<{ entries: { type: string }[] }>('GET', `articles/${article}/history`)
      return entries[0]?.type === 'claim-reworded'
    })
    editor.close()
  })

  test('LG8 an update that cannot be applied is set aside when the article opens, and the rest is there', async () => {
    const { text } = await noor.done<{ text: string }>('GET', `articles/${article}/text`)
    reopen()
    const { id } = (await noor.fetch('GET', '/api/me')).body as { id: string }
    const bytes = Uint8Array.from([1, 1, 7, 0, 132, 99]) // the beginning of an update
    await server.services.lane.append({ stream: article, bytes, by: id, newClientIds: [] })
    const editor = await noor.open(article)
    expect(editor.text).toBe(text)
    editor.type(0, 'Goes on. ')
    await editor.whenSaved()
    const aside = await until('it is set aside', async () => {
      const rows = await server.database.sql<{ quarantined: string }>(
        'select quarantined from updates where stream_id = $1 and quarantined is not null',
        [article],
      )
      return rows.length > 0 ? rows : null
    })
    expect(aside).toHaveLength(1)
    expect(server.errors.map(({ msg }) => msg)).toEqual(['a stored update does not apply and is set aside'])
    reopen()
    expect(await noor.done('GET', `articles/${article}/text`)).toMatchObject({ text: `Goes on. ${text}` })
  })
})
