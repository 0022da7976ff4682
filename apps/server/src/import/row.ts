/**
 * Rows: the lines of an article that stand in no list and no quotation, in order. Title, date line and deck are looked for among
 * them, since they may stand alone or share a paragraph with one another.
 */
import { type Block, lineText } from './block.ts'

export interface Row {
  /** Index of the block, and of the line in it. */
  readonly block: number
  readonly line: number
  readonly text: string
  readonly level: Block['level']
}

export function rowsOf(blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block, index) =>
    block.within.length > 0
      ? []
      : block.lines.map((line, number) => ({ block: index, line: number, text: lineText(line), level: block.level })),
  )
}

/** Room for closing quotation marks, brackets and spaces behind a full stop; keeps the patterns off long lines. */
const tailLength = 16
const sentenceEnd = /[.!?…。！？।॥۔؟][\p{Pe}\p{Pf}\p{Pi}"'”’*\s]*$/u
const fullStop = /[.。।॥۔][\p{Pe}\p{Pf}\p{Pi}"'”’*\s]*$/u
const abbreviation = /(?:\.\.|(?:^|[\s.(])\p{Lu}\.|\b(?:Inc|Ltd|Co|Jr|Sr|St|etc|vs)\.)[\p{Pe}\p{Pf}"'”’\s]*$/u

export const endsAsSentence = (text: string): boolean => sentenceEnd.test(text.slice(-tailLength))

/** A question or an exclamation may be a headline; a full stop makes a sentence, unless it only shortens a word. */
export function endsWithFullStop(text: string): boolean {
  const tail = text.slice(-tailLength)
  return fullStop.test(tail) && !abbreviation.test(tail)
}

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

/** Words of a short text, in scripts with and without spaces. */
export const countWords = (text: string): number =>
  [...segmenter.segment(text)].reduce((count, segment) => count + (segment.isWordLike === true ? 1 : 0), 0)

const byline = new RegExp(
  '^(?:(?:written |story |words |reported )?by:?|por|par|von|door|reporter:|author:|تحریر\\s*[::]|از\\s*[::]|بقلم|کتب|كتب|نویسنده|लेखक|作者|撰文|记者|記者)[\\s::/]+\\S',
  'iu',
)

/** "By Noor Baloch", "تحریر: …": short, and not a sentence. */
export const isByline = (text: string): boolean =>
  text.length <= 100 && byline.test(text) && !endsWithFullStop(text) && countWords(text) <= 12
