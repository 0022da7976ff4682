import { expect, test } from 'vitest'
import type { Snapshot, StoredUpdate, TextSince } from '../log/text-store.ts'
import { type Arrival, Arrivals } from './arrivals.ts'

const at = new Date('2026-03-03T20:00:00.000Z')
const stored = (seq: number): StoredUpdate => ({ seq, bytes: new Uint8Array([seq]), by: 'noor', at })
const arrival = (seq: number): Arrival<string> => ({ ...stored(seq), from: null, owners: [], elsewhere: true })
const since = (head: number, seqs: readonly number[], snapshot: Snapshot | null = null): TextSince => ({
  head,
  snapshot,
  updates: seqs.map(stored),
  owners: new Map(),
})

/** A room at seq 10 and its log; `log` is what a read finds, and `reads` where it was asked from. */
function aRoom(log: () => TextSince | null = () => null) {
  const delivered: number[] = []
  const reads: number[] = []
  const arrivals = new Arrivals<string>(10, {
    deliver: ({ seq }) => void delivered.push(seq),
    restore: ({ seq }) => void delivered.push(-seq),
    read: async (from) => {
      reads.push(from)
      return log()
    },
    failed: () => {},
    patienceMs: 0,
  })
  return { arrivals, delivered, reads }
}

test('SV2 what comes in order is delivered at once, and nothing is read', () => {
  const { arrivals, delivered, reads } = aRoom()
  for (const seq of [11, 12, 13]) arrivals.take(arrival(seq))
  expect([delivered, reads, arrivals.reached]).toEqual([[11, 12, 13], [], 13])
})

test('SV2 what comes too early waits for what the log has before it', async () => {
  const { arrivals, delivered } = aRoom(() => since(10, []))
  arrivals.take(arrival(13))
  arrivals.take(arrival(12))
  expect(delivered).toEqual([])
  arrivals.take(arrival(11))
  expect(delivered).toEqual([11, 12, 13])
})

test('SV2 what comes twice is delivered once', () => {
  const { arrivals, delivered } = aRoom()
  for (const seq of [11, 11, 12, 11]) arrivals.take(arrival(seq))
  arrivals.catchUp(since(12, [11, 12]), false)
  expect(delivered).toEqual([11, 12])
})

test('SV2 where one is missing the log is read, and decisions in between are no gap', async () => {
  const { arrivals, delivered, reads } = aRoom(() => since(14, [11, 14]))
  arrivals.take(arrival(14))
  await arrivals.toHead()
  expect([delivered, reads[0], arrivals.reached]).toEqual([[11, 14], 10, 14])
})

test('SV2 a log that was shortened meanwhile gives its snapshot, and what comes after it', async () => {
  const snapshot = { seq: 20, state: new Uint8Array(), at }
  const { arrivals, delivered } = aRoom(() => since(22, [21, 22], snapshot))
  arrivals.hearOf(22)
  await arrivals.toHead()
  expect([delivered, arrivals.reached]).toEqual([[-20, 21, 22], 22])
})

test('SV2 whoever asks for the head while the log is being read gets a read that began later', async () => {
  let head = 11
  const { arrivals, reads } = aRoom(() => since(head, []))
  const first = arrivals.toHead()
  head = 12
  await Promise.all([first, arrivals.toHead(), arrivals.toHead()])
  expect([reads.length, arrivals.reached]).toEqual([2, 12])
})

test('SV2 a read that fails is told, tried again, and nothing is delivered out of order meanwhile', async () => {
  const failures: unknown[] = []
  const delivered: number[] = []
  let isAway = true
  const arrivals = new Arrivals<string>(10, {
    deliver: ({ seq }) => void delivered.push(seq),
    restore: () => {},
    read: async () => {
      if (isAway) throw new Error('away')
      return since(12, [11, 12])
    },
    failed: (problem) => void failures.push(problem),
    patienceMs: 0,
  })
  arrivals.take(arrival(12))
  await expect(arrivals.toHead()).rejects.toThrow('away')
  expect([delivered, failures.length]).toEqual([[], 1])
  isAway = false
  await arrivals.toHead()
  expect(delivered).toEqual([11, 12])
  arrivals.end()
})

test('SV2 after its end nothing is delivered', () => {
  const { arrivals, delivered } = aRoom()
  arrivals.end()
  arrivals.take(arrival(11))
  expect(delivered).toEqual([])
})
