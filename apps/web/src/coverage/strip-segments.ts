/**
 * What the strip draws: the whole text in so many rows, each showing what needs a person most of all that stands there. Neighbouring rows
 * of one claim, or of ticked sentences, are one segment, so that a long article costs no more than a short one. Rules NC31, NC32.
 */
import { ratingLook, type Tone } from '#web/ui/look.ts'
import type { CoverageNow } from './coverage-now.ts'

/** How dense it is drawn says what is left to do, the tone what was found. */
export type StripLook = 'open' | 'reworded' | 'hint' | 'judged' | 'signed' | 'ticked'

export interface StripSegment {
  /** Rows, `to` not included. */
  readonly from: number
  readonly to: number
  readonly look: StripLook
  readonly tone: Tone | null
}

/** The weightiest first. */
const order: readonly StripLook[] = ['open', 'reworded', 'hint', 'judged', 'signed', 'ticked']

interface Cell {
  readonly look: StripLook
  readonly tone: Tone | null
  /** Of what it is a part: a claim, ticked sentences, one untouched sentence. */
  readonly of: string
}

export function stripSegments({ sentences, read, claims }: CoverageNow, rows: number): StripSegment[] {
  const cells = Array<Cell | undefined>(rows).fill(undefined)
  const rowAt = (position: number) => Math.min(rows - 1, Math.floor((position / Math.max(1, read.size)) * rows))
  const put = (from: number, to: number, cell: Cell) => {
    for (let row = rowAt(from); row <= rowAt(Math.max(from, to - 1)); row += 1) {
      const there = cells[row]
      if (there === undefined || order.indexOf(cell.look) < order.indexOf(there.look)) cells[row] = cell
    }
  }
  sentences.forEach(({ standing, cues, from, to }, index) => {
    const at = read.at[index] ?? 0
    if (standing === 'ticked') put(at, at + to - from, { look: 'ticked', tone: null, of: 'ticked' })
    if (standing === 'untouched' && cues.length > 0) put(at, at + 1, { look: 'hint', tone: null, of: `hint ${index}` })
  })
  for (const { id, from, to } of read.runs) {
    const claim = claims.get(id)
    if (claim === undefined) continue
    const { standing, rating } = claim
    const look =
      standing === 'judged' || standing === 'signed' || standing === 'reworded' ? standing : ('open' as const)
    put(from, to, { look, tone: rating === null ? null : ratingLook(rating).tone, of: id })
  }
  return merged(cells)
}

function merged(cells: readonly (Cell | undefined)[]): StripSegment[] {
  const segments: StripSegment[] = []
  cells.forEach((cell, row) => {
    if (cell === undefined) return
    const last = segments.at(-1)
    if (last !== undefined && last.to === row && cells[row - 1]?.of === cell.of) {
      segments[segments.length - 1] = { ...last, to: row + 1 }
    } else segments.push({ from: row, to: row + 1, look: cell.look, tone: cell.tone })
  })
  return segments
}
