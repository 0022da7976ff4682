/** Claims and what is decided on them. What takes `as` is kept on the device until it is answered. */
import type { Asserter } from '#domain/asserter.ts'
import type { ClaimFilter } from '#domain/desk.ts'
import type { Element, ElementFinding } from '#domain/element.ts'
import type { Stance } from '#domain/evidence.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Risk } from '#domain/risk.ts'
import type { TruthRating } from '#domain/truth.ts'
import type { Finding } from '#domain/verdict.ts'
import { ask, at, oneArticle, oneClaim, type Sending, sentAs } from './ask.ts'
import type { NewSource } from './sources.ts'

/** What the person had on screen when they decided. */
export interface SeenOnScreen {
  readonly wordsSeen: string
  readonly verdictSeen: number | null
}

export interface NewEvidence {
  readonly source: { readonly id: string } | NewSource
  readonly stance: Stance
  readonly locator: string
  readonly excerpt: string
}

export const claimsApi = {
  claims: (newsroom: string, article: string, show?: ClaimFilter) =>
    ask(oneArticle.claims.$get({ ...at({ newsroom, article }), query: show === undefined ? {} : { show } })),
  markClaim: (
    newsroom: string,
    article: string,
    quote: { exact: string; prefix?: string; suffix?: string; kind: ClaimKind },
  ) => ask(oneArticle.claims.$post({ ...at({ newsroom, article }), json: quote })),
  claim: (newsroom: string, article: string, claim: string) => ask(oneClaim.$get(at({ newsroom, article, claim }))),
  changeClaim: (
    newsroom: string,
    article: string,
    claim: string,
    change:
      | { kind: ClaimKind }
      | { assignee: string | null }
      | { risk: Risk }
      | { dueAt: string | null }
      | { asserter: (Asserter & { name: string }) | null }
      | { element: Element; finding: ElementFinding | null; wordsSeen: string },
    as: Sending,
  ) => ask(oneClaim.$patch({ ...at({ newsroom, article, claim }), json: change }, sentAs(as))),
  giveVerdict: (newsroom: string, article: string, claim: string, verdict: SeenOnScreen & Finding, as: Sending) =>
    ask(oneClaim.verdicts.$post({ ...at({ newsroom, article, claim }), json: verdict }, sentAs(as))),
  takeBackVerdict: (
    newsroom: string,
    article: string,
    claim: string,
    verdictSeen: number | null,
    undo: boolean,
    as: Sending,
  ) =>
    ask(
      oneClaim['verdict-withdrawal'].$post(
        { ...at({ newsroom, article, claim }), json: { verdictSeen, undo } },
        sentAs(as),
      ),
    ),
  stillHolds: (newsroom: string, article: string, claim: string, seen: SeenOnScreen, as: Sending) =>
    ask(oneClaim['still-holds'].$post({ ...at({ newsroom, article, claim }), json: seen }, sentAs(as))),
  /** Without `as` from a page where nothing is kept. */
  signOff: (
    newsroom: string,
    article: string,
    claim: string,
    seen: SeenOnScreen & { truthSeen: number | null },
    as?: Sending,
  ) => ask(oneClaim['sign-offs'].$post({ ...at({ newsroom, article, claim }), json: seen }, sentAs(as))),
  takeBackSignOff: (newsroom: string, article: string, claim: string, as?: Sending) =>
    ask(oneClaim['sign-off-withdrawal'].$post(at({ newsroom, article, claim }), sentAs(as))),
  findTruth: (
    newsroom: string,
    article: string,
    claim: string,
    found: { wordsSeen: string; truthSeen: number | null; rating: TruthRating | null; why: string },
    as: Sending,
  ) => ask(oneClaim.truth.$post({ ...at({ newsroom, article, claim }), json: found }, sentAs(as))),
  attachEvidence: (newsroom: string, article: string, claim: string, evidence: NewEvidence, as: Sending) =>
    ask(oneClaim.evidence.$post({ ...at({ newsroom, article, claim }), json: evidence }, sentAs(as))),
  removeEvidence: (newsroom: string, article: string, claim: string, evidence: string, as: Sending) =>
    ask(oneClaim.evidence[':evidence'].$delete(at({ newsroom, article, claim, evidence }), sentAs(as))),
  withdrawClaim: (newsroom: string, article: string, claim: string, why: string, as: Sending) =>
    ask(oneClaim.withdrawal.$post({ ...at({ newsroom, article, claim }), json: { why } }, sentAs(as))),
  claimPlace: (newsroom: string, article: string, claim: string) =>
    ask(oneClaim.place.$get(at({ newsroom, article, claim }))),
  placeClaim: (
    newsroom: string,
    article: string,
    claim: string,
    quote: { exact: string; prefix?: string; suffix?: string },
  ) => ask(oneClaim.place.$post({ ...at({ newsroom, article, claim }), json: quote })),
  mergeClaim: (newsroom: string, article: string, claim: string, into: string) =>
    ask(oneClaim.merge.$post({ ...at({ newsroom, article, claim }), json: { into } })),
  splitClaim: (newsroom: string, article: string, claim: string, second: string) =>
    ask(oneClaim.split.$post({ ...at({ newsroom, article, claim }), json: { second } })),
  claimHistory: (newsroom: string, article: string, claim: string) =>
    ask(oneClaim.history.$get(at({ newsroom, article, claim }))),
}
