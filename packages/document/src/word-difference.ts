/** The difference between two wordings, word by word, as a reader sees it: what stayed, what went, what came. A figure is one word. */
import { hunksOf } from './redraft/pieces.ts'

export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

export function wordDifference(before: string, after: string): WordChange[] {
  let [gone, come] = [0, 0]
  return hunksOf(before, after).map(({ kind, length }) => {
    const text = kind === 'new' ? after.slice(come, come + length) : before.slice(gone, gone + length)
    if (kind !== 'new') gone += length
    if (kind !== 'gone') come += length
    return { kind, text }
  })
}
