/** One entry of a history: the sentence, the claim it is about, what was written then, and when. Erased words say so. */
import { Suspense } from 'react'
import { Link } from '@tanstack/react-router'
import type { HistoryEntry, NewsroomView } from '#protocol/view.ts'
import { personOf } from '#web/claims/desk.ts'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './history.module.css'
import { Sentence } from './sentence.tsx'

/** Few entries are of words that changed, and comparing them takes a library. */
const Difference = onDemand(() => import('#web/claims/difference.tsx').then((part) => part.Difference))

export interface EntryProps {
  readonly entry: HistoryEntry
  readonly newsroom: NewsroomView
  readonly article: { readonly id: string; readonly language: string }
  /** Where all entries are of one claim there is no need to name it. */
  readonly isOfOneClaim?: boolean
  /** Whether it is the one that somebody has gone to. */
  readonly isShown?: boolean
  /** What can be done with the entry. */
  readonly children?: React.ReactNode
}

/** What follows from the text is told in the history by whoever's act came next, which is not always who wrote it. */
const ofText: ReadonlySet<string> = new Set(['claim-reworded', 'claim-detached', 'claim-restored'])

export function Entry({ entry, newsroom, article, isOfOneClaim = false, isShown = false, children }: EntryProps) {
  const { t } = useWords()
  const { claim, erased, event } = entry
  const [before, after] = [event['before'], event['after']]
  return (
    <li className={css['entry']} aria-current={isShown || undefined}>
      {ofText.has(entry.type) ? (
        <span className={css['glyph']}>
          <Icon glyph="again" />
        </span>
      ) : (
        <Face person={personOf(newsroom, entry.by)} decorative />
      )}
      <div className={css['told']}>
        <p>
          <Sentence entry={entry} newsroom={newsroom} language={article.language} />
          {claim !== null && !isOfOneClaim && (
            <>
              {' · '}
              <Link
                to="/$newsroom/articles/$article"
                params={{ newsroom: newsroom.slug, article: article.id }}
                search={{ claim: `C${claim.number}` }}
                className={css['claim']}
              >
                {t('claim.number', { number: claim.number })}
              </Link>
            </>
          )}
        </p>
        {entry.type === 'claim-reworded' && typeof before === 'string' && typeof after === 'string' && (
          <Suspense fallback={<p dir="auto">{after}</p>}>
            <Difference before={before} after={after} language={article.language} />
          </Suspense>
        )}
        {erased !== null && (
          <p className={css['erased']}>
            {t('past.erased', { name: personOf(newsroom, erased.by).name })},{' '}
            <Moment at={erased.at} zone={newsroom.zone} />
          </p>
        )}
        {written(entry).map((text) => (
          <p key={text} className={css['written']} dir="auto">
            {text}
          </p>
        ))}
        {entry.proposed !== null && (
          <p className={css['written']} dir="auto">
            {t('past.proposed', { words: entry.proposed })}
          </p>
        )}
        <p className={css['when']}>
          <Moment at={entry.at} zone={newsroom.zone} /> · {t('past.entry', { seq: entry.seq })}
          {children}
        </p>
      </div>
    </li>
  )
}

/** A reason, a remark; of evidence where to look and what stands there, which come as JSON. */
function written({ type, text }: HistoryEntry): string[] {
  if (text === null) return []
  if (type !== 'evidence-attached') return [text]
  try {
    const { locator, excerpt } = JSON.parse(text) as { locator?: unknown; excerpt?: unknown }
    return [locator, excerpt].filter((part) => typeof part === 'string').filter((part) => part !== '')
  } catch {
    return [text]
  }
}
