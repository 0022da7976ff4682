/** What others have changed since this person last looked: counts, edited paragraphs, and what happened to claims. */
import { Suspense, useEffect, useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import { Entry } from '#web/history/entry.tsx'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { useReviewed } from './review-context.ts'
import css from './review.module.css'

const Difference = onDemand(() => import('#web/claims/difference.tsx').then((part) => part.Difference))

const kinds = ['edits', 'marked', 'reworded', 'verdicts', 'signed', 'queries'] as const

export function Since() {
  const { t } = useWords()
  const { newsroom, article, review, readAgain } = useReviewed()
  const { sinceLook, text, seq } = review
  const isFirst = useFirstLook()
  const [isNoted, setNoted] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const isNothing = sinceLook === null || (sinceLook.edits.length === 0 && sinceLook.entries.length === 0)
  if (sinceLook === null || (isFirst && isNothing && !isNoted)) {
    return (
      <section className={css['section']} aria-label={t('review.since')}>
        <p className={css['hint']}>{t('review.sinceFirst')}</p>
      </section>
    )
  }
  const { counts, edits, entries, version } = sinceLook
  const told = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`review.since.${kind}`, { count: counts[kind] }))
  const newest = text.newest?.number
  const note = async () => {
    const reply = await api.noteLook(newsroom.slug, article.id, seq)
    if (reply.ok) {
      setNoted(true)
      announce(t('review.seen.said'))
      // The button goes with what it was about.
      heading.current?.focus()
    }
    await readAgain()
  }
  return (
    <section className={css['section']} aria-labelledby="review-since">
      <h2 id="review-since" ref={heading} tabIndex={-1} className={css['h2']}>
        {version !== null && newest !== undefined && version !== newest
          ? t('review.sinceFrom', { from: version, to: newest })
          : t('review.since')}
      </h2>
      <p>{isNothing ? t('review.sinceNothing') : told.join(' · ')}</p>
      {!isNothing && (
        <>
          {edits.length > 0 && (
            <>
              <h3 className={css['h3']}>{t('review.edited')}</h3>
              <ul className={css['edits']}>
                {edits.map(({ before, after }, index) => (
                  <li key={index}>
                    <Suspense fallback={<p>{after}</p>}>
                      <Difference before={before} after={after} language={article.language} />
                    </Suspense>
                  </li>
                ))}
              </ul>
            </>
          )}
          {entries.length > 0 && (
            <>
              <h3 className={css['h3']}>{t('review.happened')}</h3>
              <ol>
                {entries.map((entry) => (
                  <Entry key={entry.seq} entry={entry} newsroom={newsroom} article={article} />
                ))}
              </ol>
            </>
          )}
          <Button onPress={() => void note()}>{t('review.seen')}</Button>
        </>
      )}
    </section>
  )
}

/** Whoever comes for the first time has seen what the page shows; without this nothing could be told the next time. */
function useFirstLook(): boolean {
  const { newsroom, article, review } = useReviewed()
  const { slug } = newsroom
  const { id } = article
  // What comes while the page is open is news.
  const [first] = useState(review.sinceLook === null ? review.seq : null)
  useEffect(() => {
    if (first !== null) void api.noteLook(slug, id, first)
  }, [first, slug, id])
  return first !== null
}
