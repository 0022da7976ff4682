/**
 * Wording fixes: other words that a verdict of “confirmed with change” proposes, and what follows when somebody puts them in the text.
 * The verdict was given for the proposed words, so it counts for them once they stand there. Rules WF1–WF4.
 */
import { type Actor, mayEdit } from './actor.ts'
import type { Claim, Verdict } from './claim.ts'
import { ok, refuse, type Result } from './result.ts'
import { type Seen, undecidable } from './verdict.ts'

/** WF1. Whether a verdict still waits for the words it proposes. */
export const isFixOpen = (verdict: Pick<Verdict, 'words' | 'proposed'> | null): boolean =>
  verdict !== null && verdict.proposed !== null && verdict.proposed !== verdict.words

/** WF3. What follows when `actor` puts the proposed words in the place of those in `seen`, or finds them there already. */
export function applyFix(claim: Claim, actor: Actor, seen: Seen): Result<{ words: string; verdict: number }> {
  if (!mayEdit(actor)) return refuse('may-not-edit')
  const standsInTheWay = undecidable(claim)
  if (standsInTheWay) return standsInTheWay
  const { verdict, words } = claim
  if (verdict === null) return refuse('no-verdict-yet')
  if (claim.rivals.length > 0) return refuse('verdicts-differ')
  if (verdict.seq !== seen.verdict) return refuse('verdict-changed')
  if (verdict.proposed === null || !isFixOpen(verdict)) return refuse('nothing-proposed')
  // Words that are neither those judged nor those proposed were found by nobody.
  if (words !== seen.words || (words !== verdict.words && words !== verdict.proposed)) return refuse('words-changed')
  if (claim.reopened) return refuse('reopened')
  return ok({ words: verdict.proposed, verdict: verdict.seq })
}
