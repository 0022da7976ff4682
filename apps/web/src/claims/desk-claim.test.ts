import type { ClaimView } from '#protocol/view.ts'
import { describe, expect, test } from 'vitest'
import type { ClaimsInText } from '#web/editor/claim-index.ts'
import { asIf, deskClaims, isShown } from './desk-claim.ts'

const at = '2026-03-03T21:30:00.000Z'
const noor = 'noor'

const aClaim = (number: number, changed: Partial<ClaimView> = {}): ClaimView => ({
  id: `c${number}`,
  number,
  kind: 'casualty',
  words: 'At least 41 people died',
  recorded: 'At least 41 people died',
  place: 'placed',
  standing: 'open',
  ranges: [],
  doubled: 0,
  markedBy: noor,
  markedAt: at,
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
  elements: [],
  talk: { remarks: 0, waiting: 0 },
  queries: [],
  evidence: [],
  ...changed,
})

const aVerdict = (changed: Partial<NonNullable<ClaimView['verdict']>> = {}) => ({
  seq: 7,
  rating: 'confirmed' as const,
  why: null,
  words: 'At least 41 people died',
  by: noor,
  at,
  proposed: null,
  heldBy: null,
  heldAt: null,
  ...changed,
})

const inText = (...ids: string[]): ClaimsInText =>
  new Map(ids.map((id) => [id, { id, kind: 'quote', lane: 0, more: 0, inPieces: false }]))

const order = (views: ClaimView[], text: ClaimsInText) =>
  deskClaims(views, text, (id) => `words of ${id}`, new Map(), noor, at).map(({ id }) => id)

describe('claims on the desk', () => {
  test('DS1 claims stand in the order of the text, those out of it last by number', () => {
    const detached = aClaim(1, { place: 'detached', standing: 'detached' })
    expect(order([detached, aClaim(2), aClaim(3)], inText('c3', 'c2'))).toEqual(['c3', 'c2', 'c1'])
  })

  test('DS1 before the text is there, the server’s places give the order', () => {
    const late = aClaim(1, { ranges: [{ from: 90, to: 95 }] })
    const early = aClaim(2, { ranges: [{ from: 5, to: 9 }] })
    expect(order([late, early], inText())).toEqual(['c2', 'c1'])
  })

  test('QK2 a claim of which the server says the same stays the same object, until something is decided on it here', () => {
    const views = [aClaim(1), aClaim(2)]
    const read = (pending: Parameters<typeof deskClaims>[3]) =>
      deskClaims(views, inText('c1', 'c2'), () => '', pending, noor, at)
    const [first, second] = read(new Map())
    const [again, decided] = read(new Map([[second?.id ?? '', [{ type: 'assign', to: noor }]]]))
    expect([again === first, decided === second, decided?.assignee]).toEqual([true, false, noor])
  })

  test('DS1 a mark without a number yet is a claim that is arriving', () => {
    const claims = deskClaims([aClaim(1)], inText('new', 'c1'), (id) => `words of ${id}`, new Map(), noor, at)
    expect(claims[0]).toMatchObject({
      state: 'arriving',
      id: 'new',
      kind: 'quote',
      words: 'words of new',
      number: null,
    })
  })

  test('DS2 a source on its way that the live wire brings first stands once, and one like it from before stays', () => {
    const source = { title: 'Parish book' } as ClaimView['evidence'][number]['source']
    const link = { stance: 'supports' as const, locator: 'p. 3', excerpt: '' }
    const before = { id: 'e1', ...link, by: noor, at, source }
    const evidence = { source: { id: 's1' }, ...link }
    const attach = { type: 'attach' as const, evidence, source, before: ['e1'] }
    const ids = (...links: ClaimView['evidence']) =>
      asIf(aClaim(1, { evidence: links }), attach, noor, at).evidence.map(({ id }) => id)
    expect(ids(before)).toEqual(['e1', 'pending-1'])
    expect(ids(before, { ...before, id: 'e2' })).toEqual(['e1', 'e2'])
    expect(ids(before, { ...before, id: 'e2', by: 'karim' })).toEqual(['e1', 'e2', 'pending-2'])
  })

  test('DS2 a pending verdict is shown as given, and what is stored stays what the rules are asked about', () => {
    const pending = new Map([['c1', [{ type: 'verdict' as const, rating: 'wrong' as const, why: 'It was 43.' }]]])
    const [claim] = deskClaims([aClaim(1)], inText('c1'), () => '', pending, noor, at)
    expect(claim).toMatchObject({ standing: 'judged', rating: 'wrong', pending: { type: 'verdict' } })
    expect(claim?.state === 'known' && claim.stored.verdict).toBeNull()
  })

  test('DS2 a verdict settles a conflict, still holds affirms it for the newer words, a sign-off signs', () => {
    const differing = aClaim(1, {
      standing: 'conflict',
      verdict: aVerdict(),
      rivals: [aVerdict({ seq: 5, rating: 'wrong' })],
    })
    expect(asIf(differing, { type: 'verdict', rating: 'confirmed', why: '' }, noor, at).standing).toBe('judged')
    const reworded = aClaim(2, {
      words: 'At least 43 people died',
      place: 'reworded',
      standing: 'reworded',
      verdict: aVerdict(),
    })
    expect(asIf(reworded, { type: 'still-holds' }, noor, at).standing).toBe('judged')
    expect(
      asIf(aClaim(3, { standing: 'judged', verdict: aVerdict() }), { type: 'sign-off' }, 'idris', at).standing,
    ).toBe('signed')
  })

  test('DS2 a pending risk or time is shown as wished, and counts as such', () => {
    const pending = new Map([['c1', [{ type: 'risk' as const, risk: 'high' as const }]]])
    const [claim] = deskClaims([aClaim(1)], inText('c1'), () => '', pending, noor, at)
    expect(claim).toMatchObject({ risk: 'high', stored: { risk: 'normal' } })
    expect(claim && isShown(claim, 'risky', null)).toBe(true)
    expect(asIf(aClaim(1), { type: 'due', dueAt: at }, noor, at).dueAt).toBe(at)
  })

  test('DS2 several decisions that wait on one claim are shown one over the other', () => {
    const verdict = { type: 'verdict' as const, rating: 'wrong' as const, why: 'It was 43.' }
    const pending = new Map([['c1', [verdict, { type: 'assign' as const, to: 'karim' }]]])
    const [claim] = deskClaims([aClaim(1)], inText('c1'), () => '', pending, noor, at)
    expect(claim).toMatchObject({ standing: 'judged', rating: 'wrong', assignee: 'karim', pending: { type: 'assign' } })
  })

  test('DS3 a claim with an open query is shown among the queries, a mark just made is as risky as its kind', () => {
    const query = { id: 'q', state: 'asked' as const, askedBy: noor, to: 'rafi', at }
    const claims = deskClaims(
      [aClaim(1, { queries: [query] })],
      new Map([['new', { id: 'new', kind: 'allegation', lane: 0, more: 0, inPieces: false }]]),
      () => '',
      new Map(),
      noor,
      at,
    )
    expect(claims.filter((one) => isShown(one, 'queries', null)).map(({ id }) => id)).toEqual(['c1'])
    expect(claims.filter((one) => isShown(one, 'risky', null)).map(({ id }) => id)).toEqual(['new'])
  })

  test.each([
    ['41 PEOPLE', true],
    ['died least', true],
    ['c1', true],
    ['c2', false],
    ['42', false],
  ])('DS3 what is looked for narrows to claims with all of its words: %s', (find, found) => {
    const [claim] = deskClaims([aClaim(1)], inText('c1'), () => '', new Map(), noor, at)
    expect(claim && isShown(claim, 'all', null, find)).toBe(found)
  })

  test('DS3 “mine” narrows what the filter shows', () => {
    const [claim] = deskClaims([aClaim(1, { assignee: noor })], inText('c1'), () => '', new Map(), noor, at)
    if (claim === undefined) throw new Error('no claim')
    expect(isShown(claim, 'left', noor)).toBe(true)
    expect(isShown(claim, 'left', 'karim')).toBe(false)
    expect(isShown(claim, 'done', noor)).toBe(false)
  })
})
