/** Putting a detached claim on other words by hand, named by quotation: offsets would move while others type. Rule RP1. */
import { relink } from '#domain/repair.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { surroundings } from '#document/placement.ts'
import { findQuote, type Quote } from '#document/quote.ts'
import { marking } from '#document/server-edit.ts'
import { readClaim } from '../projection/claim-reader.ts'
import type { OnClaim } from './claim-decision.ts'
import type { Services } from './services.ts'
import { repairText } from './text-repair.ts'

export const relinkClaim = (services: Services, on: OnClaim, quote: Quote): Promise<Result<{ seq: number }>> =>
  repairText(services, on, {
    may: ({ claim }) => relink(claim, on.actor),
    plan: ({ claim }, { text }) => {
      const found = quote.exact.trim() === '' ? null : findQuote(text, quote)
      if (found === null || found.kind === 'nowhere') return refuse('words-not-found')
      if (found.kind === 'several') return refuse('words-found-twice')
      return ok({ edit: marking(found.at, { id: claim.id, kind: claim.kind }) })
    },
    record: async ({ tx, stream, text, record }, claimId) => {
      // Read without telling the history of its words first: that it came back is told once, as what somebody did.
      const placed = await readClaim(tx, stream.id, claimId)
      if (placed === null) return refuse('not-found')
      // Somebody has taken the words away in this very moment.
      if (!placed.claim.attached) return refuse('words-not-found')
      const { words, ranges } = placed.row
      const { seq } = await record({ type: 'claim-relinked', claimId, words, ...surroundings(text.text, ranges) })
      return ok({ seq })
    },
  })
