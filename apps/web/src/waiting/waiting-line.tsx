/** One line of what waits: who, what and where, by when. The whole line is one link. */
import { Link } from '@tanstack/react-router'
import type { WaitingView } from '#protocol/talk-view.ts'
import type { NewsroomView } from '#protocol/view.ts'
import { Face } from '#web/ui/face.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment, TimeLeft } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './waiting.module.css'

export function WaitingLine({ entry, newsroom }: { entry: WaitingView; newsroom: NewsroomView }) {
  const { t } = useWords()
  const { what, article, claim, by, text, at, dueAt, count } = entry
  const person = newsroom.people.find(({ id }) => id === by)
  const number = claim && t('claim.number', { number: claim.number })
  return (
    <li className={css['line']}>
      <Link
        to="/$newsroom/articles/$article"
        params={{ newsroom: newsroom.slug, article: article.id }}
        search={number === null ? {} : { claim: number }}
        className={css['link']}
      >
        {claim && (
          <span className={css['claim']}>
            <b className={css['number']}>{number}</b>
            {claim.risk === 'high' && (
              <>
                <Icon glyph="risk" />
                <VisuallyHidden>{t('risk.high')}</VisuallyHidden>
              </>
            )}
            <span className={css['words']} lang={article.language} dir="auto">
              {claim.words}
            </span>
          </span>
        )}
        {text !== null && (
          <span className={css['text']} dir="auto">
            {text}
          </span>
        )}
        {text === null && person && <span className={css['erased']}>{t('waiting.erased')}</span>}
        {!claim && (
          <span className={css['title']} lang={article.language} dir="auto">
            {article.title}
          </span>
        )}
        <span className={css['facts']}>
          {person && (
            <span className={css['who']}>
              <Face person={person} size={20} decorative />
              {person.name}
              {at !== null && <Moment at={at} zone={newsroom.zone} />}
            </span>
          )}
          {claim && (
            <span className={css['where']} lang={article.language} dir="auto">
              {article.title}
            </span>
          )}
          {count !== null && <span>{t(what === 'article' ? 'waiting.left' : 'waiting.toSign', { count })}</span>}
          {dueAt !== null && (
            <span className={css['due']}>
              {t('article.due')} <Moment at={dueAt} zone={newsroom.zone} /> <TimeLeft dueAt={dueAt} />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
