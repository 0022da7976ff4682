/** What events of the newsroom's stream do to who belongs to it: members, programs, invitations. */
import { and, eq } from 'drizzle-orm'
import type { Role } from '#domain/actor.ts'
import type { NewsroomEvent, Stamped } from '#domain/event.ts'
import type { Tx } from '../db/database.ts'
import { invitations, memberships } from '../db/newsroom-tables.ts'

export type MemberEvent = Extract<
  NewsroomEvent,
  { type: `member-${string}` | `invitation-${string}` | 'program-added' }
>

/** There are eight hues of people; the ninth person shares the first one's. */
const hues = 8

export async function applyMemberEvent(tx: Tx, newsroomId: string, stamped: Stamped<MemberEvent>): Promise<void> {
  const { event, by, seq } = stamped
  switch (event.type) {
    case 'member-added':
      return enter(tx, newsroomId, seq, event, 'person', null)
    case 'program-added':
      return enter(tx, newsroomId, seq, event, 'program', event.tokenSha256)
    case 'member-roles-changed':
      return void (await tx
        .update(memberships)
        .set({ roles: event.roles, seq })
        .where(and(eq(memberships.newsroomId, newsroomId), eq(memberships.person, event.person))))
    case 'member-removed':
      return void (await tx
        .update(memberships)
        .set({ roles: [], left: true, tokenSha256: null, seq })
        .where(and(eq(memberships.newsroomId, newsroomId), eq(memberships.person, event.person))))
    case 'member-invited': {
      const { invitationId: id, roles, email, tokenSha256, expiresAt } = event
      const at = new Date(stamped.at)
      return void (await tx.insert(invitations).values({
        newsroomId,
        id,
        emailId: email.id,
        roles,
        tokenSha256,
        by,
        at,
        expiresAt: new Date(expiresAt),
        state: 'open',
        seq,
      }))
    }
    case 'invitation-withdrawn':
      return void (await tx
        .update(invitations)
        .set({ state: 'withdrawn', seq })
        .where(eq(invitations.id, event.invitationId)))
    case 'invitation-accepted':
      return void (await tx
        .update(invitations)
        .set({ state: 'accepted', acceptedBy: event.person, seq })
        .where(eq(invitations.id, event.invitationId)))
  }
}

/** Who comes back keeps their hue. */
async function enter(
  tx: Tx,
  newsroomId: string,
  seq: number,
  { person, name, roles }: { person: string; name: string; roles: Role[] },
  kind: 'person' | 'program',
  tokenSha256: string | null,
): Promise<void> {
  const others = await tx
    .select({ person: memberships.person })
    .from(memberships)
    .where(eq(memberships.newsroomId, newsroomId))
  await tx
    .insert(memberships)
    .values({ newsroomId, person, name, roles, hue: others.length % hues, kind, tokenSha256, seq })
    .onConflictDoUpdate({
      target: [memberships.newsroomId, memberships.person],
      set: { name, roles, left: false, seq },
    })
}
