/** What people change about an article besides its text: its details, who works on it, to whom it is open. Rules AR1–AR3. */
import { type Access, type Actor, mayDecide, mayEdit, mayOpen, maySignOff } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

/** AR1. Whoever works on the text may correct what is known about it. */
export const changeDetails = (actor: Actor): Result<null> => (mayEdit(actor) ? ok(null) : refuse('may-not-edit'))

/** AR2. An article is given to people who may check it and to whom it is open. */
export function assignArticle(actor: Actor, access: Access, to: readonly Actor[]): Result<{ people: string[] }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (!to.every((person) => mayDecide(person) && mayOpen(person, access))) return refuse('person-unknown')
  return ok({ people: [...new Set(to.map(({ id }) => id))] })
}

/** AR3. An editor says to whom an article is open, and cannot shut themselves out. */
export function changeAccess(actor: Actor, access: Access): Result<Access> {
  if (!maySignOff(actor)) return refuse('not-an-editor')
  if (access.open === 'newsroom') return ok({ open: 'newsroom', people: [] })
  return ok({ open: 'named', people: [...new Set([actor.id, ...access.people])] })
}
