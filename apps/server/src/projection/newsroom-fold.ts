/** What each event of a newsroom's stream does to its rows. */
import type { NewsroomEvent, Stamped } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { applyMemberEvent } from './member-fold.ts'
import { applySourceEvent } from './source-fold.ts'

export async function applyNewsroomEvent(tx: Tx, newsroomId: string, stamped: Stamped<NewsroomEvent>): Promise<void> {
  const { event } = stamped
  switch (event.type) {
    // The newsrooms table is not a projection: a newsroom is looked up there before its stream can be read.
    case 'newsroom-founded':
    // Erasing has emptied the text already; the event tells that it was done.
    case 'text-erased':
      return
    case 'member-added':
    case 'member-roles-changed':
    case 'member-removed':
    case 'member-invited':
    case 'invitation-withdrawn':
    case 'invitation-accepted':
    case 'program-added':
      return applyMemberEvent(tx, newsroomId, { ...stamped, event })
    default:
      return applySourceEvent(tx, newsroomId, { ...stamped, event })
  }
}
