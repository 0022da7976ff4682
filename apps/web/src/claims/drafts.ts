/**
 * What somebody is in the middle of writing, claim by claim: it survives switching claims, other people's changes and refusals, and
 * goes only when the server has taken it or the person empties it.
 */
import { useSyncExternalStore } from 'react'
import type { Stance } from '#domain/evidence.ts'
import type { Rating } from '#domain/rating.ts'
import type { TruthRating } from '#domain/truth.ts'
import type { NewSource } from '#web/api/sources.ts'
import { Watched } from '#web/live/sync-store.ts'
import type { SourceView } from '#protocol/view.ts'

export interface EvidenceDraft {
  readonly find: string
  readonly source: SourceView | NewSource | null
  readonly stance: Stance
  readonly locator: string
  readonly excerpt: string
  /** Brought along, and stored with the source when it is attached. */
  readonly file: File | null
}

export interface Draft {
  /** Chosen but not given yet, because it needs its reason. */
  readonly rating: Rating | null
  readonly why: string
  /** Of a quote: chosen and not given yet, because it needs its reason; null while nothing is. */
  readonly truth: { readonly rating: TruthRating; readonly why: string } | null
  /** How the words should read instead; null until somebody writes there. */
  readonly proposed: string | null
  /** Null while the form is closed. */
  readonly evidence: EvidenceDraft | null
  readonly withdrawing: string | null
  /** Words of talk not sent yet. */
  readonly remark: string
  /** Null while nothing is being asked. */
  readonly asking: QueryDraft | null
  /** Answers and decisions being written, by query; absent while the field is closed. */
  readonly replies: Readonly<Record<string, ReplyDraft>>
}

/** Remembers what it is to be: what was begun as an answer is no decision because somebody else has answered meanwhile. */
export interface ReplyDraft {
  readonly as: 'answer' | 'decision'
  readonly text: string
}

export interface QueryDraft {
  readonly to: string | null
  readonly text: string
}

const empty: Draft = {
  rating: null,
  why: '',
  proposed: null,
  truth: null,
  evidence: null,
  withdrawing: null,
  remark: '',
  asking: null,
  replies: {},
}
export const emptyEvidence: EvidenceDraft = {
  find: '',
  source: null,
  stance: 'supports',
  locator: '',
  excerpt: '',
  file: null,
}

export class Drafts {
  readonly #drafts = new Watched<ReadonlyMap<string, Draft>>(new Map())

  readonly subscribe = this.#drafts.subscribe

  of(claim: string): Draft {
    return this.#drafts.get().get(claim) ?? empty
  }

  change(claim: string, change: Partial<Draft>): void {
    this.#drafts.set(new Map(this.#drafts.get()).set(claim, { ...this.of(claim), ...change }))
  }
}

export const useDraft = (drafts: Drafts, claim: string): Draft =>
  useSyncExternalStore(drafts.subscribe, () => drafts.of(claim))
