/** What people change about a claim besides its verdict: kind, who checks it, withdrawing it. Rules CL5–CL8. */
import { type Actor, mayDecide, maySignOff } from './actor.ts'
import type { Claim } from './claim.ts'
import { type ClaimKind, riskyKinds } from './kind.ts'
import { ok, refuse, type Result } from './result.ts'
import { type Risk, riskOf } from './risk.ts'

/** RK3. An editor cannot talk their own verdict out of the sign-off that high risk asks for. */
const excusesThemselves = ({ verdict }: Claim, actor: Actor): boolean =>
  maySignOff(actor) && (verdict?.by === actor.id || verdict?.heldBy === actor.id)

/** CL6. The kind is a guess until a person changes it. */
export function changeKind(claim: Claim, actor: Actor, kind: ClaimKind): Result<{ kind: ClaimKind }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  if (claim.kind === kind) return refuse('nothing-changed')
  const lowers = riskyKinds.has(claim.kind) && !riskyKinds.has(kind)
  return lowers && excusesThemselves(claim, actor) ? refuse('own-verdict') : ok({ kind })
}

/** CL7. A claim is given to someone who may decide it, or to nobody. */
export function assign(claim: Claim, actor: Actor, to: Actor | null): Result<{ to: string | null }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  if (to !== null && !mayDecide(to)) return refuse('person-unknown')
  return ok({ to: to?.id ?? null })
}

/** CL8. Its number is never used again; the mark stays in the text, unstyled. A judged claim needs a reason to go. */
export function withdraw(claim: Claim, actor: Actor, why: string): Result<null> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  return claim.verdict !== null && why.trim() === '' ? refuse('why-needed') : ok(null)
}

/** RK2. A checker or editor says how much harm an error could do. */
export function changeRisk(claim: Claim & { risk: Risk | null }, actor: Actor, risk: Risk): Result<{ risk: Risk }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  if (claim.withdrawn) return refuse('withdrawn')
  if (riskOf(claim) === risk) return refuse('nothing-changed')
  return risk === 'normal' && excusesThemselves(claim, actor) ? refuse('own-verdict') : ok({ risk })
}

/** CL12. When a claim has to be done, earlier than its article; null for no time of its own. `dueAt` is ISO 8601. */
export function changeDue(claim: Claim, actor: Actor, dueAt: string | null): Result<{ dueAt: string | null }> {
  if (!mayDecide(actor)) return refuse('may-not-decide')
  return claim.withdrawn ? refuse('withdrawn') : ok({ dueAt })
}
