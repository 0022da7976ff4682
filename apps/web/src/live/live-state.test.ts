import { describe, expect, test } from 'vitest'
import type { LiveMessage } from '#protocol/view.ts'
import {
  mostStreams,
  nextState,
  nothingStale,
  pauseBefore,
  readMessage,
  secondsIn,
  seenAfter,
  staleAfter,
} from './live-state.ts'

const event = (type: string, stream = 'a1', seq = 1): LiveMessage => ({
  type: 'event',
  stream,
  seq,
  at: '2026-03-03T20:00:00.000Z',
  by: 'noor',
  event: { type },
})

describe('where the wire stands', () => {
  test('LV1 a lost connection is tried again, and each loss without success counts', () => {
    const once = nextState({ kind: 'open' }, { type: 'closed', code: 1006 })
    expect(once).toEqual({ kind: 'waiting', attempt: 1 })
    expect(nextState(once, { type: 'closed', code: 1006 })).toEqual({ kind: 'waiting', attempt: 2 })
    expect(nextState(once, { type: 'ready' })).toEqual({ kind: 'open' })
  })

  test.each([4401, 4403, 4404])('LV1 after %i nobody knocks again', (code) => {
    expect(nextState({ kind: 'open' }, { type: 'closed', code })).toEqual({ kind: 'ended', code })
  })

  test('LV1 a flood is a reason to slow down, not to stay away', () => {
    expect(nextState({ kind: 'open' }, { type: 'closed', code: 4429 }).kind).toBe('waiting')
  })
})

describe('when to come back', () => {
  test('LV2 pauses grow, differ from person to person, and stay under twenty seconds', () => {
    const shortest = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => pauseBefore(attempt, 0))
    const longest = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => pauseBefore(attempt, 1))
    expect(shortest).toEqual([...shortest].sort((a, b) => a - b))
    expect(Math.max(...longest)).toBeLessThanOrEqual(20_000)
    for (const [index, least] of shortest.entries()) expect(longest[index]).toBeGreaterThan(least)
  })

  test('LV2 the seconds the server asks for are kept, and a little chance added', () => {
    expect(pauseBefore(1, 0, 5)).toBe(5_000)
    expect(pauseBefore(1, 1, 5)).toBe(7_500)
  })

  test.each([
    ['5', 5],
    ['0', 0],
    ['', null],
    ['soon', null],
    ['-1', null],
    ['9999', 300],
  ])('LV2 a close reason of “%s” asks for %s seconds', (reason, seconds) => {
    expect(secondsIn(reason)).toBe(seconds)
  })
})

describe('what a message makes stale', () => {
  test('LV3 a decision makes its article stale, once however many come', () => {
    const stale = [event('verdict-given'), event('claim-signed-off'), event('claim-marked', 'a2')].reduce(
      staleAfter,
      nothingStale,
    )
    expect([...stale.articles]).toEqual(['a1', 'a2'])
    expect(stale).toMatchObject({ everything: false, newsroom: false, sources: false })
  })

  test('LV3 a new source makes the library stale, a new member the newsroom', () => {
    expect(staleAfter(nothingStale, event('source-added'))).toMatchObject({ sources: true, articles: new Set() })
    expect(staleAfter(nothingStale, event('member-added'))).toMatchObject({ newsroom: true, articles: new Set() })
  })

  test('LV3 what becomes of a claim’s sources makes its article and the library stale', () => {
    const stale = staleAfter(nothingStale, event('evidence-attached'))
    expect([stale.sources, [...stale.articles]]).toEqual([true, ['a1']])
  })

  test('LV3 “changed” makes its article stale, “reload” everything', () => {
    const changed = staleAfter(nothingStale, { type: 'changed', article: 'a1', seq: 4, claims: [] })
    expect([...changed.articles]).toEqual(['a1'])
    expect(staleAfter(changed, { type: 'reload', stream: 'a1' })).toMatchObject({ everything: true })
  })

  test('LV9 typing makes stale the claims it is in, gathered over a beat, and not the whole article', () => {
    const typed = ['c1', 'c2'].reduce(
      (stale, claim) => staleAfter(stale, { type: 'changed', article: 'a1', seq: 4, claims: [claim], onlyWords: true }),
      nothingStale,
    )
    expect([...typed.articles]).toEqual([])
    expect([...(typed.words.get('a1') ?? [])]).toEqual(['c1', 'c2'])
  })
})

describe('how far this tab has seen', () => {
  test('LV4 the highest seq of a stream counts, whatever the order of arrival', () => {
    const seen = [event('claim-marked', 'a1', 7), event('claim-marked', 'a1', 6)].reduce(
      seenAfter,
      new Map<string, number>(),
    )
    expect([...seen]).toEqual([['a1', 7]])
  })

  test('LV4 no more streams are told than the server takes, the latest ones', () => {
    const many = Array.from({ length: mostStreams + 5 }, (_, index) => event('claim-marked', `a${index}`, 1))
    const seen = many.reduce(seenAfter, new Map<string, number>())
    expect(seen.size).toBe(mostStreams)
    expect(seen.has('a0')).toBe(false)
    expect(seen.has(`a${mostStreams + 4}`)).toBe(true)
  })
})

test.each(['', 'null', '{', '{"type":"later"}', '[]', '3'])('LV5 “%s” is left alone', (data) => {
  expect(readMessage(data)).toBeNull()
})
