/**
 * The article's live text, as this person has it, for as long as its desk is on screen, under the epoch it was opened with. The schema is
 * the one this page was built with, whatever the server says of itself by now: an outdated page has to be turned away. Rule WP9.
 */
import { SCHEMA_NUMBER } from '#document/schema.ts'
import { useEffect, useState } from 'react'
import type { SteadyArticle } from '#protocol/view.ts'
import { holdArticle, openArticle } from '#web/live/sync-articles.ts'
import type { ArticleAddress, ArticleSync } from '#web/live/sync-provider.ts'
import { usePart } from '#web/live/sync-store.ts'
import { type WireState, wireAtStart } from '#web/live/wire-state.ts'

/** The text of an article whose desk is about to be drawn. */
export const openText = (of: Omit<ArticleAddress, 'schema'>, person: string): void =>
  openArticle({ ...of, schema: SCHEMA_NUMBER }, person)

export function useArticleSync(newsroom: string, { id, epoch }: SteadyArticle, person: string): ArticleSync | null {
  const [sync, setSync] = useState<ArticleSync | null>(null)
  const [first] = useState({ schema: SCHEMA_NUMBER, epoch })
  useEffect(() => {
    const held = holdArticle({ newsroom, article: id, ...first }, person)
    setSync(held.sync)
    return held.release
  }, [newsroom, id, first, person])
  return sync
}

const noWire = { get: () => wireAtStart, subscribe: () => () => undefined }

/** Part of the wire's state: each key sends, and is saved, but whoever asks whether the text has ever come need not hear of that. EP1. */
export const useWire = <P extends WireState[keyof WireState]>(
  sync: ArticleSync | null,
  pick: (wire: WireState) => P,
): P => usePart(sync?.wire ?? noWire, pick)
