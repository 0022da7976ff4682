/**
 * A claim: a stretch of the article's words that can be right or wrong, and where it stands.
 * Nothing here is stored as a state: what a claim *is* follows from its words, its verdict and its sign-off. Rules CL1–CL4.
 */
import type { ClaimKind } from './kind.ts'
import type { Rating } from './rating.ts'
import type { TruthRating } from './truth.ts'

/** A checker's finding on the exact words read. */
export interface Verdict {
  /** The stream's seq at which the finding was given, or last affirmed by "still holds". */
  readonly seq: number
  readonly rating: Rating
  readonly by: string
  /** Who said last that it still holds for newer words; null when nobody has. */
  readonly heldBy: string | null
  readonly words: string
  /** How the words should read instead, as far as the verdict says so; equal to `words` once they do. */
  readonly proposed: string | null
}

/** Whether what a quote says is so, as found on the exact words read. */
export interface Truth {
  readonly seq: number
  readonly rating: TruthRating
  readonly by: string
  readonly words: string
}

export interface SignOff {
  readonly seq: number
  readonly by: string
  readonly words: string
  /** seq of the verdict it covers. */
  readonly verdict: number
  /** seq of what it covers of a quote's truth; null when nothing had been found of that. */
  readonly truth: number | null
}

export interface Claim {
  readonly id: string
  readonly kind: ClaimKind
  /** The words as they stand in the text; of a detached claim, the last ones. */
  readonly words: string
  /** The words as marked, or as last judged. */
  readonly recorded: string
  /** Whether a mark still stands in the text. */
  readonly attached: boolean
  readonly withdrawn: boolean
  readonly verdict: Verdict | null
  /** seqs of earlier verdicts whose givers and the newest one's had not seen each other's. */
  readonly rivals: readonly number[]
  /** Of a quote; kept when the kind changes. */
  readonly truth: Truth | null
  readonly signOff: SignOff | null
  /** Whether something that the verdict rests on was taken back since it was given or last affirmed. */
  readonly reopened: boolean
}

export type Place = 'placed' | 'reworded' | 'detached'

/** CL1. The words against the record: as marked or last judged, other words, or no longer in the text. */
export const placeOf = (claim: Pick<Claim, 'attached' | 'words' | 'recorded'>): Place =>
  !claim.attached ? 'detached' : claim.words === claim.recorded ? 'placed' : 'reworded'

export const standings = ['open', 'judged', 'conflict', 'signed', 'reworded', 'detached', 'withdrawn'] as const
export type Standing = (typeof standings)[number]

/** CL2, CL11, SO4. The one state a claim is shown in. A verdict on other words, or on a source taken back, is kept but does not count. */
export function standingOf(claim: Omit<Claim, 'id' | 'kind'>): Standing {
  if (claim.withdrawn) return 'withdrawn'
  if (!claim.attached) return 'detached'
  if (claim.verdict === null) return 'open'
  if (claim.rivals.length > 0) return 'conflict'
  if (claim.verdict.words !== claim.words) return 'reworded'
  if (claim.reopened) return 'open'
  return signOffCounts(claim) ? 'signed' : 'judged'
}

/** SO4, QT4. A sign-off covers exact words, one verdict and, of a quote, one truth; it lapses by itself when one is no longer the newest. */
export const signOffCounts = ({ words, verdict, truth, signOff }: SignOffGround): boolean =>
  signOff !== null &&
  signOff.words === words &&
  signOff.verdict === verdict?.seq &&
  signOff.truth === (truth?.seq ?? null)

type SignOffGround = Pick<Claim, 'words' | 'verdict' | 'truth' | 'signOff'>

/** CL3. Claims that still need somebody. */
export const isLeft = (standing: Standing): boolean =>
  standing === 'open' || standing === 'conflict' || standing === 'reworded' || standing === 'detached'

/** CL4. Claims with a verdict that counts. */
export const isDone = (standing: Standing): boolean => standing === 'judged' || standing === 'signed'
