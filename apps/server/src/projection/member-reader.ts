/** Who belongs to the newsroom and who is asked to, as its admins see it. */
import { desc, eq } from 'drizzle-orm'
import type { InvitationView, MembersView } from '#protocol/member-view.ts'
import { emailsOf } from '../auth/accounts.ts'
import { readMembers, viewFrom } from '../auth/identity.ts'
import type { Database, Tx } from '../db/database.ts'
import { invitations } from '../db/newsroom-tables.ts'
import { readPrivate } from '../log/private-text.ts'

export async function readMembersView(db: Database, newsroomId: string, now: Date): Promise<MembersView> {
  const { rows, waiting } = await db.inNewsroom(newsroomId, async (tx) => ({
    rows: await readMembers(tx, newsroomId),
    waiting: await readInvitations(tx, now),
  }))
  const emails = await emailsOf(
    db,
    rows.map(({ person }) => person),
  )
  const members = rows.map((row) => {
    const { left: _, ...view } = viewFrom(row)
    return { ...view, email: emails.get(row.person) ?? null }
  })
  return { members, invitations: waiting }
}

async function readInvitations(tx: Tx, now: Date): Promise<InvitationView[]> {
  const rows = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.state, 'open'))
    .orderBy(desc(invitations.at), invitations.id)
  const emails = await readPrivate(
    tx,
    rows.map(({ emailId }) => emailId),
  )
  return rows.map(({ id, emailId, roles, by, at, expiresAt }) => ({
    id,
    email: emails.get(emailId) ?? null,
    roles,
    by,
    at: at.toISOString(),
    expiresAt: expiresAt.toISOString(),
    over: expiresAt <= now,
  }))
}
