/**
 * Waits until an evening is over: the rows say what the text says, the history tells it too, and nothing has been written for longer than a
 * room waits before it looks after words that were lost. The last of it is a mark that the server puts back by itself, moments after
 * everything seemed told.
 */
import type { TestServer } from './server.ts'
import { until } from './until.ts'

/** A room looks two seconds after the last key. */
const restMs = 4_000
const withinMs = 20_000

/** Until the history tells what the rows know of one article's claims: what was typed last comes into it when the hand has rested. */
export const untilTold = ({ database }: TestServer, article: string): Promise<boolean> =>
  until(
    'the history tells what the rows know',
    async () => {
      const untold = await database.sql(
        `select from claims where article_id = $1
         and (case when attached then words else null end) is distinct from logged_words`,
        [article],
      )
      return untold.length === 0
    },
    withinMs,
  )

export async function untilAtRest({ database }: TestServer): Promise<void> {
  let [head, since] = ['', 0]
  await until(
    'everything has settled',
    async () => {
      const [streams] = await database.sql<{ head: string }>('select sum(seq)::text as head from streams')
      const untold = await database.sql(`
        select from articles a where placed_at_seq < (select max(seq) from updates where stream_id = a.id)
        union all select from claims where words is distinct from logged_words and attached
        union all select from claims where not attached and logged_words is not null`)
      if (streams?.head !== head || untold.length > 0) [head, since] = [streams?.head ?? '', performance.now()]
      return performance.now() - since > restMs
    },
    withinMs,
  )
}
