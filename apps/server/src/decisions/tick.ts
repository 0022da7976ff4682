/** Ticking sentences “nothing to check”, and taking ticks back. What is ticked so already is no event. Rules NC1–NC6. */
import { ok, type Result } from '#domain/result.ts'
import { type Tick, tickSentences, type TickReason, untick } from '#domain/tick.ts'
import { readPrivate } from '../log/private-text.ts'
import { readSentences, readTicks } from '../projection/tick-reader.ts'
import { type ArticleWork, commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export interface TickAsked {
  readonly words: readonly string[]
  readonly reason: TickReason
  readonly why: string
}

export interface TickDone {
  readonly seq: number
  /** Of those asked for: what no longer stands so, or holds a claim. */
  readonly missed: string[]
}

export const tickOn = (
  services: Services,
  asked: Asked,
  articleId: string,
  wanted: TickAsked,
): Promise<Result<TickDone>> =>
  commandArticle<TickDone>(services, asked, articleId, async (work) => {
    const { tx, actor, stream, text, record, keep } = work
    const ticked = tickSentences(actor, wanted, await readSentences(tx, articleId, text.text))
    if (!ticked.ok) return ticked
    const sentences = await news(work, articleId, wanted, ticked.value.sentences)
    const missed = [...ticked.value.missed]
    if (sentences.length === 0) return ok({ seq: stream.seq, missed })
    const event = {
      type: 'sentences-ticked',
      sentences,
      reason: wanted.reason,
      why: await keep(wanted.why.trim()),
    } as const
    return ok({ seq: (await record(event)).seq, missed })
  })

/** NC6. Without those that were ticked for this reason in as many places already. */
async function news(
  { tx }: ArticleWork,
  articleId: string,
  { reason, why }: TickAsked,
  sentences: readonly Tick[],
): Promise<Tick[]> {
  const given = new Map((await readTicks(tx, articleId)).map((tick) => [tick.words, tick]))
  const before = sentences.map(({ words }) => given.get(words))
  const texts = await readPrivate(
    tx,
    before.flatMap((tick) => tick?.whyId ?? []),
  )
  return sentences.filter(({ places }, at) => {
    const tick = before[at]
    const same = tick?.reason === reason && tick.places === places
    return !same || (tick.whyId === null ? '' : (texts.get(tick.whyId) ?? '')) !== why.trim()
  })
}

export const untickOn = (
  services: Services,
  asked: Asked,
  articleId: string,
  words: readonly string[],
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, asked, articleId, async ({ tx, actor, stream, record }) => {
    const may = untick(actor)
    if (!may.ok) return may
    const given = new Set((await readTicks(tx, articleId)).map((tick) => tick.words))
    const gone = [...new Set(words)].filter((one) => given.has(one))
    if (gone.length === 0) return ok({ seq: stream.seq })
    return ok({ seq: (await record({ type: 'sentences-unticked', words: gone })).seq })
  })
