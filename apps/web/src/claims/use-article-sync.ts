/** The article's live text, as this person has it, for as long as its desk is on screen. Schema and epoch are those it was opened with. */
import { useEffect, useState } from 'react'
import type { ArticleView } from '#protocol/view.ts'
import { holdArticle } from '#web/live/sync-articles.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { useStore } from '#web/live/sync-store.ts'
import { wireAtStart } from '#web/live/wire-state.ts'

export function useArticleSync(
  newsroom: string,
  { id, schema, epoch }: ArticleView,
  person: string,
): ArticleSync | null {
  const [sync, setSync] = useState<ArticleSync | null>(null)
  const [first] = useState({ schema, epoch })
  useEffect(() => {
    const held = holdArticle({ newsroom, article: id, ...first }, person)
    setSync(held.sync)
    return held.release
  }, [newsroom, id, first, person])
  return sync
}

const noWire = { get: () => wireAtStart, subscribe: () => () => undefined }

export const useWire = (sync: ArticleSync | null) => useStore(sync?.wire ?? noWire)
