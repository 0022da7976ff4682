/**
 * Words that are not where they stood: the same words side by side, once, among what is new. In their own sentence that is a change of
 * order. In another one, many words are the same passage; a few may be a name that a new sentence happens to mention, so a person is
 * asked.
 */
import type { Correspondence } from './correspondence.ts'
import { reachOf } from './groups.ts'
import { weightOf } from './likeness.ts'
import { type Landing, marksOnly, type Run, sentenceOf } from './run.ts'
import { mark } from './tokens.ts'

/** Fewer words (by weight) than this are found in another sentence by chance. */
const enough = 2
/** From here on it is no chance. */
const plenty = 4

export function elsewhere(both: Correspondence, run: Run): Landing | null {
  const { a, b, weights } = both
  if (marksOnly(a.tokens.kinds, run.from, run.to)) return null
  const group = both.groupOf[sentenceOf(both, run.from)]
  if (group !== undefined) {
    const near = only(both, run, ...reachOf(b, group))
    if (near !== null) return { ...near, doubtful: group.doubtful, moved: group.way === 'moved' }
  }
  const weight = weightOf(a.tokens, weights, run.from, run.to + 1)
  const far = weight < enough ? null : only(both, run, 0, b.tokens.length)
  return far === null ? null : { ...far, doubtful: weight < plenty, moved: true }
}

/** The one place between two tokens of b where the run's words stand, none of them another sentence's. */
function only({ a, b, owners }: Correspondence, run: Run, from: number, to: number): Run | null {
  const length = run.to - run.from + 1
  const standsAt = (at: number) => {
    for (let step = 0; step < length; step += 1) {
      if (a.tokens.ids[run.from + step] !== b.tokens.ids[at + step]) return false
      if (owners[at + step] !== -1 && b.tokens.kinds[at + step] !== mark) return false
    }
    return true
  }
  let found: Run | null = null
  const first = a.tokens.ids[run.from] ?? -1
  for (let at = b.tokens.ids.indexOf(first, from); at !== -1; at = b.tokens.ids.indexOf(first, at + 1)) {
    if (at + length > to) break
    if (!standsAt(at)) continue
    if (found !== null) return null
    found = { from: at, to: at + length - 1 }
  }
  return found
}
