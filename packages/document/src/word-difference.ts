/** The difference between two wordings, word by word, as a reader sees it: what stayed, what went, what came. */
import { diffWordsWithSpace } from 'diff'

export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

export const wordDifference = (before: string, after: string): WordChange[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }))
