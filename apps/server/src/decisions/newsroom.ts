/** Founding a newsroom and taking people in. Done by Tickmark's own commands; both are events of the newsroom's stream. */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { createStream } from '../log/stream.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import type { Services } from './services.ts'

export interface NewNewsroom {
  readonly slug: string
  readonly name: string
  readonly zone: string
  readonly members: readonly { readonly person: string; readonly name: string; readonly roles: readonly Role[] }[]
}

/** Returns the newsroom's id; one with this slug is left as it is. */
export async function foundNewsroom(
  { db, now }: Services,
  { slug, name, zone, members }: NewNewsroom,
): Promise<string> {
  const [known] = await db.open.select({ id: newsrooms.id }).from(newsrooms).where(eq(newsrooms.slug, slug))
  if (known !== undefined) return known.id
  const id = newId()
  const founder = members[0]?.person ?? 'tickmark'
  await db.inNewsroom(id, async (tx) => {
    await tx.insert(newsrooms).values({ id, slug, name, zone })
    await createStream(tx, { id, newsroomId: id, kind: 'newsroom' })
    const stream = await lockNewsroom(tx, id)
    await recordInNewsroom(tx, stream, { type: 'newsroom-founded', name, slug, zone }, founder, now())
    for (const { person, name: called, roles } of members) {
      await recordInNewsroom(
        tx,
        stream,
        { type: 'member-added', person, name: called, roles: [...roles] },
        founder,
        now(),
      )
    }
  })
  return id
}
