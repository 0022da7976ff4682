/** Two records of one source become one, and are parted again. What rests on either is never touched: it is read another way. SR4. */
import { eq } from 'drizzle-orm'
import { ok, refuse, type Result } from '#domain/result.ts'
import { mergeSources, partSource } from '#domain/source.ts'
import type { SourceView } from '#protocol/view.ts'
import { sources } from '../db/newsroom-tables.ts'
import { readSource } from '../projection/source-reader.ts'
import type { Services } from './services.ts'
import { asSource } from './source.ts'
import { commandSource, type OnSource } from './source-command.ts'

/** Answers with the source that the other now leads to. */
export const mergeInto = (services: Services, on: OnSource, intoId: string): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async ({ tx, actor, source, record }) => {
      const into = await readSource(tx, intoId)
      if (into === null) return refuse('source-unknown')
      const held = await tx.select({ id: sources.id }).from(sources).where(eq(sources.mergedInto, source.id)).limit(1)
      const may = mergeSources(actor, { ...source, holdsOthers: held.length > 0 }, into)
      if (!may.ok) return may
      await record({ type: 'sources-merged', sourceId: source.id, into: intoId })
      return ok({ id: intoId })
    },
    asSource,
  )

export const part = (services: Services, on: OnSource): Promise<Result<SourceView>> =>
  commandSource(
    services,
    on,
    async ({ actor, source, record }) => {
      const may = partSource(actor, source)
      if (!may.ok) return may
      await record({ type: 'sources-parted', sourceId: source.id })
      return ok({ id: source.id })
    },
    asSource,
  )
