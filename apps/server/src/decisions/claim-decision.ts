/** Decisions on one claim: each asks its rule under the lock, then records what follows. */
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { type Actor, mayOpen } from '#domain/actor.ts'
import { type Asserter, assertBy } from '#domain/asserter.ts'
import type { Claim } from '#domain/claim.ts'
import { assign, changeDue, changeKind, changeRisk, withdraw } from '#domain/claim-change.ts'
import { checkElement, type Element, type ElementFinding } from '#domain/element.ts'
import type { ArticleEvent } from '#domain/event.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Risk } from '#domain/risk.ts'
import { signOff, takeBackSignOff } from '#domain/sign-off.ts'
import { findTruth, type TruthRating } from '#domain/truth.ts'
import { affirmVerdict, type Finding, giveVerdict, type Seen, takeBackVerdict } from '#domain/verdict.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import type { ClaimRow } from '../projection/claim-reader.ts'
import { asserterOf } from '../projection/claim-views.ts'
import { articles } from '../db/article-tables.ts'
import { events } from '../db/log-tables.ts'
import { verdicts } from '../db/verdict-tables.ts'
import { type ArticleWork, commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export interface OnClaim extends Asked {
  readonly articleId: string
  /** Id or number, `C14`. */
  readonly claim: string
}

type Decided = Promise<Result<{ seq: number }>>

/** Finds the claim, asks the rule, records the event that it answers with. */
function decide(
  services: Services,
  on: OnClaim,
  rule: (claim: Claim, work: ArticleWork, row: ClaimRow) => Promise<Result<ArticleEvent>>,
): Decided {
  return commandArticle(services, on, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    if (found === null) return refuse('not-found')
    const event = await rule(found.claim, work, found.row)
    return event.ok ? ok({ seq: (await work.record(event.value)).seq }) : event
  })
}

const followed = <T extends object>(result: Result<T>, event: (value: T) => ArticleEvent): Result<ArticleEvent> =>
  result.ok ? ok(event(result.value)) : result

export const giveVerdictOn = (services: Services, on: OnClaim, seen: Seen, finding: Finding): Decided =>
  decide(services, on, async (claim, work) => {
    const given = giveVerdict(claim, on.actor, seen, finding)
    if (!given.ok) return given
    // VD7. What never was cannot have been on anybody's screen; taken as seen, it would make a conflict with everything.
    if (seen.verdict !== null && !(await wasGiven(work, claim.id, seen.verdict))) return refuse('verdict-changed')
    const { proposed } = given.value
    const kept = { why: await work.keep(finding.why), proposed: proposed === null ? null : await work.keep(proposed) }
    return ok({ type: 'verdict-given', claimId: claim.id, ...given.value, ...kept })
  })

/** Whether a verdict of this claim was given, or affirmed, at that seq. */
async function wasGiven({ tx, stream }: ArticleWork, claimId: string, seq: number): Promise<boolean> {
  const given = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.streamId, stream.id),
        eq(events.seq, seq),
        eq(events.claimId, claimId),
        inArray(events.type, ['verdict-given', 'still-held', 'wording-applied']),
      ),
    )
  return given.length > 0
}

export const affirmVerdictOn = (services: Services, on: OnClaim, seen: Seen): Decided =>
  decide(services, on, async (claim) =>
    followed(affirmVerdict(claim, on.actor, seen), (held) => ({ type: 'still-held', claimId: claim.id, ...held })),
  )

/** `undoes`: whoever gave it wants the claim as it was before; anybody may clear it. */
export const takeBackVerdictOn = (
  services: Services,
  on: OnClaim,
  verdict: number | null,
  undoes: boolean,
): Promise<Result<{ seq: number; verdict: number | null }>> =>
  commandArticle(services, on, on.articleId, async (work) => {
    const found = await work.claim(on.claim)
    if (found === null) return refuse('not-found')
    const { claim, newest, rivals } = found
    const taken = takeBackVerdict(claim, on.actor, { verdict })
    if (!taken.ok) return taken
    const rival = rivals.toSorted((a, b) => a.seq - b.seq).at(-1)
    const isOwn = newest !== null && newest.by === on.actor.id && newest.heldBy === null
    const back = rival?.givenSeq ?? (undoes && isOwn ? await givenBefore(work, claim.id, newest.givenSeq) : null)
    const { seq } = await work.record({ type: 'verdict-taken-back', claimId: claim.id, ...taken.value, back })
    // Whoever took it back has seen the one that stands now: it is the one from before, or the other side of a conflict.
    return ok({ seq, verdict: (await work.claim(claim.id))?.claim.verdict?.seq ?? null })
  })

/** Whether its ground was taken away since (CL11), or somebody cleared a verdict: what did not count must not count again. */
async function hasLapsed({ tx, stream }: ArticleWork, claimId: string, seq: number): Promise<boolean> {
  const [lapsed] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      and(
        eq(events.streamId, stream.id),
        eq(events.claimId, claimId),
        inArray(events.type, ['claim-reopened', 'verdict-taken-back']),
        gt(events.seq, seq),
      ),
    )
    .limit(1)
  return lapsed !== undefined
}

/**
 * The verdict that the giver of another one had on screen, by the seq it was given at. Null when there was none, when it has lapsed, and when
 * it stood in a conflict: then nobody has settled that any more, and the claim is somebody's to judge.
 */
async function givenBefore(work: ArticleWork, claimId: string, given: number): Promise<number | null> {
  const { tx, stream } = work
  const seenBy = async (seq: number) => {
    const [event] = await tx
      .select({ seen: sql<number | null>`(${events.body}::jsonb #>> '{event,seen}')::int` })
      .from(events)
      .where(and(eq(events.streamId, stream.id), eq(events.claimId, claimId), eq(events.seq, seq)))
    return event?.seen ?? null
  }
  const seen = await seenBy(given)
  if (seen === null) return null
  const ofClaim = and(eq(verdicts.articleId, stream.id), eq(verdicts.claimId, claimId))
  const [before] = await tx
    .select({ seq: verdicts.seq, givenSeq: verdicts.givenSeq })
    .from(verdicts)
    .where(and(ofClaim, eq(verdicts.seq, seen)))
  if (before === undefined || (await hasLapsed(work, claimId, before.seq))) return null
  const [unseen] = await tx
    .select({ seq: verdicts.seq })
    .from(verdicts)
    .where(and(ofClaim, gt(verdicts.seq, (await seenBy(before.givenSeq)) ?? 0), lt(verdicts.seq, before.givenSeq)))
    .limit(1)
  return unseen === undefined ? before.givenSeq : null
}

export const signOffOn = (services: Services, on: OnClaim, seen: Seen): Decided =>
  decide(services, on, async (claim) =>
    followed(signOff(claim, on.actor, seen), (signed) => ({ type: 'claim-signed-off', claimId: claim.id, ...signed })),
  )

export const takeBackSignOffOn = (services: Services, on: OnClaim): Decided =>
  decide(services, on, async (claim) =>
    followed(takeBackSignOff(claim, on.actor), (taken) => ({
      type: 'sign-off-taken-back',
      claimId: claim.id,
      ...taken,
    })),
  )

export const findTruthOf = (
  services: Services,
  on: OnClaim,
  seen: { words: string; truth: number | null },
  finding: { rating: TruthRating | null; why: string },
): Decided =>
  decide(services, on, async (claim, work) => {
    const found = findTruth(claim, on.actor, seen, finding)
    if (!found.ok) return found
    const why = found.value.rating === null ? null : await work.keep(finding.why)
    return ok({ type: 'truth-found', claimId: claim.id, ...found.value, why })
  })

export const assertClaimBy = (services: Services, on: OnClaim, said: Asserter | null): Decided =>
  decide(services, on, async (claim, work, row) => {
    const asserted = assertBy({ ...claim, asserter: await asserterOf(work.tx, row) }, on.actor, said)
    if (!asserted.ok) return asserted
    const { asserter } = asserted.value
    const name = await work.keep(asserter?.name ?? '')
    return ok({
      type: 'claim-asserted',
      claimId: claim.id,
      asserter: asserter?.kind ?? null,
      name,
      terms: asserter?.terms ?? null,
    })
  })

export const changeKindOf = (services: Services, on: OnClaim, kind: ClaimKind): Decided =>
  decide(services, on, async (claim) =>
    followed(changeKind(claim, on.actor, kind), (changed) => ({
      type: 'claim-kind-changed',
      claimId: claim.id,
      ...changed,
    })),
  )

export const changeRiskOf = (services: Services, on: OnClaim, risk: Risk): Decided =>
  decide(services, on, async (claim, _work, row) =>
    followed(changeRisk({ ...claim, risk: row.risk }, on.actor, risk), (changed) => ({
      type: 'claim-risk-set',
      claimId: claim.id,
      ...changed,
    })),
  )

export const checkElementOf = (
  services: Services,
  on: OnClaim,
  asked: { element: Element; finding: ElementFinding | null; words: string },
): Decided =>
  decide(services, on, async (claim, _work, row) =>
    followed(checkElement({ ...claim, elements: row.elements }, on.actor, asked), (checked) => ({
      type: 'element-checked',
      claimId: claim.id,
      ...checked,
    })),
  )

export const changeDueOf = (services: Services, on: OnClaim, dueAt: string | null): Decided =>
  decide(services, on, async (claim) =>
    followed(changeDue(claim, on.actor, dueAt), (changed) => ({
      type: 'claim-due-set',
      claimId: claim.id,
      ...changed,
    })),
  )

export const assignClaim = (services: Services, on: OnClaim, person: string | null): Decided =>
  decide(services, on, async (claim, work) => {
    const { tx } = work
    const members = await readMembers(tx, on.actor.newsroomId)
    const member = members.find((one) => one.person === person)
    if (person !== null && (member === undefined || !(await isOpenTo(work, actorFrom(member)))))
      return refuse('person-unknown')
    const assigned = assign(claim, on.actor, member === undefined ? null : actorFrom(member))
    return followed(assigned, ({ to }) => ({ type: 'claim-assigned', claimId: claim.id, to }))
  })

async function isOpenTo({ tx, stream }: ArticleWork, person: Actor): Promise<boolean> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, stream.id))
  return article !== undefined && mayOpen(person, article)
}

export const withdrawClaim = (services: Services, on: OnClaim, why: string): Decided =>
  decide(services, on, async (claim, work) => {
    const withdrawn = withdraw(claim, on.actor, why)
    return withdrawn.ok ? ok({ type: 'claim-withdrawn', claimId: claim.id, why: await work.keep(why) }) : withdrawn
  })
