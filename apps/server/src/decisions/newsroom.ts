/** Founding a newsroom and taking people in. Done by Tickmark's own commands; both are events of the newsroom's stream. */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { readMembers } from '../auth/identity.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { createStream } from '../log/stream.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import type { Services } from './services.ts'

export interface NewNewsroom {
  readonly slug: string
  readonly name: string
  /** IANA. */
  readonly zone: string
}

export interface NewMember {
  readonly person: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** Takes the person in and founds the newsroom first when there is none by this slug. A member is left as they are. */
export async function takeIn(
  { db, now }: Pick<Services, 'db' | 'now'>,
  newsroom: NewNewsroom,
  { person, name, roles }: NewMember,
): Promise<void> {
  const [known] = await db.open.select({ id: newsrooms.id }).from(newsrooms).where(eq(newsrooms.slug, newsroom.slug))
  const id = known?.id ?? newId()
  await db.inNewsroom(id, async (tx) => {
    if (known === undefined) {
      await tx.insert(newsrooms).values({ id, ...newsroom })
      await createStream(tx, { id, newsroomId: id, kind: 'newsroom' })
    }
    const stream = await lockNewsroom(tx, id)
    if (known === undefined)
      await recordInNewsroom(tx, stream, { type: 'newsroom-founded', ...newsroom }, person, now())
    if ((await readMembers(tx, id)).some((member) => member.person === person)) return
    await recordInNewsroom(tx, stream, { type: 'member-added', person, name, roles: [...roles] }, person, now())
  })
}
