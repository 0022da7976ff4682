/**
 * Suggested claims: words of a paragraph that look as if they ought to be checked, with a guess at the kind. Made from the words alone, by
 * rules that stand here, so that the same words suggest the same on every desk and nobody outside is asked. Quotations are one piece
 * with who said them; long sentences are cut where a new statement begins. Figures, quotation marks and dates are known in any
 * language, everything that is told by words in English only. Rules SU1, SU2.
 */
import { namesADay } from '#domain/checkable.ts'
import type { ClaimKind } from '#domain/kind.ts'
import {
  figureIn,
  isAccusing,
  isDated,
  isHarm,
  isMeasured,
  isStrongest,
  isVoice,
  withoutDates,
} from '#domain/suggesting.ts'
import { sentencesIn } from './sentence.ts'
import type { TextRange } from './text.ts'

export const suggestionCues = ['casualty', 'allegation', 'quotation', 'figure', 'superlative', 'date', 'voice'] as const
export type SuggestionCue = (typeof suggestionCues)[number]

export interface Suggestion extends TextRange {
  readonly cue: SuggestionCue
  readonly kind: ClaimKind
}

const kindOf: Record<SuggestionCue, ClaimKind> = {
  casualty: 'casualty',
  allegation: 'allegation',
  quotation: 'quote',
  figure: 'statistic',
  superlative: 'superlative',
  date: 'date',
  voice: 'other',
}

/** SU2. In the order of the text; none overlaps another. `text` is one paragraph. */
export function suggestionsIn(text: string, language: string): Suggestion[] {
  const quotations = quotationsIn(text)
  const found = quotations.map((range): Suggestion => ({ ...range, cue: 'quotation', kind: 'quote' }))
  for (const sentence of sentencesIn(text, language)) {
    for (const piece of outside(sentence, quotations)) {
      for (const range of statementsIn(text, piece)) {
        const words = text.slice(range.from, range.to)
        const cue = wordsIn(words) < fewestWords ? null : cueOf(words, language)
        if (cue !== null) found.push({ ...range, cue, kind: kindOf[cue] })
      }
    }
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/** What harms people most comes first. */
function cueOf(words: string, language: string): SuggestionCue | null {
  const rest = withoutDates(words)
  const hasFigure = figureIn(rest)
  if (hasFigure && isHarm(words)) return 'casualty'
  if (isAccusing(words)) return 'allegation'
  if (hasFigure || isMeasured(rest)) return 'figure'
  if (isStrongest(rest)) return 'superlative'
  if (isDated(words) || namesADay(words, language)) return rest.trim() === '' ? null : 'date'
  return isVoice(words) ? 'voice' : null
}

const fewestWords = 3
const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.,-]*/gu)?.length ?? 0

// ── quotations ──

/** Of any kind of mark; one that is not closed goes on to the end of the paragraph, as where it continues in the next. */
const marked = /“[^“”]*(?:”|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|"[^"]*"/gu
const says =
  'says?|said|adds?|added|told|tells|asks?|asked|claims?|claimed|insists?|insisted|recalls?|recalled|warns?|warned|writes?|wrote|explains?|explained|replied|concedes?|admits?|admitted|argues?|argued'
/** “…,” says a young worker. / “…,” she adds. Up to where anything else begins. */
const attributed = new RegExp(
  `^[,.]?\\s*(?:(?:${says})(?:,)?\\s[^.,;:–—"“”«»„?!]{2,60}|(?:he|she|they|it|\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}’'-]+){0,2})\\s(?:${says}))(?=[.,;:?!]|$)`,
  'u',
)

/** Of three words and more: a word or two in marks are rarely somebody's. */
function quotationsIn(text: string): TextRange[] {
  return [...text.matchAll(marked)].flatMap((match): TextRange[] => {
    if (wordsIn(match[0]) < fewestWords) return []
    const from = match.index
    const to = from + match[0].trimEnd().length
    const [by = ''] = attributed.exec(text.slice(to, to + 120)) ?? []
    return [{ from, to: to + by.length }]
  })
}

function outside({ from, to }: TextRange, taken: readonly TextRange[]): TextRange[] {
  const pieces: TextRange[] = []
  let start = from
  for (const one of taken) {
    if (one.to <= start || one.from >= to) continue
    if (one.from > start) pieces.push({ from: start, to: one.from })
    start = Math.max(start, one.to)
  }
  if (start < to) pieces.push({ from: start, to })
  return pieces
}

// ── statements ──

/** A sentence up to here is one claim; longer ones usually say several things. */
const longestStatement = 24
/** In characters: no person wrote a sentence so long, and cutting it would take its time. */
const longestCut = 2_000
const shortestPart = 6
/** A statement begins anew: after a dash, a colon or a semicolon, and after a comma with one of these words. */
const seam =
  /\s(?:--|–|—)\s|—|[;:]\s|,\s(?=(?:and|but|while|whereas|although|though|which|where|when|who|whose|because|so|yet|nor)\s)/giu

function statementsIn(text: string, { from, to }: TextRange): TextRange[] {
  const words = text.slice(from, to)
  if (words.length > longestCut || wordsIn(words) <= longestStatement) return whole(text, { from, to })
  const parts: TextRange[] = []
  let start = 0
  for (const match of words.matchAll(seam)) {
    const isLong = wordsIn(words.slice(start, match.index)) >= shortestPart
    const leavesLong = wordsIn(words.slice(match.index + match[0].length)) >= shortestPart
    if (!isLong || !leavesLong) continue
    parts.push({ from: from + start, to: from + match.index })
    start = match.index + match[0].length
  }
  parts.push({ from: from + start, to })
  return parts.flatMap((part) => whole(text, part))
}

/** Without what a cut leaves at its edges: space, commas, a word that only joins. */
function whole(text: string, { from, to }: TextRange): TextRange[] {
  const words = text.slice(from, to)
  const [before = ''] = /^(?:[\s,;:.–—-]|(?:and|but|so|yet)\s)+/iu.exec(words) ?? []
  const [after = ''] = /[\s,;:–—-]+$/u.exec(words.slice(before.length)) ?? []
  const range = { from: from + before.length, to: to - after.length }
  return range.from < range.to ? [range] : []
}
