/**
 * The frame of repairs that change marks in the text: ask the rule, edit the live text, record what was done. The edit goes through
 * the text lane like anybody's, between two transactions: a crash there leaves marks that the follower finds and logs as they are.
 * Rules RP1, RP3.
 */
import { refuse, type Result } from '#domain/result.ts'
import type { ServerEdit } from '#document/server-edit.ts'
import type { WholeClaim } from '../projection/claim-reader.ts'
import type { TextNow } from '../projection/placing.ts'
import type { Room } from '../rooms/room.ts'
import { type ArticleWork, commandArticle } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import { answeredBefore } from './once.ts'
import type { Services } from './services.ts'

export interface TextRepair<P, T extends object> {
  /** Asked under the lock, and what is to be done planned in this very moment's text. */
  may(found: WholeClaim): Result<unknown>
  plan(found: WholeClaim, now: TextNow): Result<P & { readonly edit: ServerEdit }>
  /** Under the lock again, with the edit in the text and the rows brought up to it. */
  record(work: ArticleWork, claimId: string, planned: P, room: Room): Promise<Result<T>>
}

export async function repairText<P, T extends object>(
  services: Services,
  on: OnClaim,
  repair: TextRepair<P, T>,
): Promise<Result<T>> {
  const { actor } = on
  const entered = await services.rooms.enter(on.articleId, actor.newsroomId)
  if (entered === null) return refuse('not-found')
  const { room, release } = entered
  try {
    return await room.edits.inTurn(() => repairInRoom(services, on, repair, room))
  } finally {
    release()
  }
}

async function repairInRoom<P, T extends object>(
  services: Services,
  on: OnClaim,
  repair: TextRepair<P, T>,
  room: Room,
): Promise<Result<T>> {
  const before = await services.db.inNewsroom(on.actor.newsroomId, (tx) => answeredBefore<T>(tx, on))
  if (before !== null) return before
  // Nothing is answered yet, so this part of the command keeps no key.
  const asked = await commandArticle(services, { ...on, once: null }, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    if (found === null) return refuse('not-found')
    const may = repair.may(found)
    return may.ok ? { ok: true, value: { found } } : may
  })
  if (!asked.ok) return asked
  const { found } = asked.value
  const planned = repair.plan(found, room.now)
  if (!planned.ok) return planned
  await room.edits.make(planned.value.edit, on.actor.id)
  return commandArticle(services, on, on.articleId, (work) => repair.record(work, found.claim.id, planned.value, room))
}
