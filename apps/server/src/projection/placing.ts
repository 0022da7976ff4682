/**
 * What follows from the text: claims newly marked, each claim's words and place, the article's title. Compares the live text with
 * the rows and says what differs; pure. Rules AN1–AN6, CL1.
 */
import type { ArticleEvent } from '#domain/event.ts'
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import { place, surroundings } from '#document/placement.ts'
import type { MarkedRun } from '#document/text-index.ts'
import type { TextRange } from '#document/text.ts'

/** The live text at one seq. */
export interface TextNow {
  readonly seq: number
  readonly at: Date
  readonly text: string
  readonly title: string | null
  readonly deck: string | null
  readonly runs: ReadonlyMap<string, readonly MarkedRun[]>
}

/** What the rows say of a claim's words. */
export interface PlacedClaim {
  readonly id: string
  readonly words: string
  readonly recorded: string
  readonly attached: boolean
  readonly ranges: readonly TextRange[]
  readonly doubled: number
  readonly loggedWords: string | null
}

export interface ClaimChange {
  readonly id: string
  readonly words: string
  readonly attached: boolean
  readonly ranges: readonly TextRange[]
  readonly doubled: number
}

const sameRanges = (a: readonly TextRange[], b: readonly TextRange[]): boolean =>
  a.length === b.length && a.every((range, index) => range.from === b[index]?.from && range.to === b[index]?.to)

/** The claim as the text has it now, or null when its row already says so. */
export function claimChange(now: TextNow, claim: PlacedClaim): ClaimChange | null {
  const placed = place(now.text, now.runs.get(claim.id), claim.recorded)
  if (placed === null) {
    return claim.attached ? { id: claim.id, words: claim.words, attached: false, ranges: [], doubled: 0 } : null
  }
  const doubled = placed.doubled.length
  const same =
    claim.attached &&
    claim.words === placed.words &&
    claim.doubled === doubled &&
    sameRanges(claim.ranges, placed.ranges)
  return same ? null : { id: claim.id, words: placed.words, attached: true, ranges: placed.ranges, doubled }
}

/** The event that brings the history up to the claim's words, or null when it already tells them. */
export function wordsEvent(claim: Pick<PlacedClaim, 'id' | 'words' | 'attached' | 'loggedWords'>): ArticleEvent | null {
  const { id: claimId, words, attached, loggedWords } = claim
  if (!attached) return loggedWords === null ? null : { type: 'claim-detached', claimId, words }
  if (loggedWords === null) return { type: 'claim-restored', claimId, words }
  return loggedWords === words ? null : { type: 'claim-reworded', claimId, before: loggedWords, after: words }
}

/** What rows tell of a text beside the places in it: title, deck, and the words under every mark. The same string: the same rows. */
export const wordsToTell = ({ text, title, deck, runs }: TextNow): string =>
  JSON.stringify([
    title,
    deck,
    [...runs].map(([id, pieces]) => [id, ...pieces.map(({ from, to }) => text.slice(from, to))]),
  ])

const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** The event of a new claim's marking; null when the mark covers nothing or its id is not one of ours. */
export function markedEvent(now: TextNow, id: string, number: number): ArticleEvent | null {
  const runs = now.runs.get(id)
  const placed = place(now.text, runs, null)
  if (placed === null || placed.words.trim() === '' || !uuidv7.test(id)) return null
  const kind = claimKinds.find((known) => known === runs?.[0]?.kind) ?? ('other' satisfies ClaimKind)
  return {
    type: 'claim-marked',
    claimId: id,
    number,
    kind,
    words: placed.words,
    ...surroundings(now.text, placed.ranges),
  }
}
