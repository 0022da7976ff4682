/**
 * How far a reworded stretch reaches to either side, beyond its outermost words that are still there: over what was written instead
 * of its own words, never over words that belong to others. Both sides follow the same rule, `step` −1 to the left and 1 to the right.
 */
import type { Correspondence } from './correspondence.ts'
import { reachOf, tokensIn } from './groups.ts'
import { type Run, sentenceOf } from './run.ts'
import { isEndMark } from './sentences.ts'
import { mark } from './tokens.ts'

type Step = -1 | 1

/** What was written instead may be this many tokens longer; beyond that it is something new beside the claim. */
const longerBy = 4

/** Token of b where the run ends on this side. `paired`: its outermost token with a pair. */
export function edge(both: Correspondence, run: Run, paired: number, step: Step): number {
  const { a, b, partners } = both
  const at = partners[paired] ?? -1
  const group = both.groupOf[sentenceOf(both, paired)]
  if (group === undefined) return at
  const [firstA, firstB] = [tokensIn(a, group.a), reachOf(b, group)]
  const [limitA, limitB] = step < 0 ? [firstA[0], firstB[0]] : [firstA[1] - 1, firstB[1] - 1]
  const own = step < 0 ? Math.max(run.from, limitA) : Math.min(run.to, limitA)
  if (step > 0 && paired === own && isEndMark(a.tokens, paired)) return at
  if (isWholeSentence(both, run, limitA) && Math.abs(limitB - at) <= longerBy + (run.to - run.from + 1) / 2) {
    return withoutMarks(both, outwards(both, run, at, limitB, step), at, step, own === limitA)
  }
  const inside = Math.abs(own - paired)
  if (inside === 0) return at
  const beyond = nextPaired(both, own, limitA, step)
  const gapEnd = beyond === null ? limitB : (partners[beyond] ?? -1) - step
  // Nothing but the run's own words went from here: what came is instead of them.
  const alone = beyond === null ? own === limitA : beyond === own + step
  const gap = Math.abs(gapEnd - at)
  const reach = alone && gap <= inside + longerBy ? gap : Math.min(gap, inside)
  return withoutMarks(both, outwards(both, run, at, at + step * reach, step), at, step, a.tokens.kinds[own] === mark)
}

/** Whether the run has all words of the sentence that a group begins or ends with; its last mark may be left out. */
function isWholeSentence(both: Correspondence, run: Run, limit: number): boolean {
  const { a } = both
  const sentence = a.sentences[sentenceOf(both, limit)]
  if (sentence === undefined || run.from > sentence.from) return false
  let last = sentence.to - 1
  while (last > sentence.from && a.tokens.kinds[last] === mark) last -= 1
  return run.to >= last
}

/** From one token towards another, stopping before a word that belongs to something outside the run. */
function outwards({ owners }: Correspondence, run: Run, from: number, to: number, step: Step): number {
  let at = from
  while (at !== to) {
    const owner = owners[at + step] ?? -1
    if (owner >= 0 && (owner < run.from || owner > run.to)) break
    at += step
  }
  return at
}

/** Steps back over marks, unless the run had one at its own edge. */
function withoutMarks({ b }: Correspondence, from: number, to: number, step: Step, keep: boolean): number {
  let at = from
  if (!keep) while (at !== to && b.tokens.kinds[at] === mark) at -= step
  return at
}

function nextPaired({ partners }: Correspondence, from: number, limit: number, step: Step): number | null {
  for (let at = from + step; (limit - at) * step >= 0; at += step) if ((partners[at] ?? -1) >= 0) return at
  return null
}
