/** The history of one claim, newest first, told in the same sentences as the article's. Loaded when it is first opened. */
import type { NewsroomView } from '#protocol/view.ts'
import { useHistory } from '#web/queries.ts'
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
}

export function ClaimHistory({ newsroom, article, claim }: ClaimHistoryProps) {
  const { t, whyNot } = useWords()
  const history = useHistory(newsroom.slug, article.id, claim)
  if (history.isPending) return <p>{t('app.loading')}</p>
  if (history.isError) return <p>{whyNot('server-trouble')}</p>
  return (
    <ol className={css['entries']}>
      {history.data.map((entry) => (
        <Entry key={entry.seq} entry={entry} newsroom={newsroom} article={article} isOfOneClaim />
      ))}
    </ol>
  )
}
