import { expect, test } from 'vitest'
import { Flow } from './flow.ts'

test('RM21 a burst passes at once, what follows at its pace', () => {
  const flow = new Flow(50, 200, 0)
  for (let frame = 0; frame < 200; frame += 1) expect(flow.take(1, 0)).toBe(0)
  expect(flow.take(1, 0)).toBe(20)
  expect(flow.take(1, 19)).toBe(1)
  expect(flow.take(1, 20)).toBe(0)
})

test('RM21 who is quiet for a while may come in a burst again, no larger than the first', () => {
  const flow = new Flow(50, 3, 0)
  for (let frame = 0; frame < 3; frame += 1) flow.take(1, 0)
  for (let frame = 0; frame < 3; frame += 1) expect(flow.take(1, 60_000)).toBe(0)
  expect(flow.take(1, 60_000)).toBe(20)
})

test('RM21 a frame that costs more than a burst waits for a full one and then passes', () => {
  const flow = new Flow(10, 5, 0)
  flow.take(1, 0)
  expect(flow.take(25, 0)).toBe(100)
  expect(flow.take(25, 100)).toBe(0)
})
