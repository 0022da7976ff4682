/**
 * A figure, date or name of which no word stayed: what stands between the words around it now is the same claim with another value,
 * if those words stayed. It is never taken for unchanged.
 */
import type { Correspondence } from './correspondence.ts'
import { reachOf, tokensIn } from './groups.ts'
import { type Landing, marksOnly, type Run, sentenceOf, stayed } from './run.ts'
import { joins, mark, number, type Tokens } from './tokens.ts'

/** A replacement may be this many tokens longer than what it replaces; beyond that something else was written there. */
const longerBy = 3

/** With more tokens than this replaced beside a value, a number is asked about and anything else is gone. */
const fewOthers = 4

export function replacement(both: Correspondence, run: Run): Landing | null {
  const { a, b, partners } = both
  const group = both.groupOf[sentenceOf(both, run.from)]
  if (group === undefined || both.groupOf[sentenceOf(both, run.to)] !== group) return null
  const [[startA, endA], [startB, endB]] = [tokensIn(a, group.a), reachOf(b, group)]
  let [before, after] = [run.from - 1, run.to + 1]
  while (before >= startA && !stayed(both, before)) before -= 1
  while (after < endA && !stayed(both, after)) after += 1
  let from = before < startA ? startB : (partners[before] ?? -1) + 1
  let to = after >= endA ? endB - 1 : (partners[after] ?? -1) - 1
  let doubtful = group.doubtful
  const { kinds } = a.tokens
  if (!marksOnly(kinds, before + 1, run.from - 1) || !marksOnly(kinds, run.to + 1, after - 1)) {
    // Other words went from here too; only what stands in for this value is known to be it.
    const own = standIns(both, run)
    if (own === null) return null
    if (run.from - before - 1 + (after - run.to - 1) > fewOthers) {
      if (kinds[run.from] !== number) return null
      doubtful = true
    }
    ;[from, to] = withRange(b.tokens, own, { from, to })
  }
  if (kinds[run.from] !== mark) while (from < to && b.tokens.kinds[from] === mark) from += 1
  if (kinds[run.to] !== mark) while (to > from && b.tokens.kinds[to] === mark) to -= 1
  if (from > to || marksOnly(b.tokens.kinds, from, to) || to - from > run.to - run.from + longerBy) return null
  return { from, to, doubtful, moved: group.way === 'moved' }
}

/** The new tokens paired with words of the run. */
function standIns({ a, partners }: Correspondence, run: Run): Run | null {
  let [from, to] = [Infinity, -1]
  for (let at = run.from; at <= run.to; at += 1) {
    const partner = partners[at] ?? -1
    if (partner < 0 || a.tokens.kinds[at] === mark) continue
    from = Math.min(from, partner)
    to = Math.max(to, partner)
  }
  return to < 0 ? null : { from, to }
}

/** 500 of “500–3000”: the rest of a range belongs to it, as far as the gap reaches. */
function withRange(tokens: Tokens, { from, to }: Run, gap: Run): [from: number, to: number] {
  let [first, last] = [from, to]
  while (first - 2 >= gap.from && tokens.kinds[first - 2] === number && joins(tokens, first - 1)) first -= 2
  while (last + 2 <= gap.to && tokens.kinds[last + 2] === number && joins(tokens, last + 1)) last += 2
  return [first, last]
}
