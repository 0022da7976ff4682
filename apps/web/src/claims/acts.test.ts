import { QueryClient } from '@tanstack/react-query'
import type { Role } from '#domain/actor.ts'
import type { Rating } from '#domain/rating.ts'
import type { ClaimView } from '#protocol/view.ts'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { makeActs } from './acts.ts'
import type { ActsNeed } from './acts-frame.ts'
import { Decisions } from './decisions.ts'
import { type DeskClaim, deskClaims } from './desk-claim.ts'
import { Drafts, emptyEvidence } from './drafts.ts'

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
  truth: null,
  asserter: null,
  signOff: null,
  risk: 'normal',
  dueAt: null,
  reopened: null,
  mergedInto: null,
  dates: [],
  talk: { remarks: 0, waiting: 0 },
  queries: [],
  elements: [],
  evidence: [],
})

/** A desk with two open claims, the first selected, and a server that answers with `status`. */
function aDesk(status: number, reply: unknown = {}, roles: readonly Role[] = ['checker']) {
  const sent: { path: string; body: unknown }[] = []
  vi.stubGlobal('fetch', (path: string, request: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(request.body)) as unknown })
    return Promise.resolve(Response.json(reply, { status }))
  })
  const decisions = new Decisions({ person: 'noor', newsroom: 'harbour', article: 'article' }, new QueryClient())
  onTestFinished(() => decisions.end())
  const drafts = new Drafts()
  let claims: DeskClaim[] = deskClaims([aClaim(1), aClaim(2)], new Map(), () => '', new Map(), 'noor', '')
  let selected = claims[0] ?? null
  const notes: unknown[] = []
  const wishes: string[] = []
  const said: string[] = []
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
    said: (what) => {
      if (what === 'source-begun') said.push(what)
    },
  }
  /** The desk shows this verdict of Noor's from now on. */
  const judged = (id: string, rating: Rating, why: string) => {
    const verdict = {
      seq: 9,
      rating,
      why,
      by: 'noor',
      at: '',
      words: '41 people',
      proposed: null,
      heldBy: null,
      heldAt: null,
    }
    const views = [1, 2].map((number) => ({ ...aClaim(number), verdict: `c${number}` === id ? verdict : null }))
    claims = deskClaims(views, new Map(), () => '', new Map(), 'noor', '')
  }
  return { acts: makeActs(need), decisions, drafts, sent, notes, wishes, said, judged, selected: () => selected?.id }
}

describe('acts', () => {
  beforeEach(() => vi.useRealTimers())
  afterEach(() => vi.unstubAllGlobals())

  test('AT1 a verdict carries the words and the verdict that were on screen, and the desk moves on at once', async () => {
    const desk = aDesk(201, { seq: 9 })
    desk.acts.judge('confirmed')
    expect(desk.selected()).toBe('c2')
    expect(desk.decisions.pending.get().get('c1')).toMatchObject([{ rating: 'confirmed' }])
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
    expect(desk.decisions.pending.get().get('c1')).toEqual([{ type: 'risk', risk: 'high' }])
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
    expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }])
    expect(desk.sent.map(({ body }) => body)).toEqual([
      { wordsSeen: '41 people', verdictSeen: null, rating: 'confirmed', why: '' },
      { wordsSeen: '41 people', verdictSeen: 9, rating: 'wrong', why: 'It was 43.' },
    ])
  })

  test('PD5 AT8 a verdict given right after another was undone has seen the one that stands again', async () => {
    const desk = aDesk(201, { seq: 12, verdict: 5 })
    const undone = desk.decisions.take(aClaim(1), { type: 'take-back', undo: true })
    const next = desk.decisions.take(aClaim(1), { type: 'verdict', rating: 'confirmed', why: '' })
    await Promise.all([undone, next])
    expect(desk.sent.map(({ body }) => body)).toMatchObject([{ undo: true }, { verdictSeen: 5 }])
    const cleared = aDesk(201, { seq: 12, verdict: null })
    const judged = { ...aClaim(1), verdict: { seq: 9 } } as ClaimView
    const gone = cleared.decisions.take(judged, { type: 'take-back', undo: false })
    await Promise.all([gone, cleared.decisions.take(judged, { type: 'verdict', rating: 'confirmed', why: '' })])
    expect(cleared.sent.map(({ body }) => body)).toMatchObject([{ verdictSeen: 9 }, { verdictSeen: null }])
  })

  test('AT8 the reason of a verdict that is undone is there to be used again, also when its answer comes later', async () => {
    const desk = aDesk(201, { seq: 9, verdict: null })
    desk.drafts.change('c1', { rating: 'wrong', why: 'It was 43.' })
    desk.acts.giveDraft()
    await vi.waitFor(() => expect(desk.drafts.of('c1').why).toBe(''))
    desk.judged('c1', 'wrong', 'It was 43.')
    await desk.acts.undo()
    expect(desk.drafts.of('c1')).toMatchObject({ rating: 'wrong', why: 'It was 43.' })
    await vi.waitFor(() => expect(desk.decisions.pending.get().size).toBe(0))
    expect(desk.sent.map(({ path }) => path.split('/').at(-1))).toEqual(['verdicts', 'verdict-withdrawal'])

    const quick = aDesk(201, { seq: 9, verdict: null })
    quick.drafts.change('c1', { rating: 'wrong', why: 'It was 43.' })
    quick.acts.giveDraft()
    quick.judged('c1', 'wrong', 'It was 43.')
    await quick.acts.undo()
    await vi.waitFor(() => expect(quick.decisions.pending.get().size).toBe(0))
    expect(quick.drafts.of('c1')).toMatchObject({ rating: 'wrong', why: 'It was 43.' })
  })

  test('AT7 a pasted link goes where it is missing, and is not swallowed without a word', () => {
    const desk = aDesk(201)
    const link = 'https://coastguard.example/a'
    const described = { kind: 'press', title: 'Bulletin', publisher: '', url: '' } as const
    const begun = { ...emptyEvidence, locator: 'p. 3' }
    desk.drafts.change('c1', { evidence: begun })
    desk.acts.sourceAt(link)
    expect(desk.drafts.of('c1').evidence).toEqual({ ...begun, find: link })
    desk.drafts.change('c1', { evidence: { ...begun, source: described } })
    desk.acts.sourceAt(link)
    expect(desk.drafts.of('c1').evidence).toEqual({ ...begun, source: { ...described, url: link } })
    expect(desk.said).toEqual([])
    desk.acts.sourceAt('https://another.example')
    expect(desk.drafts.of('c1').evidence?.source).toMatchObject({ url: link })
    expect(desk.said).toEqual(['source-begun'])
  })

  test('AT9 a dropped file begins a source that goes by its name, or goes with the one being described', () => {
    const desk = aDesk(201)
    const register = new File(['Forty-one names.'], 'Parish.register.pdf')
    desk.acts.sourceIn(register)
    expect(desk.drafts.of('c1').evidence).toEqual({
      ...emptyEvidence,
      file: register,
      source: { kind: 'document', title: 'Parish.register', publisher: '', url: '' },
    })
    const described = { kind: 'press', title: 'Bulletin', publisher: '', url: '' } as const
    desk.drafts.change('c1', { evidence: { ...emptyEvidence, source: described } })
    desk.acts.sourceIn(register)
    expect(desk.drafts.of('c1').evidence).toMatchObject({ source: described, file: register })
  })

  test('PD4 a judgement that rests on a refused one is not sent, and is told the same; the rest goes on', async () => {
    const desk = aDesk(409, { refusal: 'words-changed', text: 'The wording changed.' })
    const first = desk.decisions.take(aClaim(1), { type: 'verdict', rating: 'confirmed', why: '' })
    const second = desk.decisions.take(aClaim(1), { type: 'still-holds' })
    const third = desk.decisions.take(aClaim(1), { type: 'kind', kind: 'quote' })
    expect((await first).ok).toBe(false)
    expect(await second).toEqual(await first)
    await third
    expect(desk.sent.map(({ path }) => path.split('/').at(-1))).toEqual(['verdicts', 'c1'])
  })
})
