/** Who belongs to a newsroom and with which roles: an admin's business. Rules MB1–MB5. */
import { type Actor, mayManage, type Role } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

/** As far as these rules ask: people and programs, without those who have left. */
export interface Membership {
  readonly person: string
  readonly roles: readonly Role[]
  readonly kind: 'person' | 'program'
}

/** MB1. An admin invites with at least one role. */
export function invite(actor: Actor, email: string, roles: readonly Role[]): Result<null> {
  if (!mayManage(actor)) return refuse('not-an-admin')
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return refuse('email-not-understood')
  return roles.length === 0 ? refuse('roles-needed') : ok(null)
}

/** MB2. A newsroom keeps at least one person who can manage it. */
const leavesNoAdmin = (members: readonly Membership[], person: string): boolean =>
  !members.some((one) => one.kind === 'person' && one.person !== person && one.roles.includes('admin'))

export function changeRoles(
  actor: Actor,
  members: readonly Membership[],
  person: string,
  roles: readonly Role[],
): Result<{ roles: Role[] }> {
  if (!mayManage(actor)) return refuse('not-an-admin')
  const member = members.find((one) => one.person === person)
  if (member === undefined) return refuse('not-found')
  if (roles.length === 0) return refuse('roles-needed')
  // MB4. What a token was given for stays what it is for.
  if (member.kind === 'program' && (roles.length !== 1 || roles.includes('admin'))) return refuse('roles-needed')
  if (!roles.includes('admin') && leavesNoAdmin(members, person)) return refuse('last-admin')
  const same = roles.length === member.roles.length && roles.every((role) => member.roles.includes(role))
  return same ? refuse('nothing-changed') : ok({ roles: [...roles] })
}

/** MB3. Who is removed is out at once; what they did stays theirs in the history. */
export function remove(actor: Actor, members: readonly Membership[], person: string): Result<null> {
  if (!mayManage(actor)) return refuse('not-an-admin')
  if (!members.some((one) => one.person === person)) return refuse('not-found')
  return leavesNoAdmin(members, person) ? refuse('last-admin') : ok(null)
}

/** MB6. To whom an article stays open when somebody named leaves; one that nobody who is left could read falls to the editors. */
export function accessWithout(named: readonly string[], members: readonly Membership[], person: string): string[] {
  const staying = members.filter((one) => one.person !== person)
  const readers = staying.filter((one) => named.includes(one.person) && one.roles.some((role) => role !== 'admin'))
  const kept = named.filter((one) => staying.some((member) => member.person === one))
  if (readers.length > 0) return kept
  const editors = staying.filter(({ roles, kind }) => kind === 'person' && roles.includes('editor'))
  return [...kept, ...editors.map((one) => one.person)]
}

/** MB4. A program has one newsroom and one role, and never an admin's. */
export function addProgram(actor: Actor, name: string, role: Role): Result<null> {
  if (!mayManage(actor)) return refuse('not-an-admin')
  if (name.trim() === '') return refuse('words-needed')
  return role === 'admin' ? refuse('roles-needed') : ok(null)
}

/** MB5. An invitation is for one person, once, until it runs out or is withdrawn. */
export function acceptInvitation(
  invitation: { readonly state: 'open' | 'accepted' | 'withdrawn'; readonly expiresAt: Date },
  now: Date,
): Result<null> {
  return invitation.state === 'open' && now < invitation.expiresAt ? ok(null) : refuse('invitation-over')
}
