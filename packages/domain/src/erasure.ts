/** Forgetting what somebody wrote: the words go, that they stood there and who took them away stays on record. Rule ER1. */
import { type Actor, mayManage } from './actor.ts'
import { ok, refuse, type Result } from './result.ts'

/** ER1. An admin's business, on an article that is open to them; what was erased once is erased for good. */
export function eraseText(actor: Actor, text: { readonly erased: boolean }): Result<null> {
  if (!mayManage(actor)) return refuse('not-an-admin')
  return text.erased ? refuse('nothing-changed') : ok(null)
}
