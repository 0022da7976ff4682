/** Founding a newsroom and taking people in: by Tickmark's own commands, and once by whoever sets it up. Events of its stream. */
import { eq, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { anyAccount, putAccount } from '../auth/accounts.ts'
import { readMembers } from '../auth/identity.ts'
import type { Tx } from '../db/database.ts'
import { newsrooms } from '../db/newsroom-tables.ts'
import { createStream, type LockedStream } from '../log/stream.ts'
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

/** Makes the newsroom and its stream, inside the transaction that was opened for its id. */
async function found(tx: Tx, id: string, { slug, name, zone }: NewNewsroom, by: string, at: Date) {
  await tx.insert(newsrooms).values({ id, slug, name, zone })
  await createStream(tx, { id, newsroomId: id, kind: 'newsroom' })
  const stream = await lockNewsroom(tx, id)
  await recordInNewsroom(tx, stream, { type: 'newsroom-founded', slug, name, zone }, by, at)
  return stream
}

const add = (tx: Tx, stream: LockedStream, { person, name, roles }: NewMember, at: Date) =>
  recordInNewsroom(tx, stream, { type: 'member-added', person, name, roles: [...roles] }, person, at)

/** Takes the person in and founds the newsroom first when there is none by this slug. A member is left as they are. */
export async function takeIn(
  { db, now }: Pick<Services, 'db' | 'now'>,
  newsroom: NewNewsroom,
  member: NewMember,
): Promise<void> {
  const [known] = await db.open.select({ id: newsrooms.id }).from(newsrooms).where(eq(newsrooms.slug, newsroom.slug))
  const id = known?.id ?? newId()
  await db.inNewsroom(id, async (tx) => {
    const stream =
      known === undefined ? await found(tx, id, newsroom, member.person, now()) : await lockNewsroom(tx, id)
    if ((await readMembers(tx, id)).some(({ person }) => person === member.person)) return
    await add(tx, stream, member, now())
  })
}

/** Any number: the lock that two first runs at once wait for. */
const firstRunLock = 4_718_002

/** FR1. The first account and its newsroom, in one transaction, as long as nobody has an account. Two at once: one wins. */
export async function setUp(
  { db, now }: Pick<Services, 'db' | 'now'>,
  newsroom: NewNewsroom,
  account: { readonly name: string; readonly email: string; readonly passwordHash: string },
): Promise<Result<{ newsroom: string }>> {
  const id = newId()
  return db.inNewsroom(id, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${firstRunLock})`)
    if (await anyAccount(tx)) return refuse('already-set-up')
    const { id: person } = await putAccount(tx, account, account.passwordHash)
    const stream = await found(tx, id, newsroom, person, now())
    await add(tx, stream, { person, name: account.name, roles: ['admin', 'editor'] }, now())
    return ok({ newsroom: newsroom.slug })
  })
}
