/** A decision about the newsroom itself: locked, asked again under the lock, recorded, and told to every desk after the commit. */
import type { Actor } from '#domain/actor.ts'
import type { NewsroomEvent } from '#domain/event.ts'
import type { Membership } from '#domain/member.ts'
import { refuse, type Result } from '#domain/result.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import type { Tx } from '../db/database.ts'
import type { LockedStream } from '../log/stream.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'

export interface NewsroomAct {
  readonly tx: Tx
  readonly stream: LockedStream
  /** Who asks, with the roles they have now: another admin may have been quicker. */
  readonly actor: Actor
  readonly members: readonly Membership[]
  /** Appends the event and answers its seq. */
  record(event: NewsroomEvent): Promise<number>
}

export async function decideInNewsroom<T extends object>(
  services: Services,
  asked: Asked,
  act: (act: NewsroomAct) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { newsroomId, id } = asked.actor
  const decided = await services.db.inNewsroom(newsroomId, async (tx) => {
    const stream = await lockNewsroom(tx, newsroomId)
    const answer = await once(tx, asked, async () => {
      const members = await readMembers(tx, newsroomId)
      const mine = members.find(({ person }) => person === id)
      if (mine === undefined) return refuse('not-found')
      const record = async (event: NewsroomEvent) => (await recordInNewsroom(tx, stream, event, id, services.now())).seq
      return act({ tx, stream, actor: actorFrom(mine), members, record })
    })
    return { answer, seq: stream.seq }
  })
  tellNewsroom(services, newsroomId, decided.seq)
  return decided.answer
}

export const tellNewsroom = ({ announcer }: Pick<Services, 'announcer'>, newsroomId: string, seq: number): void =>
  announcer.tell({ newsroomId, article: null, seq, events: [], claims: [] })
