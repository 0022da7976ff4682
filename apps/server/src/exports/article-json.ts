/** An article as it leaves the house: what may leave is chosen here, once, for every format. Rule EX1. */
import { truthNow } from '#domain/truth.ts'
import type { ArticleExport, ExportedClaim, ExportedSource } from '#protocol/export-view.ts'
import type { ReviewView } from '#protocol/review-view.ts'
import type { ClaimView, EvidenceView, VerdictView } from '#protocol/view.ts'
import type { articles } from '../db/article-tables.ts'
import { sha256Of } from '../projection/version-reader.ts'

type NameOf = (person: string) => string

/** Null for what is off the record: of that only the number leaves. */
function leaving({ source }: Pick<EvidenceView, 'source'>): ExportedSource | null {
  const { kind, title, publisher, author, url, publishedOn, state, attribution } = source
  switch (source.terms) {
    case 'on-record':
      return { terms: 'on-record', kind, title, publisher, author, url, publishedOn, state }
    case 'background':
      return { terms: 'background', attribution, state }
    case 'off-record':
      return null
  }
}

const verdictOf = ({ rating, words, proposed, why, by, at, heldBy, heldAt }: VerdictView, nameOf: NameOf) => ({
  rating,
  words,
  proposed,
  why,
  by: nameOf(by),
  at,
  heldBy: heldBy === null ? null : nameOf(heldBy),
  heldAt,
})

function truthOf(claim: ClaimView, nameOf: NameOf): ExportedClaim['truth'] {
  if (truthNow(claim) === null || claim.truth === null) return null
  const { rating, why, by, at } = claim.truth
  return { rating, why, by: nameOf(by), at }
}

/** AS3. Who speaks on background or off the record is not named in what leaves. */
const asserterOf = ({ asserter }: ClaimView): ExportedClaim['asserter'] =>
  asserter && { ...asserter, name: asserter.terms === 'on-record' ? (asserter.name ?? '') : '' }

export function exportedClaimOf(claim: ClaimView, nameOf: NameOf): ExportedClaim {
  const { number, kind, risk, words, ranges, standing, markedAt, assignee, verdict, rivals, signOff, queries } = claim
  const evidence = claim.evidence.flatMap((link) => {
    const source = leaving(link)
    const { stance, locator, excerpt } = link
    // Of a source that is not named, the words and where they stand could name it.
    const where = source?.terms === 'on-record' ? { locator, excerpt } : { locator: '', excerpt: '' }
    return source === null ? [] : [{ stance, ...where, source }]
  })
  return {
    number,
    kind,
    risk,
    words,
    ranges,
    standing,
    markedBy: nameOf(claim.markedBy),
    markedAt,
    assignee: assignee === null ? null : nameOf(assignee),
    verdict: verdict && verdictOf(verdict, nameOf),
    rivals: rivals.map((rival) => verdictOf(rival, nameOf)),
    truth: truthOf(claim, nameOf),
    asserter: asserterOf(claim),
    signOff: signOff && { by: nameOf(signOff.by), at: signOff.at, counts: signOff.counts },
    evidence,
    offRecord: claim.evidence.length - evidence.length,
    openQueries: queries.length,
  }
}

export interface Exported {
  readonly article: typeof articles.$inferSelect
  readonly text: string
  readonly claims: readonly ClaimView[]
  readonly review: Pick<ReviewView, 'text' | 'coverage' | 'steps' | 'exceptions'>
  readonly now: Date
  readonly nameOf: NameOf
}

export function articleExportOf({ article, text, claims, review, now, nameOf }: Exported): ArticleExport {
  const { id, title, deck, byline, publicationDate, language, direction, desk, stage, dueAt } = article
  const due = dueAt?.toISOString() ?? null
  return {
    exportedAt: now.toISOString(),
    article: { id, title, deck, byline, publicationDate, language, direction, desk, stage, dueAt: due },
    text: {
      plain: text,
      sha256: sha256Of(text),
      version: review.text.edited ? null : (review.text.newest?.number ?? null),
    },
    coverage: review.coverage,
    claims: claims.map((claim) => exportedClaimOf(claim, nameOf)),
    steps: review.steps.map(({ step, version, by, at }) => ({ step, version, by: nameOf(by), at })),
    exceptions: review.exceptions.map(({ claim, rule, by, at, counts }) => ({
      claim: claim.number,
      rule,
      by: nameOf(by),
      at,
      counts,
    })),
  }
}
