/**
 * Two texts as one list of rows in reading order: what stayed, what reads otherwise, what came, what went. Rules VP1–VP4.
 * Every line of either text is in exactly one row.
 */
import { diffArrays } from 'diff'
import { alikePairs } from './likeness.ts'
import { type Line, type Piece, plainForm } from './line.ts'

export type Row =
  | { readonly kind: 'same'; readonly after: Line }
  | { readonly kind: 'reworded'; readonly before: Line; readonly after: Line }
  /** The same words in another form: a heading made a paragraph, a link that leads elsewhere. */
  | { readonly kind: 'formed'; readonly before: Line; readonly after: Line }
  | { readonly kind: 'new'; readonly after: Line; readonly isMoved: boolean }
  | { readonly kind: 'gone'; readonly before: Line; readonly isMoved: boolean }

/** Texts that have hardly a line in common are compared as a whole. */
const mostEdits = 2_000
/** Shorter lines may stand in two places by chance: “* * *”. */
const fewestMoved = 20

export function rowsOf(before: readonly Line[], after: readonly Line[]): Row[] {
  const parts = diffArrays(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
    { maxEditLength: mostEdits },
  )
  const rows: Row[] = []
  let old = 0
  let now = 0
  let open: { gone: Line[]; came: Line[] } = { gone: [], came: [] }
  const close = () => {
    rows.push(...changed(open.gone, open.came))
    open = { gone: [], came: [] }
  }
  for (const { count, added, removed } of parts ?? []) {
    if (removed) open.gone.push(...before.slice(old, (old += count)))
    else if (added) open.came.push(...after.slice(now, (now += count)))
    else {
      close()
      const kept = before.slice(old, (old += count))
      rows.push(...after.slice(now, (now += count)).map((line, index) => unchanged(kept[index] ?? line, line)))
    }
  }
  if (parts === undefined) open = { gone: [...before], came: [...after] }
  close()
  return withMoves(rows)
}

/** VP2. Lines that say nearly the same are one line reworded, whatever came or went around them. */
function changed(gone: readonly Line[], came: readonly Line[]): Row[] {
  const rows: Row[] = []
  let old = 0
  let now = 0
  const upTo = (nextOld: number, nextNow: number) => {
    rows.push(...gone.slice(old, nextOld).map((before): Row => ({ kind: 'gone', before, isMoved: false })))
    rows.push(...came.slice(now, nextNow).map((after): Row => ({ kind: 'new', after, isMoved: false })))
  }
  for (const [a, b] of alikePairs(texts(gone), texts(came))) {
    upTo(a, b)
    const [before, after] = [gone[a], came[b]]
    if (before !== undefined && after !== undefined)
      rows.push({ kind: 'reworded', before, after: formed(after, before) })
    old = a + 1
    now = b + 1
  }
  upTo(gone.length, came.length)
  return rows
}

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text)

/** Where only the words are known, the form is that of the line they come from. */
const formed = (line: Line, like: Line): Line => (line.form === null ? { ...line, form: like.form } : line)

/** VP3. The same words: in the same form, or in another. */
function unchanged(before: Line, after: Line): Row {
  if (after.form === null) return { kind: 'same', after: { ...after, form: before.form, pieces: before.pieces } }
  return before.form === null || shapeOf(before) === shapeOf(after)
    ? { kind: 'same', after }
    : { kind: 'formed', before, after }
}

const markName = ({ type, attrs }: Piece['marks'][number]): string =>
  type === 'link' ? `link ${String(attrs?.['href'])}` : type

/** The form a reader would see, letter by letter; where one stretch is stored as two is no difference. */
function shapeOf({ form, pieces }: Line): string {
  const { as, within } = form ?? plainForm
  const runs: [string, number][] = []
  for (const { text, marks } of pieces) {
    const names = marks.map(markName).toSorted().join('+')
    const last = runs.at(-1)
    if (last?.[0] === names) last[1] += text.length
    else runs.push([names, text.length])
  }
  return JSON.stringify([as, within, runs])
}

/** A change one goes to; a line that was moved is one of them where it stands now. */
export const isStop = (row: Row): boolean => row.kind !== 'same' && !(row.kind === 'gone' && row.isMoved)

/** VP4. What went in one place and stands in another, word for word, was moved. */
export function withMoves(rows: readonly Row[]): Row[] {
  const places = (kind: 'gone' | 'new') => {
    const at = new Map<string, number[]>()
    rows.forEach((row, index) => {
      if (row.kind !== kind) return
      const { text } = row.kind === 'gone' ? row.before : row.after
      if (text.length >= fewestMoved) at.set(text, [...(at.get(text) ?? []), index])
    })
    return at
  }
  const [left, arrived] = [places('gone'), places('new')]
  const moved = new Set<number>()
  for (const [text, from] of left) {
    const to = arrived.get(text) ?? []
    const count = Math.min(from.length, to.length)
    for (const index of [...from.slice(0, count), ...to.slice(0, count)]) moved.add(index)
  }
  return rows.map((row, index) =>
    (row.kind === 'gone' || row.kind === 'new') && moved.has(index) ? { ...row, isMoved: true } : row,
  )
}
