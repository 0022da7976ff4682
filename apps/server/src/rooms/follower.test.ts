import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database } from '../db/database.ts'
import type { Announcer } from '../log/announcer.ts'
import type { TextNow } from '../projection/placing.ts'
import { Follower } from './follower.ts'
import type { Room } from './room.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Longer than the rows are put off, and shorter than the history is. */
const aMoment = 1_000
/** Longer than the history is put off. */
const aPause = 5_000

/** An article as it was opened, whose rows stand at `followed`; each writing of rows or history is one transaction. */
function anOpened({ seq, followed }: { seq: number; followed: number }) {
  let transactions = 0
  let now: TextNow = { seq, at: new Date(0), text: 'Night\nNobody rang', title: 'Night', deck: null, runs: new Map() }
  const room = {
    get now() {
      return now
    },
    markerOf: () => null,
  } as unknown as Room
  const db = {
    inNewsroom: () => {
      transactions += 1
      return Promise.resolve({ events: [], claims: [], retitled: false })
    },
  } as unknown as Database
  const report = (problem: unknown) => {
    throw problem
  }
  const follower = new Follower(db, {} as Announcer, report)
  follower.opened(room, followed)
  return {
    follower,
    type: (text: string, title = 'Night') => {
      now = { ...now, seq: now.seq + 1, text, title }
      follower.changed(room, 'karim', false)
    },
    get transactions() {
      return transactions
    },
  }
}

test('RM29 an article whose rows stand at its text asks for nothing while somebody types outside of claims', async () => {
  const article = anOpened({ seq: 7, followed: 7 })
  article.type('Night\nNobody rang a bell')
  await vi.advanceTimersByTimeAsync(aMoment)
  expect(article.transactions).toBe(0)
  article.type('Daybreak\nNobody rang a bell', 'Daybreak')
  await vi.advanceTimersByTimeAsync(aMoment)
  expect(article.transactions).toBe(1)
})

test('PJ2 an article whose rows a crash left behind its text has them brought up, whatever is typed', async () => {
  const article = anOpened({ seq: 7, followed: 6 })
  article.type('Night\nNobody rang a bell')
  await vi.advanceTimersByTimeAsync(aMoment)
  expect(article.transactions).toBe(1)
})

test('PJ2 once the typing is quiet the history is brought up, and once is enough', async () => {
  const article = anOpened({ seq: 7, followed: 7 })
  article.type('Night\nNobody rang a bell')
  await vi.advanceTimersByTimeAsync(aPause)
  expect(article.transactions).toBe(1)
  await article.follower.run('history')
  expect(article.transactions).toBe(1)
})

test('RM29 an article that nobody has typed in writes nothing when it closes', async () => {
  const article = anOpened({ seq: 7, followed: 7 })
  await article.follower.run('history')
  expect(article.transactions).toBe(0)
})
