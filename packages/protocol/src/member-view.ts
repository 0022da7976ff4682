/** What admins see of who belongs to the newsroom, and what an invited person sees before they belong. */
import { z } from 'zod'
import { roles } from '#domain/actor.ts'
import { personView } from './view.ts'

const time = z.iso.datetime()

export const memberView = personView.omit({ left: true }).extend({
  /** Null for a program. */
  email: z.string().nullable(),
})
export type MemberView = z.infer<typeof memberView>

export const invitationView = z.object({
  id: z.uuid(),
  /** Null once the address was erased. */
  email: z.string().nullable(),
  roles: z.array(z.enum(roles)),
  /** The admin's id. */
  by: z.string(),
  at: time,
  expiresAt: time,
  /** Whether it has run out. */
  over: z.boolean(),
})
export type InvitationView = z.infer<typeof invitationView>

export const membersView = z.object({
  /** People and programs, by name. */
  members: z.array(memberView),
  /** Neither accepted nor withdrawn, newest first. */
  invitations: z.array(invitationView),
})
export type MembersView = z.infer<typeof membersView>

export const openInvitationView = z.object({
  newsroom: z.object({ slug: z.string(), name: z.string() }),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  /** Whether this address has an account already, and so signs in instead of choosing a password. */
  hasAccount: z.boolean(),
})
export type OpenInvitationView = z.infer<typeof openInvitationView>
