/** The history of one claim, newest first, told in the same sentences as the article's. Loaded when it is first opened. */
import { useEffect, useRef } from 'react'
import type { NewsroomView } from '#protocol/view.ts'
import { useHistory } from '#web/queries.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { Entry } from './entry.tsx'
import css from './history.module.css'
import '#web/words/article.ts'
import '#web/words/history.ts'
import '#web/words/review.ts'

interface ClaimHistoryProps {
  readonly newsroom: NewsroomView
  readonly article: { readonly id: string; readonly language: string }
  /** Its id. */
  readonly claim: string
  /** The change that is shown, counted from the newest; null for none. */
  readonly at?: number | null
  /** There is none so far back. */
  readonly onAt?: (at: number) => void
}

export function ClaimHistory({ newsroom, article, claim, at = null, onAt }: ClaimHistoryProps) {
  const { t, whyNot } = useWords()
  const history = useHistory(newsroom.slug, article.id, claim)
  const list = useRef<HTMLOListElement>(null)
  const last = (history.data?.length ?? 0) - 1
  useEffect(() => {
    if (at === null || last < 0) return
    if (at > last) return onAt?.(last)
    const entry = list.current?.children[at]
    entry?.scrollIntoView({ block: 'nearest' })
    announce(entry?.querySelector('p')?.textContent ?? '')
  }, [at, last, onAt])
  if (history.isPending) return <p>{t('app.loading')}</p>
  if (history.isError) return <p>{whyNot('server-trouble')}</p>
  return (
    <ol className={css['entries']} ref={list}>
      {history.data.map((entry, index) => (
        <Entry
          key={entry.seq}
          entry={entry}
          newsroom={newsroom}
          article={article}
          isOfOneClaim
          isShown={index === at}
        />
      ))}
    </ol>
  )
}
