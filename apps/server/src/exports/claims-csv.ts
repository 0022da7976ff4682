/**
 * An article's claims as CSV, one a row, for spreadsheets: RFC 4180, CRLF, UTF-8 with a byte order mark. A cell that a spreadsheet would
 * take for a formula begins with an apostrophe instead. Rules EX1, EX2.
 */
import { stringify } from 'csv-stringify/sync'
import type { Rating } from '#domain/rating.ts'
import { isFixOpen } from '#domain/wording-fix.ts'
import type { ExportedClaim, ExportedSource } from '#protocol/export-view.ts'

/** The default scale in words: who opens the file has no catalogue beside it. */
export const ratingWords: Record<Rating, string> = {
  confirmed: 'Confirmed',
  'confirmed-with-change': 'Confirmed with change',
  'needs-context': 'Needs context',
  'cannot-confirm': 'Cannot confirm',
  wrong: 'Wrong',
  'authors-word': 'Author’s word only',
  cut: 'Cut',
  'not-checkable': 'Not checkable',
}

interface Column {
  readonly header: string
  readonly means: string
  cell(claim: ExportedClaim): string
}

const columns: readonly Column[] = [
  { header: 'number', means: 'C1, C2 …', cell: ({ number }) => `C${number}` },
  { header: 'kind', means: 'kind of claim', cell: ({ kind }) => kind },
  { header: 'risk', means: 'normal or high', cell: ({ risk }) => risk },
  { header: 'words', means: 'as they stand in the text, or last stood there', cell: ({ words }) => words },
  {
    header: 'standing',
    means: 'open, judged, conflict, signed, reworded, detached, withdrawn',
    cell: (c) => c.standing,
  },
  { header: 'verdict', means: 'in words', cell: ({ verdict }) => (verdict ? ratingWords[verdict.rating] : '') },
  { header: 'why', means: 'the verdict’s reason', cell: ({ verdict }) => verdict?.why ?? '' },
  {
    header: 'proposed words',
    means: 'how the words should read instead, until they do',
    cell: ({ verdict }) => (verdict !== null && isFixOpen(verdict) ? (verdict.proposed ?? '') : ''),
  },
  { header: 'verdict by', means: 'name', cell: ({ verdict }) => verdict?.by ?? '' },
  { header: 'verdict at', means: 'ISO 8601', cell: ({ verdict }) => verdict?.at ?? '' },
  {
    header: 'true?',
    means: 'of a quote, in words; its verdict says whether it was said',
    cell: ({ truth }) => (truth ? ratingWords[truth.rating] : ''),
  },
  { header: 'why true or not', means: 'the reason of that', cell: ({ truth }) => truth?.why ?? '' },
  { header: 'true? by', means: 'name', cell: ({ truth }) => truth?.by ?? '' },
  {
    header: 'said by',
    means: 'narrator, person, institution or unnamed, with the name when on the record',
    cell: ({ asserter }) => (asserter ? [asserter.kind, asserter.name].filter((part) => part !== '').join(': ') : ''),
  },
  { header: 'speaks', means: 'on-record, background or off-record', cell: ({ asserter }) => asserter?.terms ?? '' },
  { header: 'still holds, says', means: 'name', cell: ({ verdict }) => verdict?.heldBy ?? '' },
  {
    header: 'other verdicts',
    means: 'those in conflict with it',
    cell: ({ rivals }) => rivals.map(({ rating, by }) => `${ratingWords[rating]} (${by})`).join('; '),
  },
  {
    header: 'signed off by',
    means: 'name, while the sign-off counts',
    cell: (c) => (c.signOff?.counts ? c.signOff.by : ''),
  },
  { header: 'signed off at', means: 'ISO 8601', cell: (c) => (c.signOff?.counts ? c.signOff.at : '') },
  { header: 'checked by', means: 'whom it is given to', cell: ({ assignee }) => assignee ?? '' },
  {
    header: 'sources',
    means: 'one a line: stance, source, where in it',
    cell: ({ evidence }) => evidence.map(sourceLine).join('\n'),
  },
  { header: 'sources off the record', means: 'how many', cell: ({ offRecord }) => String(offRecord) },
  { header: 'open queries', means: 'how many', cell: ({ openQueries }) => String(openQueries) },
]

/** For the API's description. */
export const csvColumns: string = columns.map(({ header, means }) => `“${header}”: ${means}`).join(' · ')

const sourceLine = ({ stance, source, locator }: ExportedClaim['evidence'][number]): string =>
  [`${stance}: ${nameOf(source)}`, locator].filter((part) => part !== '').join(', ')

const nameOf = (source: ExportedSource): string =>
  source.terms === 'background'
    ? source.attribution
    : [source.title, source.publisher, source.url].filter((part) => part !== '').join(', ')

/** EX2. In front of, or behind blanks in front of, what any of the well-known spreadsheets begins a formula with. */
const formula = /^(?:[\t\r\n]|[\s\u200b\ufeff]*[=+\-@＝＋－＠])/u

export const harmless = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell)

export const claimsCsv = (claims: readonly ExportedClaim[]): string =>
  stringify(
    [
      columns.map(({ header }) => header),
      ...claims.map((claim) => columns.map((column) => harmless(column.cell(claim)))),
    ],
    { bom: true, quoted: true, record_delimiter: '\r\n' },
  )
