/** Skipping suggested words for everybody, and bringing them back. What is skipped already is no event. Rule SU4. */
import { ok, type Result } from '#domain/result.ts'
import { bringBack, skipWords } from '#domain/skip.ts'
import { readSkips } from '../projection/skip-reader.ts'
import { commandArticle } from './article-command.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export interface SkipDone {
  readonly seq: number
  /** Of those asked for: what no longer stands in the text. */
  readonly missed: string[]
}

export const skipOn = (
  services: Services,
  asked: Asked,
  articleId: string,
  words: readonly string[],
): Promise<Result<SkipDone>> =>
  commandArticle<SkipDone>(services, asked, articleId, async ({ tx, actor, stream, text, record }) => {
    const skipped = skipWords(actor, words, text.text)
    if (!skipped.ok) return skipped
    const known = new Set((await readSkips(tx, articleId)).map((skip) => skip.words))
    const news = skipped.value.words.filter((one) => !known.has(one))
    const missed = [...skipped.value.missed]
    if (news.length === 0) return ok({ seq: stream.seq, missed })
    return ok({ seq: (await record({ type: 'suggestions-skipped', words: news })).seq, missed })
  })

export const bringBackOn = (
  services: Services,
  asked: Asked,
  articleId: string,
  words: readonly string[],
): Promise<Result<{ seq: number }>> =>
  commandArticle(services, asked, articleId, async ({ tx, actor, stream, record }) => {
    const may = bringBack(actor)
    if (!may.ok) return may
    const known = new Set((await readSkips(tx, articleId)).map((skip) => skip.words))
    const back = [...new Set(words)].filter((one) => known.has(one))
    if (back.length === 0) return ok({ seq: stream.seq })
    return ok({ seq: (await record({ type: 'suggestions-restored', words: back })).seq })
  })
