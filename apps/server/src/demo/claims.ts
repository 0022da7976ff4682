/** What the demo's people have done with one claim: marked it, given it to somebody, found sources, talked, judged, signed off. */
import type { Seen } from '#domain/verdict.ts'
import { replacing } from '#document/server-edit.ts'
import {
  assertClaimBy,
  assignClaim,
  changeDueOf,
  changeRiskOf,
  findTruthOf,
  giveVerdictOn,
  type OnClaim,
  signOffOn,
  withdrawClaim,
} from '../decisions/claim-decision.ts'
import { attachEvidenceTo } from '../decisions/evidence.ts'
import { markQuote } from '../decisions/marking.ts'
import { answerOn, askOn, decideOn, resolveOn, sayOn } from '../decisions/talk.ts'
import { readClaim } from '../projection/claim-reader.ts'
import type { DemoClaim, DemoQuery, DemoRemark, DemoTurn, DemoVerdict } from './demo-article.ts'
import type { Library } from './library.ts'
import { inMinutes, must, type Staff } from './staff.ts'

export async function seedClaim(staff: Staff, library: Library, articleId: string, claim: DemoClaim): Promise<void> {
  const { services, as } = staff
  const checker = as(claim.by)
  const { id } = must(await markQuote(services, checker, articleId, { exact: claim.words }, claim.kind))
  const on: OnClaim = { ...checker, articleId, claim: id }
  if (claim.assigned !== undefined) must(await assignClaim(services, on, as(claim.assigned).actor.id))
  if (claim.risk !== undefined) must(await changeRiskOf(services, on, claim.risk))
  if (claim.dueInMinutes !== undefined) must(await changeDueOf(services, on, inMinutes(staff, claim.dueInMinutes)))
  if (claim.asserter !== undefined) must(await assertClaimBy(services, on, claim.asserter))
  for (const { source, ...link } of claim.evidence ?? []) {
    const cited = { id: await library.idOf(source, claim.by) }
    must(await attachEvidenceTo(services, on, { source: cited, ...link }))
  }
  for (const query of claim.queries ?? []) await seedQuery(staff, on, query)
  for (const remark of claim.talk ?? []) await seedRemark(staff, on, remark)
  await seedFinding(staff, on, claim)
  if (claim.afterwards !== undefined) await seedTurn(staff, on, claim.afterwards)
}

async function seedQuery({ services, as }: Staff, on: OnClaim, query: DemoQuery): Promise<void> {
  const asker = { ...on, ...as(query.by) }
  const to = as(query.to)
  const { id } = must(await askOn(services, asker, { to: to.actor.id, text: query.question }))
  if (query.state === 'asked') return
  must(await answerOn(services, { ...on, ...to }, id, query.answer))
  if (query.state === 'decided') must(await decideOn(services, asker, id, query.decision))
}

async function seedRemark({ services, as }: Staff, on: OnClaim, remark: DemoRemark): Promise<void> {
  const mentions = (remark.mentions ?? []).map((who) => as(who).actor.id)
  const { id } = must(await sayOn(services, { ...on, ...as(remark.by) }, { text: remark.text, mentions }))
  if (remark.resolvedBy !== undefined) must(await resolveOn(services, { ...on, ...as(remark.resolvedBy) }, id))
}

async function seedFinding(staff: Staff, on: OnClaim, { finding, truth }: DemoClaim): Promise<void> {
  if (finding === undefined) return
  const { services, as } = staff
  const seen = await seenNow(staff, on)
  if (truth !== undefined)
    must(await findTruthOf(services, { ...on, ...as(truth.by) }, { words: seen.words, truth: null }, truth))
  const give = async ({ by, ...finding }: DemoVerdict) =>
    must(await giveVerdictOn(services, { ...on, ...as(by) }, seen, finding))
  if (finding.kind === 'conflict') {
    await give(finding.first)
    await give(finding.second)
    return
  }
  await give(finding)
  if (finding.kind === 'signed')
    must(await signOffOn(services, { ...on, ...as(finding.signedBy) }, await seenNow(staff, on)))
}

async function seedTurn(staff: Staff, on: OnClaim, turn: DemoTurn): Promise<void> {
  switch (turn.kind) {
    case 'withdrawn':
      must(await withdrawClaim(staff.services, on, turn.why))
      return
    case 'reworded':
      return edit(staff, on, turn.by, turn.replace, turn.with)
    case 'detached':
      return edit(staff, on, turn.by, turn.cut, '')
  }
}

/** As the reporter does it in Edit mode: these words go, those come. */
async function edit({ services, as }: Staff, on: OnClaim, by: DemoTurn['by'], words: string, instead: string) {
  const { actor } = as(by)
  const entered = await services.rooms.enter(on.articleId, actor.newsroomId)
  if (entered === null) throw new Error('An article of the demo is missing.')
  const { room, release } = entered
  try {
    await room.edits.inTurn(async () => {
      const from = room.now.text.indexOf(words)
      if (from < 0) throw new Error(`The demo has no words “${words}”.`)
      await room.edits.make(replacing({ from, to: from + words.length }, instead), actor.id)
    })
  } finally {
    release()
  }
}

async function seenNow({ services }: Staff, { actor, articleId, claim }: OnClaim): Promise<Seen> {
  const found = await services.db.inNewsroom(actor.newsroomId, (tx) => readClaim(tx, articleId, claim))
  if (found === null) throw new Error('A claim of the demo is missing.')
  return { words: found.row.words, verdict: found.newest?.seq ?? null, truth: found.claim.truth?.seq ?? null }
}
