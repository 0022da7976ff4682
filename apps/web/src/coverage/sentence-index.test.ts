import { articleSchema } from '#document/schema.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SentenceIndex } from './sentence-index.ts'

const saying = (text: string) =>
  articleSchema.node('doc', null, [articleSchema.node('paragraph', null, [articleSchema.text(text)])])

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('NC30 sentences are read once the hand rests, and after a while when it never does', () => {
  const index = new SentenceIndex('en')
  let text = 'One.'
  const key = () => {
    text += ' More.'
    index.readSoon(() => saying(text))
  }
  key()
  vi.advanceTimersByTime(200)
  expect(index.now.get().sentences).toHaveLength(0)
  vi.advanceTimersByTime(100)
  expect(index.now.get().sentences).toHaveLength(2)

  // Ten keys a second, without a rest.
  for (let n = 0; n < 40; n += 1) {
    key()
    vi.advanceTimersByTime(100)
  }
  expect(index.now.get().sentences.length).toBeGreaterThan(15)
  index.destroy()
})
