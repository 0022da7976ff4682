/** Merging a claim into another that says the same: what was found and said of it goes on there. Rule RP2. */
import { merge } from '#domain/repair.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { commandArticle } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import type { Services } from './services.ts'

/** `into`: id or number. The mark stays in the text, unstyled, as that of any claim that is none any more. */
export const mergeClaim = (services: Services, on: OnClaim, into: string): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    if (found === null) return refuse('not-found')
    const other = await work.claim(into)
    if (other === null) return refuse('not-found')
    const merged = merge(found.claim, on.actor, other.claim)
    if (!merged.ok) return merged
    const { seq } = await work.record({ type: 'claim-merged', claimId: found.claim.id, ...merged.value })
    return ok({ seq })
  })
