/** Describing sources: adding one to the library, changing what is known of it, agreeing that it is not named. */
import { v7 as newId } from 'uuid'
import type { Actor } from '#domain/actor.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { approveAnonymity, changeTerms, describeSource, keepsApproval, type SourceDetails } from '#domain/source.ts'
import type { SourceView } from '#protocol/view.ts'
import type { Tx } from '../db/database.ts'
import { keepPrivate } from '../log/private-text.ts'
import { sourceViewOf } from '../projection/claim-views.ts'
import { readSource, type SourceDbRow } from '../projection/source-reader.ts'
import { lockNewsroom, recordInNewsroom } from './newsroom-command.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'
import { commandSource, type OnSource, type SourceWork, unmerged } from './source-command.ts'

/** Adds the source inside a transaction that may go on to use it. Returns its id. */
export async function putSource(tx: Tx, actor: Actor, details: SourceDetails, at: Date): Promise<string> {
  const stream = await lockNewsroom(tx, actor.newsroomId)
  const sourceId = newId()
  const kept = await keepPrivate(tx, stream, JSON.stringify(details))
  await recordInNewsroom(tx, stream, { type: 'source-added', sourceId, details: kept }, actor.id, at)
  return sourceId
}

export async function addSourceToLibrary(
  services: Services,
  asked: Asked,
  details: SourceDetails,
): Promise<Result<SourceView>> {
  const { actor } = asked
  const may = describeSource(actor, details)
  if (!may.ok) return may
  const added = await services.db.inNewsroom(actor.newsroomId, async (tx) => {
    const stream = await lockNewsroom(tx, actor.newsroomId)
    const put = await once(tx, asked, async () => ok({ id: await putSource(tx, actor, details, services.now()) }))
    return { answer: put.ok ? await asSource(tx, put.value) : put, seq: stream.seq }
  })
  services.announcer.tell({ newsroomId: actor.newsroomId, article: null, seq: added.seq, events: [], claims: [] })
  return added.answer
}

/** A source as it is now, by what is kept of a command on it. */
export const asSource = async (tx: Tx, { id }: { readonly id: string }): Promise<Result<SourceView>> =>
  ok(await viewNow(tx, id))

export async function viewNow(tx: Tx, id: string): Promise<SourceView> {
  const row = await readSource(tx, id)
  if (row === null) throw new Error('A source just written has no row.')
  return sourceViewOf(row)
}

const detailsOf = (row: SourceDbRow): SourceDetails => ({
  kind: row.kind,
  title: row.title,
  publisher: row.publisher,
  url: row.url,
  author: row.author,
  publishedOn: row.publishedOn,
  language: row.language,
  terms: row.terms,
  attribution: row.attribution,
  anonymity: row.anonymity,
  approvedBy: row.approvedBy,
})

async function describe({ source, record, keep }: SourceWork, details: SourceDetails): Promise<{ id: string }> {
  await record({ type: 'source-changed', sourceId: source.id, details: await keep(JSON.stringify(details)) })
  return { id: source.id }
}

/** SR1, SR2. Other terms, or another reason for them, have to be approved again. */
export const changeSource = (
  services: Services,
  on: OnSource,
  change: Partial<Omit<SourceDetails, 'approvedBy'>>,
): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async (work) => {
      const before = detailsOf(work.source)
      const described = { ...before, ...change }
      const may = describeSource(work.actor, described)
      const terms = changeTerms(work.actor, before.terms, described.terms)
      if (!terms.ok) return terms
      if (!may.ok) return may
      const stands = unmerged(work.source)
      if (!stands.ok) return stands
      const after = keepsApproval(before, described) ? described : { ...described, approvedBy: null }
      if (JSON.stringify(after) === JSON.stringify(before)) return refuse('nothing-changed')
      return ok(await describe(work, after))
    },
    asSource,
  )

export const approveSource = (services: Services, on: OnSource): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async (work) => {
      const before = detailsOf(work.source)
      const approved = approveAnonymity(work.actor, before)
      if (!approved.ok) return approved
      const stands = unmerged(work.source)
      return stands.ok ? ok(await describe(work, { ...before, ...approved.value })) : stands
    },
    asSource,
  )
