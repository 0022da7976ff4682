/** The bar over an article: where I am, how much time and how much work is left, who is here, whether it is saved, and the mode. */
import { Link } from '@tanstack/react-router'
import { isDone } from '#domain/claim.ts'
import { passes } from '#domain/desk.ts'
import { DetailsButton } from '#web/article/details-button.tsx'
import { requestReview } from '#domain/review.ts'
import type { Mode } from '#web/editor/mode.ts'
import { AccountMenu } from '#web/frame/account-menu.tsx'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { Faces } from '#web/together/faces.tsx'
import type { Following } from '#web/together/use-follow.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment, TimeLeft } from '#web/ui/moment.tsx'
import { ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './article-bar.module.css'
import { ArticleMenu } from './article-menu.tsx'
import { Assignees } from './assignees.tsx'
import { useDesk } from './desk.ts'
import { WireWord } from './wire-word.tsx'

interface ArticleBarProps {
  readonly sync: ArticleSync
  readonly mayEdit: boolean
  readonly following: Following
  readonly onMode: (mode: Mode) => void
  readonly onCommands: () => void
  readonly onKeys: () => void
  readonly onPrint: () => void
}

export function ArticleBar({ sync, mayEdit, following, onMode, onCommands, onKeys, onPrint }: ArticleBarProps) {
  const { t } = useWords()
  const { newsroom, article, actor, claims, mode } = useDesk()
  const counted = claims.filter((claim) => passes('all', claim))
  const done = counted.filter(({ standing }) => isDone(standing)).length
  return (
    <header className={css['bar']} aria-label={t('article.region.top')} data-region="top">
      <Link
        to="/$newsroom"
        params={{ newsroom: newsroom.slug }}
        className={css['back']}
        aria-label={t('article.backToDesk')}
      >
        <Icon glyph="back" />
        <span className={css['backWord']}>{t('frame.desk')}</span>
      </Link>
      <h1 className={css['title']} dir="auto" lang={article.language}>
        {article.title}
      </h1>
      <span className={css['stage']}>{t(`stage.${article.stage}`)}</span>
      {article.dueAt !== null && article.stage !== 'published' && (
        <span className={css['due']}>
          <span className={css['dueAt']}>
            {t('article.due')} <Moment at={article.dueAt} zone={newsroom.zone} />
          </span>
          <TimeLeft dueAt={article.dueAt} />
        </span>
      )}
      <span className={css['progress']}>
        <span className={css['progressWords']}>
          {counted.length === 0 ? t('article.progressNone') : t('article.progress', { done, all: counted.length })}
        </span>
        <span className={css['progressShort']} aria-hidden="true">
          {done}/{counted.length}
        </span>
      </span>
      <span className={css['space']} />
      <Link
        to="/$newsroom/articles/$article/review"
        params={{ newsroom: newsroom.slug, article: article.id }}
        className={css['review']}
      >
        {t(
          requestReview(actor, article.stage).ok && article.stage === 'checking'
            ? 'article.askForReview'
            : 'article.review',
        )}
      </Link>
      <Assignees />
      <DetailsButton newsroom={newsroom} article={article} />
      <ArticleMenu onPrint={onPrint} onCommands={onCommands} />
      <Faces sync={sync} me={newsroom.me.id} following={following} />
      <WireWord sync={sync} mayEdit={mayEdit} />
      {mayEdit && mode !== 'read' && (
        <ToggleButtonGroup
          label={t('mode.label')}
          options={[
            { id: 'check', text: t('mode.check') },
            { id: 'edit', text: t('mode.edit') },
          ]}
          value={mode}
          onChange={onMode}
        />
      )}
      <span className={css['keysButton']}>
        <IconButton glyph="search" label={t('article.openCommands')} onPress={onCommands} />
        <IconButton glyph="question" label={t('article.openKeys')} onPress={onKeys} />
      </span>
      <AccountMenu newsroom={newsroom.slug} />
    </header>
  )
}
