/** The way in for a new draft, the same as for an article: paste, choose or drop a file, look at what was read. Drafts that wait come first. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import { personOf } from '#web/claims/desk.ts'
import { draftPlace } from '#web/import/handover.ts'
import importCss from '#web/import/import.module.css'
import { PasteBox } from '#web/import/paste-box.tsx'
import { useFileDrop } from '#web/import/use-file-drop.ts'
import { useImporting } from '#web/import/use-importing.ts'
import { draftsQuery } from '#web/queries.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useNow } from '#web/ui/now.ts'
import { shortTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import { Check } from './check.tsx'
import css from './draft.module.css'

interface BringInProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
}

export function BringIn({ newsroom, article }: BringInProps) {
  const { t } = useWords()
  const place = draftPlace(newsroom.slug, article.id)
  const importing = useImporting(newsroom.slug, place, (notes) => t('draft.ready', { notes }))
  const { state, setState, checking, boxed, wrong, isReading, take, takeFile, takeAgain, onTyped } = importing
  const isOver = useFileDrop(state.step === 'paste', takeFile)
  if (checking !== null) {
    return (
      <Check
        newsroom={newsroom.slug}
        article={article}
        state={checking}
        onChange={setState}
        onTake={takeAgain}
        isReading={isReading}
      />
    )
  }
  return (
    <>
      <Waiting newsroom={newsroom} article={article} />
      <PasteBox
        key={state.step}
        clip={boxed}
        wrong={wrong}
        isReading={isReading}
        onPasted={take}
        onFile={takeFile}
        onTyped={onTyped}
        autoFocus
      />
      <p className={css['safe']}>{t('draft.safe')}</p>
      {isOver && (
        <div className={importCss['over']} aria-hidden="true">
          <span>{t('import.dropHere')}</span>
        </div>
      )}
    </>
  )
}

function Waiting({ newsroom, article }: BringInProps) {
  const { t, locale } = useWords()
  const now = useNow()
  const drafts = useQuery(draftsQuery(newsroom.slug, article.id)).data ?? []
  if (drafts.length === 0) return null
  return (
    <section className={css['waiting']} aria-labelledby="draft-waiting">
      <h2 id="draft-waiting">{t('draft.waiting')}</h2>
      <ul>
        {drafts.toReversed().map(({ id, by, at, original }) => {
          const { name } = personOf(newsroom, by)
          const when = shortTime(at, now, newsroom.zone, locale)
          return (
            <li key={id}>
              <span>
                {original === null
                  ? t('draft.waitingOne', { name })
                  : t('draft.waitingFile', { name, file: original.name })}
                , <Moment at={at} zone={newsroom.zone} />
              </span>
              <Link
                to="/$newsroom/articles/$article/new-draft"
                params={{ newsroom: newsroom.slug, article: article.id }}
                search={{ draft: id }}
                aria-label={t('draft.goOnOf', { name, when })}
              >
                {t('draft.goOn')}
              </Link>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
