/** Linking claims to sources, and taking a link away. A source that is new comes into the library in the same transaction. */
import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { attachEvidence, removeEvidence, restOn, type Stance } from '#domain/evidence.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { describeSource, type SourceDetails } from '#domain/source.ts'
import type { Tx } from '../db/database.ts'
import { sources } from '../db/newsroom-tables.ts'
import { evidence } from '../db/verdict-tables.ts'
import { keepPrivate } from '../log/private-text.ts'
import { commandArticle } from './article-command.ts'
import type { OnClaim } from './claim-decision.ts'
import { lockNewsroom } from './newsroom-command.ts'
import type { Services } from './services.ts'
import { putSource } from './source.ts'

export interface EvidenceLink {
  readonly source: { readonly id: string } | SourceDetails
  readonly stance: Stance
  readonly locator: string
  readonly excerpt: string
}

export function attachEvidenceTo(
  services: Services,
  on: OnClaim,
  link: EvidenceLink,
): Promise<Result<{ seq: number; id: string }>> {
  const { actor, articleId, claim: ref } = on
  return commandArticle(
    services,
    on,
    articleId,
    async ({ tx, stream, claim, record }) => {
      const found = await claim(ref)
      if (found === null) return refuse('not-found')
      const may = attachEvidence(found.claim, actor, link)
      if (!may.ok) return may
      const { source, stance, locator, excerpt } = link
      const described = 'id' in source ? ok(null) : describeSource(actor, source)
      if (!described.ok) return described
      const sourceId = 'id' in source ? source.id : await putSource(tx, actor, source, services.now())
      const known = await leadingSource(tx, sourceId)
      if (known === null) return refuse('source-unknown')
      const stands = restOn(known)
      if (!stands.ok) return stands
      const evidenceId = newId()
      const details = await keepPrivate(tx, stream, JSON.stringify({ locator, excerpt }))
      const { id: claimId } = found.claim
      const { seq } = await record({
        type: 'evidence-attached',
        claimId,
        evidenceId,
        // The record that leads: parted again later, nothing new is found to rest on the other.
        sourceId: known.id,
        stance,
        details,
      })
      return ok({ seq, id: evidenceId })
    },
    async (tx) => {
      if ('id' in link.source) await leadingSource(tx, link.source.id)
      else await lockNewsroom(tx, actor.newsroomId)
    },
  )
}

/**
 * The source, or the one it was merged into, which cannot be taken back until this transaction ends. Its row is locked before the
 * article, as it is by whoever takes it back.
 */
async function leadingSource(tx: Tx, id: string): Promise<typeof sources.$inferSelect | null> {
  const [known] = await tx.select().from(sources).where(eq(sources.id, id)).for('share')
  if (known === undefined || known.mergedInto === null) return known ?? null
  return leadingSource(tx, known.mergedInto)
}

export const removeEvidenceFrom = (
  services: Services,
  on: OnClaim,
  evidenceId: string,
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, on, on.articleId, async ({ tx, actor, claim, record }) => {
    const found = await claim(on.claim)
    if (found === null) return refuse('not-found')
    const may = removeEvidence(actor)
    if (!may.ok) return may
    const { id: claimId } = found.claim
    const [known] = await tx
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.articleId, on.articleId), eq(evidence.claimId, claimId), eq(evidence.id, evidenceId)))
    if (known === undefined) return refuse('not-found')
    return ok({ seq: (await record({ type: 'evidence-removed', claimId, evidenceId })).seq })
  })
