/**
 * A draft is brought in: one edit of the text that changes only the words that differ from what the draft was compared with, so that
 * what people type meanwhile stays. Versions of the text before and after it, the edit, its claims and its event are one transaction:
 * a crash leaves all of it or nothing. Rules DR1–DR9.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { and, eq, ne } from 'drizzle-orm'
import { mayEdit } from '#domain/actor.ts'
import type { DraftOutcome } from '#domain/draft.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { redraft, type Redrafted } from '#document/redraft/redraft.ts'
import type { ClaimTarget } from '#document/redraft/target.ts'
import { typedSince } from '#document/redraft/typed-since.ts'
import { documentFrom } from '#document/seed.ts'
import type { DraftAnswer } from '#protocol/draft-view.ts'
import { pendingDrafts } from '../db/article-tables.ts'
import type { Tx } from '../db/database.ts'
import { type ComparedClaim, type ComparedDraft, readComparedDraft, readPending } from '../projection/draft-reader.ts'
import { commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'
import { makeVersion } from './version.ts'

export interface SaidOfDraft {
  readonly answers: readonly DraftAnswer[]
  /** `baseSeq` of the comparison that the answers were given on, when whoever asks knows it. */
  readonly baseSeq: number | null
}

export async function importDraft(
  services: Services,
  asked: Asked,
  articleId: string,
  draftId: string,
  said: SaidOfDraft,
): Promise<Result<{ version: number; seq: number }>> {
  const { actor } = asked
  if (!mayEdit(actor)) return refuse('may-not-edit')
  // Comparing two long texts takes a while, so it is done before anything is locked.
  const compared = await services.db.inNewsroom(actor.newsroomId, (tx) => readComparedDraft(tx, articleId, draftId))
  const settled = compared && settle(compared, said)
  // Others have their turn between the two halves of the work, each of which may take a tenth of a second.
  await nextTurn()
  const edit = settled?.ok ? editOf(settled.value) : null
  return commandArticle(services, asked, articleId, async (work) => {
    const { tx, text } = work
    const pending = await readPending(tx, articleId, draftId)
    if (pending === null) return refuse('draft-over')
    if (settled?.ok === false) return settled
    if (settled === null || edit === null) return refuse('draft-over')
    // Another draft has come in meanwhile, and this one was compared anew.
    if (pending.baseSeq !== settled.value.compared.pending.baseSeq) return refuse('words-changed')
    const { update } = pending.baseSeq === text.seq ? edit : sparing(settled.value, edit, work.state())
    if (update === null) return refuse('nothing-changed')
    // The history tells what the words were before it tells of the draft.
    await work.claims()
    const replaced = await makeVersion(work, 'before-draft')
    const after = await work.edit(update, pending.clientId)
    const version = await makeVersion({ ...work, text: after }, 'draft')
    const { original } = pending
    const claims = [...settled.value.outcomes].map(([claimId, outcome]) => ({ claimId, outcome }))
    const { seq } = await work.record({ type: 'draft-imported', draftId, version, replaced, original, claims })
    await tx.delete(pendingDrafts).where(eq(pendingDrafts.id, draftId))
    await compareAnew(tx, articleId, draftId, after)
    return ok({ version, seq })
  })
}

export const discardDraft = async (
  services: Services,
  asked: Asked,
  articleId: string,
  draftId: string,
): Promise<Result<{ id: string }>> =>
  mayEdit(asked.actor)
    ? commandArticle(services, asked, articleId, async ({ tx }) => {
        const discarded = await tx
          .delete(pendingDrafts)
          .where(and(eq(pendingDrafts.articleId, articleId), eq(pendingDrafts.id, draftId)))
          .returning({ id: pendingDrafts.id })
        return discarded.length === 0 ? refuse('draft-over') : ok({ id: draftId })
      })
    : refuse('may-not-edit')

/** A comparison with every question answered. */
interface Settled {
  readonly compared: ComparedDraft
  readonly targets: readonly ClaimTarget[]
  /** Of claims that were not simply carried. */
  readonly outcomes: ReadonlyMap<string, DraftOutcome>
}

/** DR6. Only what was asked can be answered, and only a place we named can be taken; what is left open is detached. */
function settle(compared: ComparedDraft, { answers, baseSeq }: SaidOfDraft): Result<Settled> {
  if (baseSeq !== null && baseSeq !== compared.pending.baseSeq) return refuse('words-changed')
  const unsure = new Map(compared.claims.flatMap((one) => (isAsked(one) ? [[one.id, one] as const] : [])))
  const said = new Map(answers.map(({ claimId, is }) => [claimId, is]))
  for (const [id, is] of said) {
    const claim = unsure.get(id)
    if (claim === undefined || (is === 'there' && claim.after.length === 0)) return refuse('not-understood')
  }
  const standsThere = ({ id, answer }: ComparedClaim) => answer !== 'unsure' || said.get(id) === 'there'
  const outcomes = compared.claims.flatMap((one): [string, DraftOutcome][] => {
    const outcome = one.claim === null || one.claim.row.withdrawn ? null : outcomeOf(one, said.get(one.id) ?? null)
    return outcome === null ? [] : [[one.id, outcome]]
  })
  return ok({
    compared,
    targets: compared.claims.map((one) => ({
      id: one.id,
      kind: one.kind,
      ranges: standsThere(one) ? one.after : [],
    })),
    outcomes: new Map(outcomes),
  })
}

const isAsked = ({ answer, claim }: ComparedClaim): boolean =>
  answer === 'unsure' && claim !== null && !claim.row.withdrawn

function outcomeOf({ answer, changed }: ComparedClaim, said: DraftAnswer['is'] | null): DraftOutcome | null {
  if (answer === 'gone') return 'gone'
  if (answer === 'carried') return null
  if (answer === 'unsure' && said !== 'there') return said === 'gone' ? 'gone' : 'left'
  return changed ? 'reworded' : 'moved'
}

function editOf({ compared, targets }: Settled, spared?: ReadonlySet<string>): Redrafted {
  const { baseState, clientId, document } = compared.pending
  return redraft(baseState, clientId, { document: documentFrom(document), claims: targets }, spared)
}

/** DR3. What somebody has typed since into words that the draft takes out stays where it is; anything else merges by itself. */
function sparing(settled: Settled, edit: Redrafted, state: Uint8Array): Redrafted {
  const typed = typedSince(settled.compared.pending.baseState, state)
  return [...typed].some((id) => edit.removed.has(id)) ? editOf(settled, typed) : edit
}

/** DR8. The others that wait were compared with a text that is no more; as they are, both drafts' words would stand side by side. */
async function compareAnew(tx: Tx, articleId: string, but: string, after: { seq: number; state: Uint8Array }) {
  await tx
    .update(pendingDrafts)
    .set({ baseSeq: after.seq, baseState: Buffer.from(after.state) })
    .where(and(eq(pendingDrafts.articleId, articleId), ne(pendingDrafts.id, but)))
}
