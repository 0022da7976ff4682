/**
 * Invitations: an address, roles, and a link that opens once within a week. The address is private text, of the link only a hash is
 * kept. Rules MB1, MB5.
 */
import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { acceptInvitation, invite } from '#domain/member.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { accountAt } from '../auth/accounts.ts'
import { type Newsroom, newsroomAt, readMembers } from '../auth/identity.ts'
import { sha256Of } from '../auth/token.ts'
import type { Tx } from '../db/database.ts'
import { invitations } from '../db/newsroom-tables.ts'
import { keepPrivate, readPrivate } from '../log/private-text.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import { decideInNewsroom, tellNewsroom } from './newsroom-decision.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

const lastsMs = 7 * 24 * 3_600_000

/** `secretFor` makes the end of the link from the invitation's id. */
export const invitePerson = (
  services: Services,
  asked: Asked,
  invited: { readonly email: string; readonly roles: readonly Role[] },
  secretFor: (id: string) => Promise<string>,
): Promise<Result<{ id: string }>> =>
  decideInNewsroom(services, asked, async ({ tx, stream, actor, members, record }) => {
    const address = invited.email.trim().toLowerCase()
    const allowed = invite(actor, address, invited.roles)
    if (!allowed.ok) return allowed
    const known = await accountAt(tx, address)
    if (members.some(({ person }) => person === known?.id)) return refuse('member-already')
    const invitationId = newId()
    const expiresAt = new Date(services.now().getTime() + lastsMs).toISOString()
    const tokenSha256 = sha256Of(await secretFor(invitationId))
    const email = await keepPrivate(tx, stream, address)
    const roles = [...new Set(invited.roles)]
    await record({ type: 'member-invited', invitationId, roles, email, tokenSha256, expiresAt })
    return ok({ id: invitationId })
  })

export const withdrawInvitation = (services: Services, asked: Asked, id: string): Promise<Result<{ seq: number }>> =>
  decideInNewsroom(services, asked, async ({ tx, actor, record }) => {
    if (!actor.roles.has('admin')) return refuse('not-an-admin')
    const [row] = await tx.select({ state: invitations.state }).from(invitations).where(eq(invitations.id, id))
    if (row === undefined) return refuse('not-found')
    if (row.state !== 'open') return refuse('invitation-over')
    return ok({ seq: await record({ type: 'invitation-withdrawn', invitationId: id }) })
  })

export interface OpenInvitation {
  readonly id: string
  readonly newsroom: Newsroom
  readonly email: string
  readonly roles: readonly Role[]
  /** The account of this address, if there is one. */
  readonly account: { readonly id: string; readonly name: string } | null
}

/** The invitation behind a link. Unknown, used, withdrawn and run out are one refusal: who guesses learns nothing. */
export async function findInvitation(
  { db, now }: Services,
  slug: string,
  secret: string,
): Promise<Result<OpenInvitation>> {
  const newsroom = await newsroomAt(db, slug)
  if (newsroom === null) return refuse('invitation-over')
  return db.inNewsroom(newsroom.id, async (tx) => {
    const row = await readInvitation(tx, newsroom.id, secret)
    if (row === null || !acceptInvitation(row, now()).ok) return refuse('invitation-over')
    const email = (await readPrivate(tx, [row.emailId])).get(row.emailId)
    if (email === undefined) return refuse('invitation-over')
    return ok({ id: row.id, newsroom, email, roles: row.roles, account: await accountAt(tx, email) })
  })
}

/** Takes the person in with the roles of the invitation, which is over then. */
export async function takeUpInvitation(
  services: Services,
  { id, newsroom }: OpenInvitation,
  { id: person, name }: { readonly id: string; readonly name: string },
): Promise<Result<{ newsroom: string }>> {
  const { db, now } = services
  const taken = await db.inNewsroom(newsroom.id, async (tx) => {
    const stream = await lockNewsroom(tx, newsroom.id)
    const [row] = await tx.select().from(invitations).where(eq(invitations.id, id))
    if (row === undefined) return refuse('invitation-over')
    const may = acceptInvitation(row, now())
    if (!may.ok) return may
    const isMember = (await readMembers(tx, newsroom.id)).some((member) => member.person === person)
    if (isMember) return refuse('member-already')
    const { roles } = row
    await recordInNewsroom(tx, stream, { type: 'invitation-accepted', invitationId: id, person }, person, now())
    await recordInNewsroom(tx, stream, { type: 'member-added', person, name, roles }, person, now())
    return ok({ seq: stream.seq })
  })
  if (!taken.ok) return taken
  tellNewsroom(services, newsroom.id, taken.value.seq)
  return ok({ newsroom: newsroom.slug })
}

async function readInvitation(tx: Tx, newsroomId: string, secret: string) {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.newsroomId, newsroomId), eq(invitations.tokenSha256, sha256Of(secret))))
  return row ?? null
}
