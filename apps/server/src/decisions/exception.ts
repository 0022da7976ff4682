/** Accepting that a claim stands in the way of a rule of the gate. Rules GT5, GT6. */
import { acceptException, type GateRule } from '#domain/gate.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Seen } from '#domain/verdict.ts'
import { readGateClaims } from '../projection/review-reader.ts'
import { commandArticle } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import type { Services } from './services.ts'

export const acceptExceptionFor = (
  services: Services,
  on: OnClaim,
  rule: GateRule,
  seen: Seen,
  why: string,
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    if (found === null) return refuse('not-found')
    const [one] = await readGateClaims(work.tx, on.articleId, [found])
    if (one === undefined) return refuse('not-found')
    const accepted = acceptException(one, on.actor, rule, seen, why)
    if (!accepted.ok) return accepted
    const kept = await work.keep(why)
    if (kept === null) return refuse('why-needed')
    const { id: claimId } = found.claim
    const { seq } = await work.record({ type: 'exception-accepted', claimId, ...accepted.value, why: kept })
    return ok({ seq })
  })
