/**
 * Talk on a claim: remarks that may call on people, and queries that wait for an answer and then for a decision. Rules TK1–TK6.
 */
import { type Access, type Actor, mayDecide, mayEdit, mayOpen } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

export const queryStates = ['asked', 'answered', 'decided'] as const
export type QueryState = (typeof queryStates)[number]

/** TK1. Whoever works on the text may talk; viewers read along. */
export function say(actor: Actor, text: string): Result<null> {
  if (!mayEdit(actor)) return refuse('may-not-talk')
  return text.trim() === '' ? refuse('words-needed') : ok(null)
}

/** TK2. A remark that calls on somebody waits for them until it is resolved. */
export function resolveTalk(actor: Actor, entry: { readonly resolved: boolean }): Result<null> {
  if (!mayEdit(actor)) return refuse('may-not-talk')
  return entry.resolved ? refuse('nothing-changed') : ok(null)
}

/** TK3. A checker or editor asks somebody who may answer. */
export function ask(
  claim: { readonly withdrawn: boolean },
  actor: Actor,
  to: Actor | null,
  text: string,
): Result<{ to: string }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  if (to === null || !mayEdit(to)) return refuse('person-unknown')
  return text.trim() === '' ? refuse('words-needed') : ok({ to: to.id })
}

/** TK4. Whoever works on the text may answer, also for a colleague; an answered query waits for a decision. */
export function answer(actor: Actor, query: { readonly state: QueryState }, text: string): Result<null> {
  if (!mayEdit(actor)) return refuse('may-not-talk')
  if (query.state !== 'asked') return refuse('already-answered')
  return text.trim() === '' ? refuse('words-needed') : ok(null)
}

/** TK5. A checker or editor says what follows from the answer, or that none is needed any more; then nobody is waited for. */
export function decide(actor: Actor, query: { readonly state: QueryState }): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  return query.state === 'decided' ? refuse('nothing-changed') : ok(null)
}

/** TK6. Whoever is called on or asked is a member to whom the article is open; null stands for somebody who is no member. */
export function callOn(access: Access, people: readonly (Actor | null)[]): Result<{ people: string[] }> {
  const called = people.flatMap((person) => (person !== null && mayOpen(person, access) ? [person.id] : []))
  return called.length < people.length ? refuse('person-unknown') : ok({ people: [...new Set(called)] })
}
