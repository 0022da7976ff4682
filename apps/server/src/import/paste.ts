/**
 * Import by paste: text or HTML in, an article to look at and notes about it out. Pure: nothing is fetched, stored or dated; what a
 * person agrees to is stored elsewhere. Every letter and digit of the input is in the article's text unless a note says where it
 * went. Rules IM1–IM13.
 */
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { type Block, blockText } from './block.ts'
import { hasWords } from './characters.ts'
import { findDateRow } from './date-line.ts'
import { isDeck } from './deck.ts'
import { documentOf } from './document.ts'
import { readHtml } from './html.ts'
import { directionOf, languageOf } from './language.ts'
import { type Reading, readText } from './plain-text.ts'
import { type Row, rowsOf } from './row.ts'
import { findTitle, firstWords, sameTitle, type Title } from './title.ts'

export interface Imported {
  readonly article: ArticleDraft
  readonly notes: ImportNote[]
}

/** What was pasted, as text or as HTML. */
export function importPasted(input: { text: string } | { html: string }): Result<Imported> {
  return importReading('html' in input ? readHtml(input.html) : readText(input.text))
}

/** IM13. The article of a reading, wherever it was read from. */
export function importReading(reading: Reading): Result<Imported> {
  return reading.blocks.some((block) => hasWords(blockText(block)))
    ? ok(recognised(reading))
    : refuse('nothing-to-import')
}

/** IM3, IM5–IM7. Takes title, date line and deck out of the blocks and puts them where they belong. */
function recognised({ blocks, notes, declaredLanguage }: Reading): Imported {
  const rows = rowsOf(blocks)
  const dated = dateLineOf(blocks, rows)
  const title = findTitle({ blocks, rows, dateRow: dated?.row ?? null })
  const repeats =
    title === null ? [] : rows.filter((row) => !title.rows.includes(row) && sameTitle(row.text, title.text))
  const deck = title === null ? null : deckAmong(blocks, rows, title, new Set(repeats), dated?.row ?? null)

  const taken = new Set<Row>([...(title?.rows ?? []), ...repeats])
  if (dated !== null) taken.add(dated.row)
  if (deck !== null) taken.add(deck)
  const kept = [
    ...(title === null ? [] : [blockFrom(blocks, title.rows, { level: 1, deck: false })]),
    ...(deck === null ? [] : [blockFrom(blocks, [deck], { level: null, deck: true })]),
    ...without(blocks, taken),
  ]
  const text = kept.map(blockText).join('\n')
  const name = title?.text.trim() ?? firstWords(blocks)
  return {
    article: {
      title: name,
      deck: deck?.text ?? null,
      publicationDate: dated?.date ?? null,
      language: languageOf(text, declaredLanguage),
      direction: directionOf(text),
      document: documentOf(kept),
    },
    notes: [
      ...noteIf(title === null, { code: 'title-missing', title: name }),
      ...noteIf(repeats.length > 0, { code: 'title-kept-once', title: name, times: repeats.length + 1 }),
      ...(dated === null ? [] : noteIf(true, { code: 'date-line', line: dated.row.text.trim(), date: dated.date })),
      ...(deck === null ? [] : noteIf(true, { code: 'deck-recognised', deck: deck.text })),
      ...notes,
    ],
  }
}

const noteIf = (holds: boolean, note: ImportNote): ImportNote[] => (holds ? [note] : [])

/** A date with nothing else is not above anything: it is the text. */
function dateLineOf(blocks: readonly Block[], rows: readonly Row[]): ReturnType<typeof findDateRow> {
  const found = findDateRow(rows)
  const isAbove =
    rows.some((row) => row !== found?.row && hasWords(row.text)) ||
    blocks.some((block) => block.within.length > 0 && hasWords(blockText(block)))
  return isAbove ? found : null
}

/** The first row behind the title, if it is a deck. */
function deckAmong(
  blocks: readonly Block[],
  rows: readonly Row[],
  title: Title,
  repeats: ReadonlySet<Row>,
  dateRow: Row | null,
): Row | null {
  const last = title.rows.at(-1)
  if (last === undefined) return null
  const isOfHead = (row: Row | undefined) => row !== undefined && (row === dateRow || repeats.has(row))
  const behind = rows.slice(rows.indexOf(last) + 1)
  const at = behind.findIndex((row) => !isOfHead(row))
  const candidate = behind[at]
  if (candidate === undefined) return null
  const next = behind.slice(at + 1).find((row) => !isOfHead(row))
  const signs = { titleOrDateFollows: isOfHead(behind[at + 1]), titleBlock: last.block }
  return isDeck(candidate, next, blocks, signs) ? candidate : null
}

const blockFrom = (blocks: readonly Block[], rows: readonly Row[], as: Pick<Block, 'level' | 'deck'>): Block => ({
  ...as,
  within: [],
  lines: rows.map((row) => blocks[row.block]?.lines[row.line] ?? []),
})

/** What is left of the blocks. The title's level is the title's alone; a block whose lines are all taken is gone. */
function without(blocks: readonly Block[], taken: ReadonlySet<Row>): Block[] {
  const linesTaken = new Map<number, number[]>()
  for (const { block, line } of taken) {
    const lines = linesTaken.get(block)
    if (lines === undefined) linesTaken.set(block, [line])
    else lines.push(line)
  }
  return blocks.flatMap((block, index) => {
    const gone = new Set(linesTaken.get(index))
    if (gone.size === block.lines.length) return []
    const lines = gone.size === 0 ? block.lines : block.lines.filter((_, line) => !gone.has(line))
    return { ...block, lines, level: block.level === 1 ? 2 : block.level, deck: false }
  })
}
