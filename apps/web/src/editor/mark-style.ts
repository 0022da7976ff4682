/**
 * How claims look in the text, by state, as one style sheet: nothing is put into the document or its elements, a state that changes
 * touches no text, and words never move. Rules MS1–MS5; the patterns are those of the verdict scale.
 */
import type { Standing } from '#domain/claim.ts'
import type { Rating } from '#domain/rating.ts'
import { ratingLook } from '#web/ui/look.ts'
import type { ClaimsInText } from './claim-index.ts'
import { drawnLanes } from './lanes.ts'

/** What the text shows of a claim. */
export interface Shown {
  readonly standing: Standing
  readonly rating: Rating | null
  /** Not in the list as filtered: it fades to a line but never vanishes. */
  readonly faded: boolean
  /** Of high risk: ‖ before its first word. */
  readonly risky: boolean
  /** A query on it is open: ⋯ at its end. */
  readonly asked: boolean
}

/** `text-decoration` of each rating: a pattern that is told apart without its colour. */
const patterns: Record<Rating, string> = {
  confirmed: 'underline solid 1.5px',
  'confirmed-with-change': 'underline double 1.5px',
  'needs-context': 'underline dashed 2px',
  'cannot-confirm': 'underline dotted 3px',
  wrong: 'underline wavy 1.5px',
  'authors-word': 'underline dotted 3px',
  cut: 'line-through solid 1px',
  'not-checkable': 'underline solid 1px',
}

const lineOf = (rating: Rating): string => `${patterns[rating]} var(--${ratingLook(rating).tone})`
const fadedLine = 'underline solid 1px var(--edge)'

interface Look {
  readonly line: string
  readonly band: 'none' | 'marker' | 'hatch'
  readonly bar: boolean
  /** What stands at its end, and whether ‖ stands before it: the bar, doubled. */
  readonly end: readonly ('again' | 'dots')[]
  readonly risk: boolean
}

const bare = { rating: null, faded: false, risky: false, asked: false } as const
const unstyled: Look = { line: 'none', band: 'none', bar: false, end: [], risk: false }

/** MS1. One state, one look; a verdict that no longer counts keeps its line under what says so. */
export function lookOf({ standing, rating, faded, risky, asked }: Shown): Look {
  if (standing === 'withdrawn' || standing === 'detached') return unstyled
  const line = rating === null ? 'none' : lineOf(rating)
  if (faded) return { ...unstyled, line: rating === null ? fadedLine : line }
  const dots = asked ? (['dots'] as const) : []
  const look = { ...unstyled, line, end: dots, risk: risky }
  if (standing === 'judged' || standing === 'signed') return look
  if (standing === 'reworded') return { ...look, band: 'hatch', end: ['again', ...dots] }
  return { ...look, band: 'marker', bar: true }
}

/** All of the five pixels that are always there before a claim: two lines of two, and one of air. */
export const riskBar = 5

/** MS4. Lane 0 lies nearest the words; Arabic scripts shift both, see marks.css. */
function declarations(look: Look, lane: number): string {
  const isDrawn = lane < drawnLanes
  return [
    `--line:${isDrawn ? look.line : 'none'}`,
    `--lane:${isDrawn ? lane : 0}`,
    `--band:${look.band === 'marker' ? 'var(--marker)' : 'transparent'}`,
    `--on-band:${look.band === 'marker' ? 'var(--on-marker)' : 'currentColor'}`,
    `--hatch:${look.band === 'hatch' ? 'var(--hatching)' : 'none'}`,
    `--bar:${look.risk ? `${riskBar}px` : look.bar ? '3px' : '0px'}`,
    `--bar-style:${look.risk ? 'double' : 'solid'}`,
    '--outline:0px',
  ].join(';')
}

/** Ids come from the shared text, where anybody who may write could have put anything. */
const isPlain = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

/**
 * The class that a claim's marks have for the sheet. Browsers look rules up by class; by the value of an attribute each of a thousand
 * marks would be held against a thousand rules.
 */
export const markClass = (id: string): string => (isPlain(id) ? `claim-${id}` : '')

/** Nine pixels of a glyph and one of air. */
const glyphStep = 10

/** MS3. What stands at a claim's end takes no width (marks.css), so that no word moves. */
function endOf(look: Look, more: number): string | null {
  const { length } = look.end
  if (length > 0) {
    const glyphs = look.end.map((glyph, index) => `var(--${glyph}) ${index * glyphStep}px 0/9px 9px no-repeat`)
    return `content:"";inline-size:${length * glyphStep}px;background:currentColor;mask:${glyphs.join(',')}`
  }
  return more > 0 ? `content:"+${more}"` : null
}

/** MS5. Pieces of a claim with an earlier piece: wherever another mark or a new paragraph made the browser cut it. */
const laterPieces = (mark: string): string[] => [
  `${mark}~${mark}`,
  `${mark}~* ${mark}`,
  `:has(${mark})~${mark}`,
  `:has(${mark})~* ${mark}`,
]
const earlierPieces = (mark: string): string[] => [
  `${mark}:has(~${mark},~* ${mark})::after`,
  `:has(~${mark},~* ${mark}) ${mark}::after`,
]

/**
 * The whole sheet. Claims that look the same share one rule: 300 claims are about a dozen rules. Marks that the server has not told
 * of yet are open, once it has been asked for the claims at all (`isAsked`).
 */
export function sheetOf(claims: ReadonlyMap<string, Shown>, inText: ClaimsInText, isAsked: boolean): string {
  const rules = new Map<string, string[]>()
  const add = (declared: string, ...selectors: string[]) => {
    const marks = rules.get(declared)
    // A thousand claims may share the one rule.
    if (marks === undefined) rules.set(declared, selectors)
    else marks.push(...selectors)
  }
  const arriving: Shown | null = isAsked ? { ...bare, standing: 'open' } : null
  for (const { id, lane, more, inPieces } of inText.values()) {
    const shown = claims.get(id) ?? arriving
    if (shown === null || !isPlain(id)) continue
    const mark = `.${markClass(id)}`
    const look = lookOf(shown)
    const end = endOf(look, more)
    add(declarations(look, lane), mark)
    if (end !== null) add(end, `${mark}::after`)
    if (!inPieces) continue
    add('border-inline-start-width:0;padding-inline-start:0;margin-inline-start:0', ...laterPieces(mark))
    if (end !== null) add('content:none', ...earlierPieces(mark))
  }
  return [...rules]
    .map(([declared, marks]) => `${marks.map((one) => `.marks ${one}`).join(',')}{${declared}}`)
    .join('\n')
}

/** The selected claim, in a sheet of its own: going from claim to claim leaves the large one alone. It never fades. */
export function selectedSheetOf(id: string | null, shown: Shown | undefined, inText: ClaimsInText): string {
  const claim = id === null ? undefined : inText.get(id)
  if (claim === undefined || !isPlain(claim.id)) return ''
  const look = lookOf({ ...bare, standing: 'open', ...shown, faded: false })
  return `.marks .${markClass(claim.id)}{${declarations(look, claim.lane)};--outline:2px}`
}
