/** Sources that repeat one another are put into one origin group. Rule SR5. */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { ok, refuse, type Result } from '#domain/result.ts'
import { groupSource } from '#domain/source.ts'
import type { SourceView } from '#protocol/view.ts'
import { origins } from '../db/newsroom-tables.ts'
import { readOrigins } from '../projection/source-reader.ts'
import type { Services } from './services.ts'
import { asSource } from './source.ts'
import { commandSource, type OnSource, type SourceWork, unmerged } from './source-command.ts'

/** One that exists, or one by a name. */
export type WantedOrigin = { readonly id: string } | { readonly name: string }

export const setOrigin = (services: Services, on: OnSource, wanted: WantedOrigin | null): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async (work) => {
      const may = groupSource(work.actor)
      if (!may.ok) return may
      const stands = unmerged(work.source)
      if (!stands.ok) return stands
      const known = wanted === null ? null : await knownOrigin(work, wanted)
      if (wanted !== null && 'id' in wanted && known === null) return refuse('not-found')
      if (known === work.source.originId && (wanted === null || known !== null)) return refuse('nothing-changed')
      const originId = known ?? (wanted !== null && 'name' in wanted ? await nameOrigin(work, wanted.name) : null)
      await work.record({ type: 'source-origin-set', sourceId: work.source.id, originId })
      return ok({ id: work.source.id })
    },
    asSource,
  )

/** A name that is known already means the group that goes by it. */
async function knownOrigin({ tx, actor }: SourceWork, wanted: WantedOrigin): Promise<string | null> {
  if ('id' in wanted) {
    const [row] = await tx.select({ id: origins.id }).from(origins).where(eq(origins.id, wanted.id))
    return row?.id ?? null
  }
  const name = wanted.name.trim().toLocaleLowerCase('en')
  const all = await readOrigins(tx, actor.newsroomId)
  return all.find((origin) => origin.name.toLocaleLowerCase('en') === name)?.id ?? null
}

async function nameOrigin({ record, keep }: SourceWork, name: string): Promise<string> {
  const originId = newId()
  await record({ type: 'origin-named', originId, name: await keep(name.trim()) })
  return originId
}
