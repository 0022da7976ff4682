/**
 * Proposed words are put in the text: one edit of the live text for all fixes asked for, with its events, in one transaction. Every fix is
 * asked by itself; those that cannot be applied are told with their reason, and the others are. Rules WF3–WF5.
 */
import type { Actor } from '#domain/actor.ts'
import type { RefusalCode } from '#domain/refusal.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Seen } from '#domain/verdict.ts'
import { applyFix } from '#domain/wording-fix.ts'
import type { TextRange } from '#document/text.ts'
import { place } from '#document/placement.ts'
import { type Rewording, rewordingUpdate } from '#document/wording-edit.ts'
import type { WholeClaim } from '../projection/claim-reader.ts'
import { textAfter } from '../projection/text-after.ts'
import { commandArticle } from './article-command.ts'
import { freshClientId } from './client-id.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export interface WantedFix {
  /** Id or number, `C14`. */
  readonly claim: string
  readonly seen: Seen
}

export interface FixesApplied {
  /** Ids of the claims whose words stand as proposed now. */
  applied: string[]
  left: { claim: string; refusal: RefusalCode }[]
  seq: number
}

interface Fix {
  /** As it was asked for. */
  readonly ref: string
  readonly found: WholeClaim
  readonly follows: { readonly words: string; readonly verdict: number }
}

export const applyFixes = (
  services: Services,
  asked: Asked,
  articleId: string,
  wanted: readonly WantedFix[],
): Promise<Result<FixesApplied>> =>
  commandArticle(services, asked, articleId, async (work) => {
    const judged = judge(await work.claims(), work.actor, wanted)
    const clientId = await freshClientId(work.tx, articleId)
    const { fixes, update, left } = fitting(work.state(), clientId, judged)
    const [first] = left
    // Nothing was done, so this is no answer to be kept.
    if (fixes.length === 0) return refuse(first?.refusal ?? 'nothing-proposed')
    if (update !== null) await work.edit(update, clientId)
    // The history tells of the new words before it tells that they were put in.
    await work.claims()
    let seq = 0
    for (const { found, follows } of fixes) {
      seq = (await work.record({ type: 'wording-applied', claimId: found.row.id, ...follows })).seq
    }
    return ok({ applied: fixes.map(({ found }) => found.row.id), left, seq })
  })

interface Judged {
  readonly fixes: readonly Fix[]
  readonly left: FixesApplied['left']
}

/** WF5. Of fixes over the same words the first is applied: the others were found on words that are no more. */
function judge(claims: readonly WholeClaim[], actor: Actor, wanted: readonly WantedFix[]): Judged {
  const byRef = new Map(claims.flatMap((found) => [[found.row.id, found] as const, [`c${found.row.number}`, found]]))
  const fixes: Fix[] = []
  const left: FixesApplied['left'] = []
  for (const { claim: ref, seen } of wanted) {
    const found = byRef.get(ref.toLowerCase())
    const follows = found === undefined ? refuse('not-found') : applyFix(found.claim, actor, seen)
    if (found === undefined || !follows.ok)
      left.push({ claim: ref, refusal: follows.ok ? 'not-found' : follows.refusal })
    else if (!fits(found.row, follows.value.words)) left.push({ claim: ref, refusal: 'not-fitting' })
    else if (fixes.some((fix) => overlap(fix.found.row.ranges, found.row.ranges)))
      left.push({ claim: ref, refusal: 'words-changed' })
    else fixes.push({ ref, found, follows: follows.value })
  }
  return { fixes, left }
}

/** Words marked twice would read as proposed in one place only, and lines that are no more have no place for what was proposed for them. */
const fits = ({ words, doubled }: WholeClaim['row'], proposed: string): boolean =>
  words === proposed || (doubled === 0 && words.split('\n').length === proposed.split('\n').length)

/** So often those that do not come out as proposed are left and the others tried again; then all are. */
const mostTries = 4

/** WF5. The edit of those that come out as proposed; tried on a copy, so that one which does not takes none of the others with it. */
function fitting(state: Uint8Array, clientId: number, { fixes, left }: Judged): Judged & { update: Uint8Array | null } {
  let trying = fixes
  for (let tries = 0; tries < mostTries && trying.length > 0; tries += 1) {
    const update = rewordingUpdate(state, clientId, trying.map(rewordingOf))
    if (update === null) return { fixes: trying, left: [...left, ...leftOf(fixes, trying)], update }
    const { text, now } = textAfter(state, update, { seq: 0, at: new Date(0) })
    const comesOut = ({ found: { row }, follows }: Fix) =>
      place(text, now.runs.get(row.id), row.recorded)?.words === follows.words
    const well = trying.filter(comesOut)
    if (well.length === trying.length) return { fixes: well, left: [...left, ...leftOf(fixes, well)], update }
    trying = well
  }
  return { fixes: [], left: [...left, ...leftOf(fixes, [])], update: null }
}

const leftOf = (fixes: readonly Fix[], applied: readonly Fix[]): FixesApplied['left'] =>
  fixes.filter((fix) => !applied.includes(fix)).map(({ ref }) => ({ claim: ref, refusal: 'not-fitting' }))

const rewordingOf = ({ found: { row }, follows }: Fix): Rewording => ({
  claimId: row.id,
  ranges: row.ranges,
  before: row.words,
  after: follows.words,
})

const overlap = (some: readonly TextRange[], others: readonly TextRange[]): boolean =>
  some.some((one) => others.some((other) => one.from < other.to && other.from < one.to))
