import { QueryClient } from '@tanstack/react-query'
import type { ClaimView } from '#protocol/view.ts'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { forgetKept, keptCount } from '#web/live/kept-keys.ts'
import { Ticks } from '#web/coverage/ticks.ts'
import { Decisions } from './decisions.ts'

const claim = (id: string): ClaimView => ({ id, words: '41 people', verdict: null }) as ClaimView
const place = { person: 'noor', newsroom: 'harbour', article: 'article' }

/** What a browser keeps between tabs. */
function aDevice() {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
  return kept
}

/** Two tabs in one browser: each is told by `tell` that the device holds something else now. */
function twoTabs() {
  const listeners: ((event: { key: null }) => void)[] = []
  vi.stubGlobal('window', {
    addEventListener: (type: string, listener: (event: { key: null }) => void) => {
      if (type === 'storage') listeners.push(listener)
    },
    removeEventListener: () => undefined,
  })
  const tabs = [new Decisions(place, new QueryClient()), new Decisions(place, new QueryClient())] as const
  return { tabs, tell: (tab: 0 | 1) => listeners[tab]?.({ key: null }) }
}

/** A server that cannot be reached until `back`, and then answers as told. */
function aServer(status = 201, reply: unknown = { seq: 9 }) {
  const asked: { key: string | null; path: string; body: unknown }[] = []
  let isAway = true
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    if (isAway) return Promise.reject(new TypeError('away'))
    const key = new Headers(request.headers).get('idempotency-key')
    asked.push({ key, path: path.split('/').slice(-2).join('/'), body: JSON.parse(String(request.body)) as unknown })
    return Promise.resolve(Response.json(reply, { status }))
  })
  return { asked, back: () => (isAway = false) }
}

/** They end with the test: what they would send again later is no business of the next. */
function decisionsOf(at: typeof place): Decisions {
  const decisions = new Decisions(at, new QueryClient())
  onTestFinished(() => decisions.end())
  return decisions
}

describe('decisions that are kept', () => {
  beforeEach(() => vi.useRealTimers())
  afterEach(() => vi.unstubAllGlobals())

  test('KP1 KP3 what did not arrive is found by the next tab and sent in the order it was made, each under its own key', async () => {
    aDevice()
    const server = aServer()
    const before = decisionsOf(place)
    void before.take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })
    void before.take(claim('c2'), { type: 'kind', kind: 'quote' })
    void before.take(claim('c1'), { type: 'still-holds' })
    before.end()
    expect(keptCount('noor')).toBe(3)

    server.back()
    const after = decisionsOf(place)
    expect([...after.pending.get()].map(([id, { length }]) => [id, length])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ])
    await vi.waitFor(() => expect(after.pending.get().size).toBe(0))
    expect(server.asked.map(({ path }) => path)).toEqual(['c1/verdicts', 'claims/c2', 'c1/still-holds'])
    expect(server.asked[2]?.body).toEqual({ wordsSeen: '41 people', verdictSeen: 9 })
    expect(new Set(server.asked.map(({ key }) => key)).size).toBe(3)
    expect(keptCount('noor')).toBe(0)
  })

  test('KP4 nobody else finds them, and nothing is left after signing out', () => {
    const kept = aDevice()
    aServer()
    const hers = decisionsOf(place)
    void hers.take(claim('c1'), { type: 'kind', kind: 'quote' })
    hers.end()
    expect(decisionsOf({ ...place, person: 'idris' }).pending.get().size).toBe(0)
    expect(keptCount('idris')).toBe(0)
    forgetKept('noor')
    expect(kept.size).toBe(0)
  })

  test('KP5 a refusal stays listed, in the next tab too, until somebody has looked', async () => {
    aDevice()
    const server = aServer(409, { refusal: 'words-changed', text: 'The wording changed.' })
    server.back()
    const before = decisionsOf(place)
    const outcome = await before.take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })
    expect(outcome).toMatchObject({ refusal: 'words-changed' })
    before.end()
    const after = decisionsOf(place)
    expect(after.pending.get().size).toBe(0)
    expect(after.refused.get()).toMatchObject([{ claim: 'c1', refused: { refusal: 'words-changed' } }])
    after.looked('c1')
    expect(decisionsOf(place).refused.get()).toEqual([])
  })

  test('KP7 a stranger’s page in place of an answer leaves the decision kept, to be sent again', async () => {
    aDevice()
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<h1>Sign in to the WiFi</h1>')))
    const decisions = decisionsOf(place)
    void decisions.take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })
    await vi.waitFor(() => expect(keptCount('noor')).toBe(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([decisions.pending.get().size, keptCount('noor')]).toEqual([1, 1])
    decisions.end()
  })

  test('KP3 of two tabs of one person, what the one decides on has seen what the other one decided', async () => {
    aDevice()
    const server = aServer()
    server.back()
    const { tabs, tell } = twoTabs()
    void tabs[0].take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })
    tell(1)
    const second = tabs[1].take(claim('c1'), { type: 'verdict', rating: 'wrong', why: 'It was 43.' })
    tell(0)
    // The first is answered, and no longer kept.
    await vi.waitFor(() => expect(keptCount('noor')).toBe(1))
    tell(1)
    expect(await second).toMatchObject({ ok: true })
    expect(server.asked.map(({ body }) => body)).toMatchObject([{ verdictSeen: null }, { verdictSeen: 9 }])
    for (const tab of tabs) tab.end()
  })

  test('KP1 a decision that was carried out under its key before was answered', async () => {
    aDevice()
    aServer(409, { refusal: 'key-used-before', text: 'Used.' }).back()
    const decisions = new Decisions(place, new QueryClient())
    expect(await decisions.take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })).toMatchObject({
      ok: true,
    })
    expect([decisions.refused.get(), keptCount('noor')]).toEqual([[], 0])
  })

  test.each([
    [201, { seq: 9 }],
    [409, { refusal: 'words-changed', text: 'Changed.' }],
  ])('KP4 an answer %i that comes after signing out leaves nothing on the device', async (status, reply) => {
    const kept = aDevice()
    let answer: (response: Response) => void = () => undefined
    vi.stubGlobal('fetch', () => new Promise((resolve) => (answer = resolve)))
    const decisions = new Decisions(place, new QueryClient())
    void decisions.take(claim('c1'), { type: 'verdict', rating: 'confirmed', why: '' })
    await vi.waitFor(() => expect(kept.size).toBe(1))
    decisions.end()
    forgetKept('noor')
    answer(Response.json(reply, { status }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(kept.size).toBe(0)
    expect(await decisions.take(claim('c1'), { type: 'kind', kind: 'quote' })).toMatchObject({ ok: false })
    expect(kept.size).toBe(0)
  })

  test('KP8 ticks are kept, counted, sent in order and answered like all decisions', async () => {
    aDevice()
    const server = aServer(201, { seq: 9, missed: ['Two.'] })
    const before = new Decisions(place, new QueryClient())
    void new Ticks(before).give(['One.', 'Two.'], { reason: 'opinion', why: '' })
    void new Ticks(before).takeBack(['One.'])
    expect([before.waiting.get(), before.pending.get().size, keptCount('noor')]).toEqual([2, 0, 2])
    expect([...before.ticks.get()].map(([words, tick]) => [words, tick?.reason ?? null])).toEqual([
      ['One.', null],
      ['Two.', 'opinion'],
    ])
    before.end()
    server.back()
    const after = new Decisions(place, new QueryClient())
    expect(await new Ticks(after).give(['Three.'], { reason: 'scene-setting', why: '' })).toEqual({
      ok: true,
      value: { missed: 1 },
    })
    expect(server.asked.map(({ path, body }) => [path, body])).toEqual([
      ['article/ticks', { sentences: ['One.', 'Two.'], reason: 'opinion', why: '' }],
      ['ticks/withdrawal', { sentences: ['One.'] }],
      ['article/ticks', { sentences: ['Three.'], reason: 'scene-setting', why: '' }],
    ])
    expect([after.waiting.get(), after.ticks.get().size, keptCount('noor')]).toEqual([0, 0, 0])
  })

  test('KP5 KP8 ticks that are refused are listed, and their reason is the next one', async () => {
    aDevice()
    aServer(403, { refusal: 'may-not-decide', text: 'No.' }).back()
    const told: unknown[] = []
    const decisions = new Decisions(place, new QueryClient(), (refused) => told.push(...refused))
    const reply = await new Ticks(decisions).give(['One.'], { reason: 'other', why: 'A song title.' })
    expect(reply).toMatchObject({ refusal: 'may-not-decide' })
    expect(decisions.refused.get()).toMatchObject([{ claim: '', decision: { sentences: ['One.'] } }])
    expect(told).toEqual(decisions.refused.get())
    decisions.end()
    const found: unknown[] = []
    const next = new Decisions(place, new QueryClient(), (refused) => found.push(...refused))
    expect([found.length, new Ticks(next).last.why]).toEqual([1, 'A song title.'])
  })

  test('KP3 what cannot be read as a decision is left alone', () => {
    const kept = aDevice()
    for (const [n, odd] of ['', 'null', '{"key":1}', '[]', '{"key":"a","claim":"b","at":"c"}'].entries())
      kept.set(`tickmark.kept/noor/harbour/article/${n}`, odd)
    expect(decisionsOf(place).pending.get().size).toBe(0)
    expect(kept.size).toBe(5)
  })
})
