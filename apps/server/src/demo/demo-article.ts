/**
 * An article of the demo, and what its people have done with it this evening: data only, in the order in which a newsroom works.
 * All words quoted here stand exactly once in the article's plain text; what seeds it does nothing that the demo's people could not do.
 */
import type { Asserter } from '#domain/asserter.ts'
import type { Stance } from '#domain/evidence.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Rating } from '#domain/rating.ts'
import type { Risk } from '#domain/risk.ts'
import type { TruthRating } from '#domain/truth.ts'
import type { DemoSourceKey } from './sources.ts'

export type DemoReporter = 'rafi'
export type DemoChecker = 'noor' | 'karim'
export type DemoEditor = 'idris' | 'sana'
export type DemoMember = DemoReporter | DemoChecker | DemoEditor

export interface DemoArticle {
  /** As the reporter pasted it: title, date line and deck are found by import. */
  readonly text: string
  /** Who signs it in print. Most writers of the paper have no account. */
  readonly byline: string
  readonly desk: 'city' | 'business' | 'courts' | 'culture' | 'sport'
  /** From the moment at which the demo starts; null when nobody waits for it. */
  readonly dueInMinutes: number | null
  readonly checkers: readonly DemoChecker[]
  readonly progress: DemoProgress
  readonly claims: readonly DemoClaim[]
}

/** How far it has come. An article in intake has no claims. */
export type DemoProgress =
  | { readonly stage: 'intake' }
  | { readonly stage: 'checking' }
  | { readonly stage: 'review'; readonly askedBy: DemoChecker; readonly note: string }
  | {
      readonly stage: 'published'
      readonly askedBy: DemoChecker
      readonly note: string
      readonly approvedBy: DemoEditor
    }

export interface DemoClaim {
  readonly words: string
  readonly kind: ClaimKind
  readonly by: DemoChecker
  readonly assigned?: DemoChecker
  /** Only where a person has set it otherwise: allegations and casualty counts are of high risk by themselves. */
  readonly risk?: Risk
  readonly dueInMinutes?: number
  readonly evidence?: readonly DemoEvidence[]
  readonly queries?: readonly DemoQuery[]
  readonly talk?: readonly DemoRemark[]
  readonly finding?: DemoFinding
  /** Who says so; of a quote, the speaker. */
  readonly asserter?: Asserter
  /** Of a quote: whether it is true, found before anybody signs. */
  readonly truth?: DemoTruth
  /** What happened to the claim after all that. */
  readonly afterwards?: DemoTurn
}

export interface DemoEvidence {
  readonly source: DemoSourceKey
  readonly stance: Stance
  readonly locator: string
  /** Empty when nothing was copied out. */
  readonly excerpt: string
}

export interface DemoVerdict {
  readonly by: DemoChecker
  readonly rating: Rating
  /** Empty where the rating says enough. */
  readonly why: string
  /** How the words should read instead. */
  readonly proposed?: string
}

export interface DemoTruth {
  readonly by: DemoChecker
  readonly rating: TruthRating
  readonly why: string
}

export type DemoFinding =
  | ({ readonly kind: 'verdict' } & DemoVerdict)
  | ({ readonly kind: 'signed'; readonly signedBy: DemoEditor } & DemoVerdict)
  /** The second was given without having seen the first. */
  | { readonly kind: 'conflict'; readonly first: DemoVerdict; readonly second: DemoVerdict }

interface DemoQuestion {
  readonly by: DemoChecker
  readonly to: DemoReporter | DemoEditor
  readonly question: string
}

export type DemoQuery =
  | ({ readonly state: 'asked' } & DemoQuestion)
  /** Awaiting the decision of whoever asked. */
  | ({ readonly state: 'answered'; readonly answer: string } & DemoQuestion)
  | ({ readonly state: 'decided'; readonly answer: string; readonly decision: string } & DemoQuestion)

export interface DemoRemark {
  readonly by: DemoMember
  readonly text: string
  /** Who is called on; the remark waits for them until somebody resolves it. */
  readonly mentions?: readonly DemoMember[]
  readonly resolvedBy?: DemoMember
}

export type DemoTurn =
  /** `replace` reaches into the claim's words and stands once in the text. */
  | { readonly kind: 'reworded'; readonly by: DemoReporter; readonly replace: string; readonly with: string }
  /** `cut` holds all of the claim's words and stands once in the text. */
  | { readonly kind: 'detached'; readonly by: DemoReporter; readonly cut: string }
  | { readonly kind: 'withdrawn'; readonly by: DemoChecker; readonly why: string }
