/** What is asked of the engine, and what it answers: for every claim one of four things, never nothing. */

/** UTF-16 offsets in the old draft, end exclusive. */
export interface Anchor {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** UTF-16 offsets in the new draft; never inside a surrogate pair. */
export interface Place {
  readonly start: number
  readonly end: number
  /** The words differ; white space apart. */
  readonly changed: boolean
}

export type Carried =
  | ({ readonly id: string; readonly kind: 'carried' | 'moved' } & Place)
  /** Somebody should look: our best guess, if there is one. */
  | { readonly id: string; readonly kind: 'unsure'; readonly guess: Place | null }
  | { readonly id: string; readonly kind: 'gone' }

/** The place an answer names, surely or as a guess. */
export function placeIn(carried: Carried): Place | null {
  if (carried.kind === 'gone') return null
  return carried.kind === 'unsure' ? carried.guess : carried
}

/** Whether a reader sees other words; how lines break and how wide a space is makes none. */
export const reworded = (before: string, after: string): boolean => plain(before) !== plain(after)

const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')
