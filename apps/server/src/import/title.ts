/**
 * The title: a heading where there is one, else the first line when it looks like one. Repeated title lines are found by comparing
 * without case, quote style and spacing; the one that is kept keeps its characters. Rules IM3, IM5.
 */
import { type Block, blockText } from './block.ts'
import { hasWords } from './characters.ts'
import { dateIn } from './date-line.ts'
import { countWords, endsAsSentence, endsWithFullStop, isByline, type Row } from './row.ts'

export interface Title {
  readonly text: string
  /** The rows it stands on: several when a heading has line breaks. */
  readonly rows: readonly Row[]
}

const longestTitle = 120
const longestHeading = 250
const mostWords = 20
/** So many short lines (section, date, writer) may stand before a page's one main heading. */
const rowsBeforeHeading = 12
const rowsOfHead = 4

/** Where a title is looked for. */
export interface Manuscript {
  readonly blocks: readonly Block[]
  readonly rows: readonly Row[]
  readonly dateRow: Row | null
}

/** The title, or null when nothing looks like one. */
export function findTitle(manuscript: Manuscript): Title | null {
  const candidates = manuscript.rows.filter((row) => row !== manuscript.dateRow && hasWords(row.text))
  const heading = mainHeading(candidates)
  if (heading !== null) return heading
  const [first, next] = candidates
  if (first === undefined || !isFirst(first, manuscript)) return null
  if (first.level !== null) return headingAt(first, candidates)
  if (!hasTitleShape(first.text)) return null
  const isRepeated = candidates.some(
    (row, at) => at > 0 && sameTitle(row.text, first.text) && mayRepeat(first, at, candidates),
  )
  return isRepeated || standsAsTitle(first, next, manuscript) ? { text: first.text, rows: [first] } : null
}

/** An article that begins with a list or a quotation has no title above it; a date line may stand there. */
function isFirst(row: Row, { blocks, dateRow }: Manuscript): boolean {
  const withWords = blocks.findIndex((block, index) => index !== dateRow?.block && hasWords(blockText(block)))
  return withWords === -1 || row.block <= withWords
}

/** A line with a full stop may come again by chance; only near the top or at the very end does that make it a title. */
const mayRepeat = (first: Row, at: number, rows: readonly Row[]) =>
  !endsWithFullStop(first.text) || at <= rowsOfHead || at === rows.length - 1

/** The page's one level-1 heading; where several differ they are chapters, and the first line decides. */
function mainHeading(rows: readonly Row[]): Title | null {
  const headings = rows.filter((row) => row.level === 1)
  const first = headings[0]
  if (first === undefined) return null
  const title = headingAt(first, rows)
  if (title === null) return null
  const before = rows.slice(0, rows.indexOf(first))
  if (before.length > rowsBeforeHeading || before.some((row) => row.text.length > longestTitle)) return null
  const others = headings.filter((row) => row.block !== first.block)
  return before.length === 0 || others.every((row) => sameTitle(row.text, title.text)) ? title : null
}

function headingAt(row: Row, rows: readonly Row[]): Title | null {
  const lines = rows.filter((other) => other.block === row.block)
  const text = lines.map((line) => line.text).join(' ')
  return text.length > longestHeading ? null : { text, rows: lines }
}

/** What follows decides whether a short first line is a title or the first words of the story. */
function standsAsTitle(first: Row, next: Row | undefined, manuscript: Manuscript): boolean {
  const { blocks, rows, dateRow } = manuscript
  const isAlone = blocks[first.block]?.lines.length === 1
  if (next === undefined) return blocks.length > 1 && !endsWithFullStop(first.text)
  const dateFollows = dateRow !== null && rows.indexOf(dateRow) === rows.indexOf(first) + 1
  if (endsWithFullStop(first.text)) return isAlone && (dateFollows || beginsBeforeBody(next, rows))
  if ((next.block === first.block && startsSmall(next.text)) || isWrapped(first, next, manuscript)) return false
  return isAlone || dateFollows || isByline(next.text) || isHead(blocks[first.block])
}

function hasTitleShape(text: string): boolean {
  return (
    hasWords(text) &&
    text.length <= longestTitle &&
    !/^\s*[-*•·◦▪–—#>]\s/u.test(text) &&
    !/[,;:،؛、；：\-–—]\s*$/u.test(text) &&
    !/^https?:/i.test(text) &&
    !isByline(text) &&
    dateIn(text) === null &&
    countWords(text) <= (/\p{Script=Han}/u.test(text) ? 2 * mostWords : mostWords)
  )
}

/** A title may end with a full stop when what follows it is a heading and not the story. */
const beginsBeforeBody = (next: Row, rows: readonly Row[]) =>
  next.text.length <= 60 && !endsAsSentence(next.text) && hasTitleShape(next.text) && rows.at(-1) !== next

/** The next line goes on in the middle of a sentence. */
const startsSmall = (text: string) => /^\p{Ll}(?!\p{Lu})/u.test(text)

/** Lines broken at a fixed width look alike; the first of them is no title. */
function isWrapped(first: Row, next: Row, { blocks, rows }: Manuscript): boolean {
  if (blocks.some((block) => block.lines.length > 1 || block.level !== null)) return false
  const start = rows.indexOf(first) + 1
  const longest = Math.max(0, ...rows.slice(start, start + 5).map((row) => row.text.length))
  return longest <= 90 && (startsSmall(next.text) || (longest >= 50 && first.text.length >= 0.8 * longest))
}

/** Several lines of which none is a sentence: title, deck and writer one below the other. */
export function isHead(block: Block | undefined): boolean {
  if (block === undefined || block.within.length > 0) return false
  const texts = blockText(block).split('\n')
  return texts.every(
    (text, index) => text.length <= 2 * longestTitle && !endsAsSentence(text) && (index === 0 || !startsSmall(text)),
  )
}

const quotes: Record<string, string> = { '’': "'", '‘': "'", '‚': "'", '`': "'", '´': "'", ʼ: "'" }

/** For comparing only. */
export const foldTitle = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[“”„«»]/g, '"')
    .replace(/[’‘‚`´ʼ]/g, (quote) => quotes[quote] ?? quote)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** IM3. Lengths first: most rows are paragraphs and need no folding. */
export const sameTitle = (text: string, title: string): boolean =>
  text === title || (text.length <= 2 * title.length + 16 && foldTitle(text) === foldTitle(title))

const longestFirstWords = 80
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** IM5. A name for an article without a title: its first words, at most 80 characters, cut where a word ends. */
export function firstWords(blocks: readonly Block[]): string {
  const text = blocks.map((block) => blockText(block).replace(/\s+/gu, ' ').trim()).find(hasWords)
  if (text === undefined || text.length <= longestFirstWords) return text ?? ''
  const start = text.slice(0, 4 * longestFirstWords)
  const upTo = (segments: Intl.Segments) => {
    let end = 0
    for (const segment of segments) {
      const after = segment.index + segment.segment.length
      if (after > longestFirstWords) break
      if (segment.isWordLike !== false) end = after
    }
    return end
  }
  // One word longer than that is cut between characters as people see them.
  const end = upTo(words.segment(start)) || upTo(graphemes.segment(start)) || longestFirstWords
  return start.slice(0, end).replace(/\p{Surrogate}/gu, '')
}
