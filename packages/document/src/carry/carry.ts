/**
 * Carrying claims from one draft of an article to the next: where the words of each stand now. Pure, no clock, no chance.
 * A claim is unchanged only if its words are equal; a figure, date or name replaced in its place is the claim, changed; where nothing
 * of a claim is left it is gone, and where that cannot be told a person is asked. Never a guess. Rules CA1–CA15 in docs/RULES.md.
 */
import { clearOfPairs } from '../placement.ts'
import { type Anchor, type Carried, type Place, reworded } from './carried.ts'
import { type Correspondence, correspondenceOf } from './correspondence.ts'
import { elsewhere } from './elsewhere.ts'
import { land } from './landing.ts'
import type { Landing, Run } from './run.ts'
import { tokenAt } from './tokens.ts'
import { undoubled } from './undoubled.ts'

/** One answer for each anchor, in the order given. */
export function carry(textA: string, textB: string, anchors: readonly Anchor[]): Carried[] {
  const both = correspondenceOf(textA, textB)
  const carried = anchors.map((anchor) => carryOne(both, anchor))
  return undoubled(textA, textB, anchors, carried)
}

function carryOne(both: Correspondence, { id, start, end }: Anchor): Carried {
  const run = runOf(both, start, end)
  if (run === null) return { id, kind: 'gone' }
  const landing = land(both, run) ?? elsewhere(both, run)
  if (landing === null) return { id, kind: 'gone' }
  const place = placeOf(both, start, end, run, landing)
  if (landing.doubtful) return { id, kind: 'unsure', guess: place }
  return { id, kind: landing.moved ? 'moved' : 'carried', ...place }
}

/** The tokens an anchor touches; null when it has no words. */
function runOf({ a }: Correspondence, start: number, end: number): Run | null {
  const from = tokenAt(a.tokens, start)
  let to = tokenAt(a.tokens, end - 1)
  if (to >= a.tokens.length || (a.tokens.starts[to] ?? 0) >= end) to -= 1
  return end <= start || from > to ? null : { from, to }
}

function placeOf({ a, b, partners }: Correspondence, start: number, end: number, run: Run, landing: Landing): Place {
  const [textA, textB] = [a.tokens.text, b.tokens.text]
  let from = b.tokens.starts[landing.from] ?? 0
  let to = b.tokens.ends[landing.to] ?? 0
  const [firstStart, lastEnd] = [a.tokens.starts[run.from] ?? 0, a.tokens.ends[run.to] ?? 0]
  // An anchor that begins or ends inside a word does so in the new draft, when the word is the same.
  const same = (at: number, other: number) =>
    partners[at] === other &&
    textA.slice(a.tokens.starts[at], a.tokens.ends[at]) === textB.slice(b.tokens.starts[other], b.tokens.ends[other])
  if (start > firstStart && same(run.from, landing.from)) from += start - firstStart
  if (end < lastEnd && same(run.to, landing.to)) to -= lastEnd - end
  // White space at an edge is kept where the new draft has it too.
  for (let at = firstStart; at > start && from > 0 && textA[at - 1] === textB[from - 1]; at -= 1) from -= 1
  for (let at = lastEnd; at < end && to < textB.length && textA[at] === textB[to]; at += 1) to += 1
  // An edge inside a surrogate pair takes the whole character in.
  if (clearOfPairs(textB, from) !== from) from -= 1
  to = clearOfPairs(textB, to)
  return { start: from, end: to, changed: reworded(textA.slice(start, end), textB.slice(from, to)) }
}
