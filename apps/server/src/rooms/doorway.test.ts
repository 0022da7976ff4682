import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Doorway } from './doorway.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

test('RM27 no more than so many are inside at a time, in the order in which they came', async () => {
  const doorway = new Doorway(2)
  const log: string[] = []
  const visit = (name: string) =>
    doorway.through(async () => {
      log.push(`${name} in`)
      await sleep(10)
      log.push(`${name} out`)
    })
  const all = Promise.all(['a', 'b', 'c'].map(visit))
  await vi.advanceTimersByTimeAsync(5)
  expect(log).toEqual(['a in', 'b in'])
  await vi.advanceTimersByTimeAsync(15)
  await all
  expect(log).toEqual(['a in', 'b in', 'a out', 'c in', 'b out', 'c out'])
})

test('RM29 while somebody waits, a place rests as often as long as it was in use; nobody alone waits for that', async () => {
  const doorway = new Doorway(1, 3)
  const began: number[] = []
  const visit = () =>
    doorway.through(async () => {
      began.push(performance.now())
      await sleep(10)
    })
  const from = performance.now()
  const both = Promise.all([visit(), visit()])
  await vi.advanceTimersByTimeAsync(100)
  await both
  const third = visit()
  await vi.advanceTimersByTimeAsync(10)
  await third
  expect(began.map((at) => at - from)).toEqual([0, 40, 100])
})

test('RM29 what was over at once does not rest: a thousand with nothing to do are through in one turn', async () => {
  const doorway = new Doorway(1, 3)
  let through = 0
  const all = Promise.all(Array.from({ length: 1_000 }, () => doorway.through(async () => void (through += 1))))
  await vi.advanceTimersByTimeAsync(0)
  expect(through).toBe(1_000)
  await all
})
