/** Figures as people compare them: medians of several rounds, and a Markdown table of one line per figure. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}

export type Figures = Readonly<Record<string, string>>

/** `what` | one column per server, in the order in which they first appear. */
export function markdownTable(title: string, lines: readonly { what: string; figures: Figures }[]): string {
  const columns = [...new Set(lines.flatMap(({ figures }) => Object.keys(figures)))]
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    `### ${title}`,
    '',
    row(['', ...columns]),
    row(['---', ...columns.map(() => '---:')]),
    ...lines.map(({ what, figures }) => row([what, ...columns.map((column) => figures[column] ?? '–')])),
    '',
  ].join('\n')
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`
export const mb = (value: number): string => `${value.toFixed(1)} MB`
export const percent = (value: number): string => `${value >= 0 ? '+' : '−'}${Math.abs(value * 100).toFixed(0)} %`
