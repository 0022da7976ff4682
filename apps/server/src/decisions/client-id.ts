/** Yjs client ids for edits that the server makes inside a decision: each edit has one that nobody has used in that text. */
import { randomInt } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { clientIds } from '../db/log-tables.ts'

/** Yjs client ids are 32 bits wide. */
const clientIdLimit = 2 ** 32

export async function freshClientId(tx: Tx, articleId: string): Promise<number> {
  const clientId = randomInt(1, clientIdLimit)
  const taken = await tx
    .select({ clientId: clientIds.clientId })
    .from(clientIds)
    .where(and(eq(clientIds.streamId, articleId), eq(clientIds.clientId, clientId)))
  return taken.length === 0 ? clientId : freshClientId(tx, articleId)
}
