/** Decisions on one claim: each asks its rule under the lock, then records what follows. */
import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, mayOpen } from '#domain/actor.ts'
import type { Claim } from '#domain/claim.ts'
import { assign, changeDue, changeKind, changeRisk, withdraw } from '#domain/claim-change.ts'
import type { ArticleEvent } from '#domain/event.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Rating } from '#domain/rating.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Risk } from '#domain/risk.ts'
import { signOff } from '#domain/sign-off.ts'
import { affirmVerdict, giveVerdict, type Seen } from '#domain/verdict.ts'
import { actorFrom, readMembers } from '../auth/identity.ts'
import type { ClaimRow } from '../projection/claim-reader.ts'
import { articles } from '../db/article-tables.ts'
import { events } from '../db/log-tables.ts'
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

export const giveVerdictOn = (
  services: Services,
  on: OnClaim,
  seen: Seen,
  finding: { rating: Rating; why: string },
): Decided =>
  decide(services, on, async (claim, work) => {
    const given = giveVerdict(claim, on.actor, seen, finding)
    if (!given.ok) return given
    // VD7. What never was cannot have been on anybody's screen; taken as seen, it would make a conflict with everything.
    if (seen.verdict !== null && !(await wasGiven(work, claim.id, seen.verdict))) return refuse('verdict-changed')
    return ok({ type: 'verdict-given', claimId: claim.id, ...given.value, why: await work.keep(finding.why) })
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
        inArray(events.type, ['verdict-given', 'still-held']),
      ),
    )
  return given.length > 0
}

export const affirmVerdictOn = (services: Services, on: OnClaim, seen: Seen): Decided =>
  decide(services, on, async (claim) =>
    followed(affirmVerdict(claim, on.actor, seen), (held) => ({ type: 'still-held', claimId: claim.id, ...held })),
  )

export const signOffOn = (services: Services, on: OnClaim, seen: Seen): Decided =>
  decide(services, on, async (claim) =>
    followed(signOff(claim, on.actor, seen), (signed) => ({ type: 'claim-signed-off', claimId: claim.id, ...signed })),
  )

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
