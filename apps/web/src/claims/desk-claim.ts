/**
 * Claims as the desk shows them: the server's view, what was just decided here laid over it, and marks the server has not numbered
 * yet. The order is that of the text. What the rules are asked about is always the server's view, never the overlay. Rules DS1–DS3.
 */
import type { Asserter } from '#domain/asserter.ts'
import { type Claim, type Standing, standingOf } from '#domain/claim.ts'
import { type ClaimFilter, passes } from '#domain/desk.ts'
import type { Element, ElementFinding } from '#domain/element.ts'
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import type { Rating } from '#domain/rating.ts'
import { type Risk, riskOf } from '#domain/risk.ts'
import type { TruthRating } from '#domain/truth.ts'
import type { Finding, Seen } from '#domain/verdict.ts'
import type { ClaimView } from '#protocol/view.ts'
import type { NewEvidence } from '#web/api/claims.ts'
import type { ClaimsInText } from '#web/editor/claim-index.ts'

/** A decision on its way to the server. */
export type Decision =
  | ({ type: 'verdict' } & Finding)
  | { type: 'take-back'; undo: boolean }
  | { type: 'still-holds' }
  /** `seen`: seq of the truth on screen. */
  | { type: 'sign-off'; seen?: number | null }
  | { type: 'sign-off-back' }
  | { type: 'truth'; rating: TruthRating | null; why: string; seen: number | null }
  | { type: 'asserter'; asserter: Asserter | null }
  | { type: 'kind'; kind: ClaimKind }
  | { type: 'assign'; to: string | null }
  | { type: 'risk'; risk: Risk }
  | { type: 'element'; element: Element; finding: ElementFinding | null }
  | { type: 'due'; dueAt: string | null }
  | { type: 'withdraw'; why: string }
  | {
      type: 'attach'
      evidence: NewEvidence
      source: ClaimView['evidence'][number]['source']
      /** Ids of the evidence that was there before. */
      before: readonly string[]
    }
  | { type: 'remove'; evidence: string }

export interface KnownClaim {
  readonly state: 'known'
  readonly id: string
  readonly number: number
  readonly kind: ClaimKind
  readonly standing: Standing
  readonly words: string
  readonly assignee: string | null
  readonly rating: Rating | null
  readonly risk: Risk
  /** Those not decided yet. */
  readonly queries: ClaimView['queries']
  /** As shown: with `pending` laid over it. */
  readonly view: ClaimView
  /** As the server has it. */
  readonly stored: ClaimView
  /** The last one that the server has not answered. */
  readonly pending: Decision | null
}

/** Evidence that the server has not numbered yet; several may wait on one claim. */
const pendingId = ({ evidence }: ClaimView): string => `pending-${evidence.length}`
export const isPendingEvidence = (id: string): boolean => id.startsWith('pending-')

/** Marked in the text, here or elsewhere, and not yet numbered. */
export interface ArrivingClaim {
  readonly state: 'arriving'
  readonly id: string
  readonly number: null
  readonly kind: ClaimKind
  readonly standing: 'open'
  readonly words: string
  readonly assignee: null
  readonly rating: null
  readonly risk: Risk
  readonly queries: ClaimView['queries']
}

export type DeskClaim = KnownClaim | ArrivingClaim

/** The claim as the rules of `domain` know it. */
export const claimOf = (view: ClaimView): Claim => ({
  id: view.id,
  kind: view.kind,
  words: view.words,
  recorded: view.recorded,
  attached: view.place !== 'detached',
  withdrawn: view.standing === 'withdrawn',
  verdict: view.verdict,
  rivals: view.rivals.map(({ seq }) => seq),
  truth: view.truth,
  signOff: view.signOff,
  reopened: view.reopened !== null,
})

/** AT1. What the rules call seen is what stands on this screen now. */
export const seenOf = (view: ClaimView): Seen & { readonly truth: number | null } => ({
  words: view.words,
  verdict: view.verdict?.seq ?? null,
  truth: view.truth?.seq ?? null,
})

/** DS2. What the claim will be once the server has agreed; a decision's seq is not known yet, so it gets one beyond all. */
export function asIf(view: ClaimView, decision: Decision, by: string, at: string): ClaimView {
  const seq = Number.MAX_SAFE_INTEGER
  const standing = (changed: ClaimView): ClaimView => ({ ...changed, standing: standingOf(claimOf(changed)) })
  const { words, verdict } = view
  switch (decision.type) {
    case 'verdict': {
      const given = {
        seq,
        rating: decision.rating,
        why: decision.why || null,
        words,
        by,
        at,
        proposed: decision.proposed ?? null,
        heldBy: null,
        heldAt: null,
      }
      return standing({ ...view, verdict: given, rivals: [], recorded: words, place: 'placed', reopened: null })
    }
    case 'take-back':
      // Which one stands again the server says.
      return standing({ ...view, verdict: null, rivals: [], reopened: null })
    case 'still-holds':
      if (verdict === null) return view
      return standing({
        ...view,
        verdict: { ...verdict, seq, words, heldBy: by, heldAt: at },
        recorded: words,
        place: 'placed',
        reopened: null,
        // QT3. What was found true or not of the words before holds with it.
        truth: view.truth?.words === verdict.words ? { ...view.truth, words } : view.truth,
      })
    case 'sign-off': {
      if (verdict === null) return view
      const truth = view.truth?.seq ?? null
      return standing({ ...view, signOff: { seq, by, at, words, verdict: verdict.seq, truth, counts: true } })
    }
    case 'sign-off-back':
      return standing({ ...view, signOff: null })
    case 'truth': {
      const { rating, why } = decision
      return standing({ ...view, truth: rating === null ? null : { seq, rating, why: why || null, words, by, at } })
    }
    case 'asserter':
      return { ...view, asserter: decision.asserter }
    case 'kind':
      return { ...view, kind: decision.kind }
    case 'element': {
      const { element, finding } = decision
      const others = view.elements.filter((one) => one.element !== element)
      return { ...view, elements: finding === null ? others : [...others, { element, finding, words, by, at }] }
    }
    case 'assign':
      return { ...view, assignee: decision.to }
    case 'risk':
      return { ...view, risk: decision.risk }
    case 'due':
      return { ...view, dueAt: decision.dueAt }
    case 'withdraw':
      return { ...view, standing: 'withdrawn' }
    case 'attach': {
      const { stance, locator, excerpt } = decision.evidence
      // The live wire may bring it before the reply does; it is one and the same.
      const isHere = view.evidence.some(
        (link) =>
          link.by === by &&
          link.stance === stance &&
          link.locator.trim() === locator.trim() &&
          !decision.before.includes(link.id),
      )
      if (isHere) return view
      return {
        ...view,
        evidence: [
          ...view.evidence,
          { id: pendingId(view), stance, locator, excerpt, by, at, source: decision.source },
        ],
      }
    }
    case 'remove':
      return { ...view, evidence: view.evidence.filter(({ id }) => id !== decision.evidence) }
  }
}

/** Claims that nothing was decided on here are the same object for as long as the server says the same of them, so that nobody draws them anew. */
const undecided = new WeakMap<ClaimView, KnownClaim>()

function known(stored: ClaimView, decisions: readonly Decision[], by: string, at: string): KnownClaim {
  if (decisions.length > 0) return withDecisions(stored, decisions, by, at)
  const before = undecided.get(stored)
  if (before !== undefined) return before
  const claim = withDecisions(stored, decisions, by, at)
  undecided.set(stored, claim)
  return claim
}

const withDecisions = (stored: ClaimView, decisions: readonly Decision[], by: string, at: string): KnownClaim => {
  const view = decisions.reduce((claim, decision) => asIf(claim, decision, by, at), stored)
  const pending = decisions.at(-1) ?? null
  const { id, number, kind, standing, words, assignee, verdict, risk, queries } = view
  return {
    state: 'known',
    id,
    number,
    kind,
    standing,
    words,
    assignee,
    rating: verdict?.rating ?? null,
    risk,
    queries,
    view,
    stored,
    pending,
  }
}

const arriving = (id: string, marked: string, words: string): ArrivingClaim => {
  const kind = claimKinds.find((one) => one === marked) ?? 'other'
  const risk = riskOf({ kind, risk: null })
  const bare = { number: null, assignee: null, rating: null } as const
  return { state: 'arriving', standing: 'open', id, kind, words, risk, queries: [], ...bare }
}

/** DS1. Claims out of the text come last, by number. */
export function deskClaims(
  views: readonly ClaimView[],
  inText: ClaimsInText,
  wordsInText: (id: string) => string,
  pending: ReadonlyMap<string, readonly Decision[]>,
  by: string,
  at: string,
): DeskClaim[] {
  const claims: DeskClaim[] = views.map((view) => known(view, pending.get(view.id) ?? [], by, at))
  const ids = new Set(views.map(({ id }) => id))
  for (const { id, kind } of inText.values()) if (!ids.has(id)) claims.push(arriving(id, kind, wordsInText(id)))
  const place = new Map([...inText.keys()].map((id, index) => [id, index]))
  // Before the text is there, the server's own places give the order.
  const placeOf = (claim: DeskClaim): number =>
    claim.standing === 'detached' || claim.standing === 'withdrawn'
      ? Infinity
      : (place.get(claim.id) ??
        (claim.state === 'known' && inText.size === 0 ? (claim.view.ranges[0]?.from ?? Infinity) : Infinity))
  return claims.sort((a, b) => compare(placeOf(a), placeOf(b)) || compare(a.number ?? Infinity, b.number ?? Infinity))
}

/** Not a difference: Infinity − Infinity is no number. */
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** DS3. Shown by the filter, by “mine” when that is on, and by what is looked for in its words, its number and its reason. */
export const isShown = (claim: DeskClaim, show: ClaimFilter, mine: string | null, find = ''): boolean =>
  passes(show, claim) && (mine === null || claim.assignee === mine) && (find === '' || isFound(claim, find))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function isFound(claim: DeskClaim, find: string): boolean {
  const why = claim.state === 'known' ? (claim.view.verdict?.why ?? '') : ''
  const text = plain(`C${claim.number ?? ''} ${claim.words} ${why}`)
  return plain(find)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
