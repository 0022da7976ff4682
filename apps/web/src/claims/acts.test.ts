import { QueryClient } from '@tanstack/react-query'
import type { Role } from '#domain/actor.ts'
import type { ClaimView } from '#protocol/view.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ActsNeed, makeActs } from './acts.ts'
import { Decisions } from './decisions.ts'
import { type DeskClaim, deskClaims } from './desk-claim.ts'
import { Drafts } from './drafts.ts'

const aClaim = (number: number): ClaimView => ({
  id: `c${number}`,
  number,
  kind: 'casualty',
  words: '41 people',
  recorded: '41 people',
  place: 'placed',
  standing: 'open',
  ranges: [{ from: number * 10, to: number * 10 + 9 }],
  doubled: 0,
  markedBy: 'noor',
  markedAt: '2026-03-03T21:30:00.000Z',
  assignee: null,
  verdict: null,
  rivals: [],
  signOff: null,
  risk: 'normal',
  dueAt: null,
  reopened: null,
  talk: { remarks: 0, waiting: 0 },
  queries: [],
  evidence: [],
})

/** A desk with two open claims, the first selected, and a server that answers with `status`. */
function aDesk(status: number, reply: unknown = {}, roles: readonly Role[] = ['checker']) {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(request.body)) as unknown })
    return Promise.resolve(Response.json(reply, { status }))
  })
  const decisions = new Decisions('harbour', 'article', new QueryClient())
  const drafts = new Drafts()
  const claims: DeskClaim[] = deskClaims([aClaim(1), aClaim(2)], new Map(), () => '', new Map(), 'noor', '')
  let selected = claims[0] ?? null
  const notes: unknown[] = []
  const wishes: string[] = []
  const need: ActsNeed = {
    now: () => ({
      actor: { id: 'noor', name: 'Noor', newsroomId: 'harbour', roles: new Set(roles) },
      claims,
      shown: new Set(['c1', 'c2']),
      selected,
      beforeCaret: () => null,
    }),
    decisions,
    drafts,
    select: (id) => {
      selected = claims.find((claim) => claim.id === id) ?? null
    },
    wish: (what) => wishes.push(what),
    note: (_claim, refusal) => notes.push(refusal),
    said: () => undefined,
  }
  return { acts: makeActs(need), decisions, drafts, sent, notes, wishes, selected: () => selected?.id }
}

describe('acts', () => {
  beforeEach(() => vi.useRealTimers())
  afterEach(() => vi.unstubAllGlobals())

  test('AT1 a verdict carries the words and the verdict that were on screen, and the desk moves on at once', async () => {
    const desk = aDesk(201, { seq: 9 })
    desk.acts.judge('confirmed')
    expect(desk.selected()).toBe('c2')
    expect(desk.decisions.pending.get().get('c1')).toMatchObject({ rating: 'confirmed' })
    await vi.waitFor(() => expect(desk.decisions.pending.get().size).toBe(0))
    expect(desk.sent).toEqual([
      {
        path: '/api/newsrooms/harbour/articles/article/claims/c1/verdicts',
        body: { wordsSeen: '41 people', verdictSeen: null, rating: 'confirmed', why: '' },
      },
    ])
  })

  test('AT2 a rating that says nothing without its reason asks for it and is not sent', () => {
    const desk = aDesk(201)
    desk.acts.judge('wrong')
    expect(desk.wishes).toEqual(['why'])
    expect(desk.drafts.of('c1').rating).toBe('wrong')
    desk.acts.giveDraft()
    expect(desk.sent).toEqual([])
    expect(desk.notes.at(-1)).toBe('why-needed')
    expect(desk.selected()).toBe('c1')
  })

  test('AT4 a refusal puts the old value back, keeps what was typed and says why', async () => {
    const desk = aDesk(409, { refusal: 'words-changed', text: 'The wording changed.' })
    desk.drafts.change('c1', { rating: 'wrong', why: 'It was 43.' })
    desk.acts.giveDraft()
    await vi.waitFor(() => expect(desk.notes.at(-1)).toMatchObject({ refusal: 'words-changed' }))
    expect(desk.decisions.pending.get().size).toBe(0)
    expect(desk.drafts.of('c1')).toMatchObject({ rating: 'wrong', why: 'It was 43.' })
  })

  test('AT5 risk and due are sent as they are wished, and what stands already is not sent', async () => {
    const desk = aDesk(200, {})
    desk.acts.toggleRisk()
    expect(desk.decisions.pending.get().get('c1')).toEqual({ type: 'risk', risk: 'high' })
    await vi.waitFor(() => expect(desk.decisions.pending.get().size).toBe(0))
    desk.acts.setDue(null)
    desk.acts.setDue('2026-03-03T21:30:00.000Z')
    await vi.waitFor(() => expect(desk.decisions.pending.get().size).toBe(0))
    expect(desk.sent.map(({ body }) => body)).toEqual([{ risk: 'high' }, { dueAt: '2026-03-03T21:30:00.000Z' }])
  })

  test('AT5 a key opens a field only where the person may use it, and says why not', () => {
    const desk = aDesk(200)
    for (const act of ['talk', 'query', 'due', 'chooseAssignee'] as const) desk.acts[act]()
    expect(desk.wishes).toEqual(['talk', 'query', 'due', 'assign'])
    const viewer = aDesk(200, {}, ['viewer'])
    for (const act of ['talk', 'query', 'due', 'chooseAssignee', 'toggleRisk'] as const) viewer.acts[act]()
    expect(viewer.wishes).toEqual([])
    expect(viewer.notes).toEqual(['may-not-talk', ...Array.from({ length: 4 }, () => 'may-not-decide')])
    expect(viewer.sent).toEqual([])
  })

  test('PD3 a decision made while the last one is on its way waits for it, and has seen what became of it', async () => {
    const desk = aDesk(201, { seq: 9 })
    const first = desk.decisions.take(aClaim(1), { type: 'verdict', rating: 'confirmed', why: '' })
    const second = desk.decisions.take(aClaim(1), { type: 'verdict', rating: 'wrong', why: 'It was 43.' })
    expect(desk.sent).toHaveLength(1)
    expect(await Promise.all([first, second])).toEqual([{ ok: true }, { ok: true }])
    expect(desk.sent.map(({ body }) => body)).toEqual([
      { wordsSeen: '41 people', verdictSeen: null, rating: 'confirmed', why: '' },
      { wordsSeen: '41 people', verdictSeen: 9, rating: 'wrong', why: 'It was 43.' },
    ])
  })

  test('PD4 what waited for a decision that is refused is not sent, and is told the same', async () => {
    const desk = aDesk(403, { refusal: 'may-not-decide', text: 'Not with these roles.' })
    const first = desk.decisions.take(aClaim(1), { type: 'assign', to: 'noor' })
    const second = desk.decisions.take(aClaim(1), { type: 'kind', kind: 'quote' })
    expect((await first).ok).toBe(false)
    expect(await second).toEqual(await first)
    expect(desk.sent).toHaveLength(1)
  })
})
