/**
 * What the gutter shows beside each line where claims start: one entry for each, or one for all when they are three or more, or too wide
 * to stand side by side. Pure; rule MG7.
 */

export interface Start {
  readonly id: string
  /** As it is shown: C14. */
  readonly name: string
  /** The middle of the line, so that bold words and small ones are on the same. */
  readonly middle: number
}

export interface GutterRow {
  /** The first claim's, and the row's own. */
  readonly id: string
  readonly ids: readonly string[]
  readonly isOne: boolean
}

/** Letters that two entries have room for. */
const widest = 6

/** Starts come in the order of the text; `most` is how many entries may stand side by side. */
export function gutterRows(starts: readonly Start[], most: number): GutterRow[] {
  const lines: Start[][] = []
  for (const start of starts) {
    const line = lines.at(-1)
    if (line?.[0] !== undefined && Math.abs(line[0].middle - start.middle) < 8) line.push(start)
    else lines.push([start])
  }
  return lines.flatMap((line): GutterRow[] => {
    const [first] = line
    if (first === undefined) return []
    const letters = line.reduce((sum, { name }) => sum + name.length, 0)
    const isOne = line.length > most || (line.length > 1 && letters > widest)
    return [{ id: first.id, ids: line.map(({ id }) => id), isOne: isOne && line.length > 1 }]
  })
}
