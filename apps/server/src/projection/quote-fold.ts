/** What is known of quotes beside their verdict: whether they are true, and who says so. Rules QT2, QT3, AS2. */
import { and, eq } from 'drizzle-orm'
import type { ArticleEvent, Stamped } from '#domain/event.ts'
import { claims } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { verdicts } from '../db/verdict-tables.ts'

export type QuoteEvent = Extract<ArticleEvent, { type: 'truth-found' | 'claim-asserted' | 'still-held' }>

export async function applyQuoteEvent(tx: Tx, stamped: Stamped<QuoteEvent>): Promise<void> {
  const { event, stream: articleId, seq, by, at } = stamped
  const ofClaim = and(eq(claims.articleId, articleId), eq(claims.id, event.claimId))
  const change = async (set: Partial<typeof claims.$inferInsert>) =>
    void (await tx.update(claims).set(set).where(ofClaim))
  switch (event.type) {
    case 'truth-found': {
      const { rating, words, why } = event
      return change({ truth: rating === null ? null : { seq, rating, words, whyId: why?.id ?? null, by, at } })
    }
    case 'claim-asserted': {
      const { asserter: kind, name, terms } = event
      return change({ asserter: kind === null ? null : { kind, nameId: name?.id ?? null, terms } })
    }
    case 'still-held': {
      const [row] = await tx.select({ truth: claims.truth }).from(claims).where(ofClaim)
      const truth = row?.truth ?? null
      if (truth === null) return
      const [held] = await tx
        .select({ words: verdicts.words })
        .from(verdicts)
        .where(and(eq(verdicts.articleId, articleId), eq(verdicts.claimId, event.claimId), eq(verdicts.role, 'newest')))
      // QT3. Found on the words whose verdict is said to hold, it holds for the new ones too.
      if (held?.words === truth.words) await change({ truth: { ...truth, words: event.words } })
    }
  }
}
