/**
 * Words as they flow into one block: white space as a browser shows it. Runs of ASCII white space are one space and none at a
 * line's ends; no-break spaces and everything else stay. In preformatted text all of it stays. Rules IM1, IM9.
 */
import { type Formatting, type Line, lineText, type Piece } from './block.ts'

/** A place to go back to, as long as the block has not ended. */
export interface Place {
  readonly block: number
  readonly line: number
  readonly piece: number
  readonly space: readonly Formatting[] | null
}

export class Flow {
  #lines: Piece[][] = [[]]
  /** White space met and not yet written: it is written only when something follows on the same line. */
  #space: readonly Formatting[] | null = null
  #blocks = 0
  /** The next words begin a piece of their own, so that they can be taken back as a whole. */
  #isFresh = false
  /** Characters written so far, in this block and all before it. */
  written = 0

  write(text: string, marks: readonly Formatting[]): void {
    const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ')
    const from = collapsed.startsWith(' ') ? 1 : 0
    const to = collapsed.endsWith(' ') ? collapsed.length - 1 : collapsed.length
    if (from === 1 && this.#line.length > 0) this.#space ??= marks
    if (from >= to) return
    this.#writeSpace()
    this.#push(collapsed.slice(from, to), marks)
    if (to < collapsed.length) this.#space = marks
  }

  /** Every space and line end as it stands. */
  writeAsIs(text: string, marks: readonly Formatting[]): void {
    text.split(/\r\n|[\r\n\f]/).forEach((part, index) => {
      if (index > 0) this.breakLine()
      if (part === '') return
      this.#writeSpace()
      this.#push(part, marks)
    })
  }

  breakLine(): void {
    this.#space = null
    this.#lines.push([])
  }

  /** The block's lines; the next block begins. */
  take(): Line[] {
    const lines = this.#lines
    this.#lines = [[]]
    this.#space = null
    this.#blocks += 1
    return lines
  }

  place(): Place {
    this.#isFresh = true
    return { block: this.#blocks, line: this.#lines.length, piece: this.#line.length, space: this.#space }
  }

  /** What was written on this line since `place`; null when a line or a block has ended in between. */
  since(place: Place): string | null {
    if (place.block !== this.#blocks || place.line !== this.#lines.length) return null
    return lineText(this.#line.slice(place.piece))
  }

  /** Takes back what was written since `place`. */
  goBack(place: Place): void {
    const undone = this.since(place)
    if (undone === null) return
    this.#line.length = place.piece
    this.#space = place.space
    this.written -= undone.length
  }

  get #line(): Piece[] {
    return this.#lines.at(-1) as Piece[] // there is always one
  }

  #writeSpace(): void {
    if (this.#space !== null && this.#line.length > 0) this.#push(' ', this.#space)
    this.#space = null
  }

  #push(text: string, marks: readonly Formatting[]): void {
    const line = this.#line
    const last = line.at(-1)
    if (last !== undefined && last.marks === marks && !this.#isFresh)
      line[line.length - 1] = { text: last.text + text, marks }
    else line.push({ text, marks })
    this.#isFresh = false
    this.written += text.length
  }
}
