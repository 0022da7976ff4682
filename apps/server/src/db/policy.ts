/**
 * The row policy of every newsroom table: rows are seen and written only inside the newsroom that the transaction was opened for.
 * Without the setting the comparison is with null, so nothing is seen. Rule DB2.
 */
import { type AnyColumn, sql } from 'drizzle-orm'
import { pgPolicy } from 'drizzle-orm/pg-core'

export const newsroomSetting = 'app.newsroom_id'

export function ofNewsroom(newsroomId: AnyColumn) {
  const inside = sql`${newsroomId} = nullif(current_setting('app.newsroom_id', true), '')::uuid`
  return pgPolicy('of_newsroom', { as: 'permissive', for: 'all', to: 'public', using: inside, withCheck: inside })
}
