/** Which articles the desk's filters leave, and in which order they stand. Rules DF1–DF4. */
import { byRisk, type ClaimFilter, type Tally } from '#domain/desk.ts'
import type { ArticleRow } from '#protocol/view.ts'
import type { DeskSearch, DueFilter } from '#web/frame/search.ts'
import { wallTime } from '#web/ui/zone.ts'

const soonMs = 2 * 60 * 60 * 1000

export interface When {
  readonly now: number
  readonly zone: string
}

/** DF1. A published article is not late any more, nor due soon. */
function isDue(row: ArticleRow, due: DueFilter, { now, zone }: When): boolean {
  if (row.dueAt === null) return due === 'none'
  const left = Date.parse(row.dueAt) - now
  const waits = row.stage !== 'published'
  switch (due) {
    case 'none':
      return false
    case 'late':
      return waits && left < 0
    case 'soon':
      return waits && left >= 0 && left <= soonMs
    case 'today':
      return wallTime(now + left, zone).slice(0, 10) === wallTime(now, zone).slice(0, 10)
  }
}

/** DF2. Found whatever the case, and whether or not the accents or vowel marks were typed. */
const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

const countOf = (tally: Tally, show: ClaimFilter): number => tally[show]

/** The desks that run these articles, each once, for choosing from. */
export const desksOf = (rows: readonly ArticleRow[]): string[] =>
  [...new Set(rows.map(({ desk }) => desk).filter((desk) => desk !== ''))].sort((a, b) => a.localeCompare(b))

/** DF3. The filters together leave what fits all of them; DF4. risk order, asked again as time passes. */
export function shownArticles(rows: readonly ArticleRow[], search: DeskSearch, when: When): ArticleRow[] {
  const { stage, due, desk, find, show } = search
  const wanted = find === undefined ? '' : folded(find)
  return rows
    .filter((row) => stage === undefined || row.stage === stage)
    .filter((row) => due === undefined || isDue(row, due, when))
    .filter((row) => desk === undefined || row.desk === desk)
    .filter((row) => folded(row.title).includes(wanted))
    .filter((row) => show === undefined || countOf(row.tally, show) > 0)
    .sort(byRisk(when.now))
}
