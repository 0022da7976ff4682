/**
 * Where a stretch of words of one draft stands in the next, given which words are which. What has too little of its own left has no
 * landing; what may be something else is landed in doubt.
 */
import type { Correspondence } from './correspondence.ts'
import { edge } from './edge.ts'
import type { Group } from './groups.ts'
import { weightOf } from './likeness.ts'
import { replacement } from './replacement.ts'
import { type Landing, marksOnly, type Run, sentenceOf, stayed } from './run.ts'
import { isEndMark } from './sentences.ts'
import { joins, mark } from './tokens.ts'

/** With less than this share of its words left, by weight, a stretch is not the same any more. */
const leastLeft = 0.25

/** Of a few tokens something shorter may have been made, between words that stayed; a longer stretch was taken out. */
const shortRun = 12

/** With less than this share left it may be, and a person decides. */
const surelyLeft = 0.4

/**
 * A whole sentence takes along what is added to it: “It is not true that …” changes what it says. A heading or a name on a line of
 * its own does not; that is what fewer tokens without an end mark are taken for.
 */
const fewTokens = 6

export function land(both: Correspondence, run: Run): Landing | null {
  const piece = heaviestPiece(both, run)
  if (piece === null || !someWordStayed(both, run)) return replacement(both, run)
  const share = piece.left / weightOf(both.a.tokens, both.weights, run.from, run.to + 1)
  if (share < leastLeft) {
    const instead = run.to - run.from < shortRun ? replacement(both, run) : null
    return instead === null ? null : { ...instead, doubtful: true }
  }
  const about = { doubtful: piece.group.doubtful || share < surelyLeft, moved: piece.group.way === 'moved' }
  const isLine = run.to - run.from < fewTokens && !isEndMark(both.a.tokens, run.to)
  if (isLine && standsUnbroken(both, run)) return { ...withJoined(both, partnersOf(both, run)), ...about }
  return { from: edge(both, run, piece.paired.from, -1), to: edge(both, run, piece.paired.to, 1), ...about }
}

interface Piece {
  readonly group: Group
  /** First and last token of the run that have a pair here. */
  readonly paired: Run
  /** Weight of the words that are left. */
  readonly left: number
}

/** The run's words may lie in several groups that stand apart in the new draft: the part with the most of them is the run. */
function heaviestPiece(both: Correspondence, run: Run): Piece | null {
  const { a, b, partners, weights } = both
  let best: Piece | null = null
  let open: { group: Group; from: number; to: number; left: number } | null = null
  let sentence = sentenceOf(both, run.from)
  for (let at = run.from; at <= run.to; at += 1) {
    while ((a.sentences[sentence]?.to ?? Infinity) <= at) sentence += 1
    const [partner, group] = [partners[at] ?? -1, both.groupOf[sentence]]
    if (partner < 0 || group === undefined) continue
    const id = a.tokens.ids[at] ?? -1
    // What stands in for a word is half of it.
    const left = (weights[id] ?? 0) * (id === b.tokens.ids[partner] ? 1 : 0.5)
    if (open !== null && (open.group === group || nothingElseBetween(both, partners[open.to] ?? -1, partner, run))) {
      open.to = at
      open.left += left
    } else open = { group, from: at, to: at, left }
    if (best === null || open.left >= best.left) {
      best = { group: open.group, paired: { from: open.from, to: open.to }, left: open.left }
    }
  }
  return best
}

/** Whether nothing from outside the run stands between two tokens of the new draft. */
function nothingElseBetween({ owners }: Correspondence, from: number, to: number, run: Run): boolean {
  if (from < 0 || to < from) return false
  for (let at = from + 1; at < to; at += 1) {
    const owner = owners[at] ?? -1
    if (owner >= 0 && (owner < run.from || owner > run.to)) return false
  }
  return true
}

function someWordStayed(both: Correspondence, run: Run): boolean {
  for (let at = run.from; at <= run.to; at += 1) {
    if (both.a.tokens.kinds[at] !== mark && stayed(both, at)) return true
  }
  // A run of marks only has no words to lose.
  return marksOnly(both.a.tokens.kinds, run.from, run.to)
}

/** Whether all tokens of the run stand side by side still. */
function standsUnbroken(both: Correspondence, run: Run): boolean {
  const first = both.partners[run.from] ?? -1
  for (let at = run.from; at <= run.to; at += 1) {
    if (!stayed(both, at) || both.partners[at] !== first + at - run.from) return false
  }
  return true
}

/** 3 that became 2–3, largest that became second-largest: what a new dash ties to a word is part of it now. */
function withJoined({ b, owners }: Correspondence, run: Run): Run {
  const { tokens } = b
  const isNew = (at: number) => owners[at] === -1
  const touch = (at: number) => tokens.ends[at] === tokens.starts[at + 1]
  let { from, to } = run
  while (joins(tokens, from - 1) && [from - 1, from - 2].every((at) => isNew(at) && touch(at))) from -= 2
  while (joins(tokens, to + 1) && [to + 1, to + 2].every((at) => isNew(at) && touch(at - 1))) to += 2
  return { from, to }
}

const partnersOf = ({ partners }: Correspondence, run: Run): Run => ({
  from: partners[run.from] ?? -1,
  to: partners[run.to] ?? -1,
})
