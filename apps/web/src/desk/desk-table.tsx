/**
 * The table of articles. Rows keep their identity while they move, so the focus stays where it is; on a phone each row becomes a few
 * lines (the roles are written out because a changed `display` would take the table away from screen readers).
 */
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { ArticleRow, PersonView } from '#protocol/view.ts'
import { Face } from '#web/ui/face.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Moment, TimeLeft } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './table.module.css'

const counts = ['left', 'allegations', 'casualties', 'reworded', 'unassigned'] as const
const risky: ReadonlySet<(typeof counts)[number]> = new Set(['allegations', 'casualties'] as const)

export interface DeskTableProps {
  readonly newsroom: string
  readonly articles: readonly ArticleRow[]
  readonly people: readonly PersonView[]
  readonly zone: string
  readonly behind: number
}

export function DeskTable({ newsroom, articles, people, zone, behind }: DeskTableProps) {
  const { t } = useWords()
  return (
    <table role="table" className={css['table']} aria-label={t('desk.table')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('desk.column.article')}
          </th>
          <th role="columnheader" scope="col">
            {t('desk.column.stage')}
          </th>
          <th role="columnheader" scope="col" className={css['assignees']}>
            {t('desk.column.assignees')}
          </th>
          <th role="columnheader" scope="col">
            {t('desk.column.due')}
          </th>
          <th role="columnheader" scope="col">
            {t('desk.column.timeLeft')}
          </th>
          {counts.map((count) => (
            <th key={count} role="columnheader" scope="col" className={css['number']}>
              {t(`desk.column.${count}`)}
            </th>
          ))}
          <th role="columnheader" scope="col" className={css['number']}>
            {t('desk.column.done')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {articles.map((article) => (
          <DeskRow key={article.id} newsroom={newsroom} article={article} people={people} zone={zone} behind={behind} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly newsroom: string
  readonly article: ArticleRow
  readonly people: readonly PersonView[]
  readonly zone: string
  readonly behind: number
}

const DeskRow = memo(function DeskRow({ newsroom, article, people, zone, behind }: RowProps) {
  const { t } = useWords()
  const { id, title, stage, desk, dueAt, language, tally, assignees } = article
  const given = people.filter((person) => assignees.includes(person.id))
  return (
    <tr role="row" data-stage={stage}>
      <th role="rowheader" scope="row" className={css['title']}>
        <Link
          to="/$newsroom/articles/$article"
          params={{ newsroom, article: id }}
          search={{}}
          lang={language}
          dir="auto"
        >
          {title}
        </Link>
      </th>
      <td role="cell" className={css['stage']}>
        {t(`stage.${stage}`)}
        {desk !== '' && (
          <span className={css['desk']} dir="auto">
            {desk}
          </span>
        )}
      </td>
      <td role="cell" className={css['assignees']} data-zero={given.length === 0 || undefined}>
        {given.length === 0 ? (
          <None said={t('desk.none.assignees')} />
        ) : (
          given.map((person) => <Face key={person.id} person={person} size={20} />)
        )}
      </td>
      <td role="cell" className={css['due']} data-zero={dueAt === null || undefined}>
        {dueAt === null ? <None said={t('desk.none.due')} /> : <Moment at={dueAt} zone={zone} />}
      </td>
      <td role="cell" className={css['timeLeft']} data-zero={dueAt === null || stage === 'published' || undefined}>
        {dueAt === null || stage === 'published' ? (
          <None said={t('desk.none.timeLeft')} />
        ) : (
          <TimeLeft dueAt={dueAt} behind={behind} />
        )}
      </td>
      {counts.map((count) => (
        <td key={count} role="cell" className={css['number']} data-zero={tally[count] === 0 || undefined}>
          {tally[count] === 0 ? (
            <None said={t(`desk.none.${count}`)} />
          ) : (
            <Link
              to="/$newsroom/articles/$article"
              params={{ newsroom, article: id }}
              search={{ show: count }}
              className={css['count']}
              data-marked={risky.has(count) || undefined}
              aria-label={t(`desk.open.${count}`, { count: tally[count], title })}
            >
              <b>{tally[count]}</b>
              <span className={css['unit']}>{t(`desk.unit.${count}`, { count: tally[count] })}</span>
            </Link>
          )}
        </td>
      ))}
      <td role="cell" className={`${css['number']} ${css['done']}`} data-zero={tally.all === 0 || undefined}>
        <Done newsroom={newsroom} article={article} />
      </td>
    </tr>
  )
})

function Done({ newsroom, article: { id, title, tally } }: { newsroom: string; article: ArticleRow }) {
  const { t } = useWords()
  if (tally.all === 0) return <None said={t('desk.none.done')} />
  const door = {
    to: '/$newsroom/articles/$article',
    params: { newsroom, article: id },
    className: css['count'],
  } as const
  return (
    <span className={css['fraction']}>
      {tally.done === tally.all && (
        <span className={css['allDone']} role="img" aria-label={t('desk.allDone')}>
          <Icon glyph="box-full" />
        </span>
      )}
      <Link {...door} search={{ show: 'done' }} aria-label={t('desk.open.done', { count: tally.done, title })}>
        {tally.done}
      </Link>
      <span aria-hidden="true">/</span>
      <Link {...door} search={{ show: 'all' }} aria-label={t('desk.open.all', { count: tally.all, title })}>
        {tally.all}
      </Link>
      <span className={css['unit']}>{t('desk.column.done').toLocaleLowerCase()}</span>
    </span>
  )
}

/** Zero is a dot: what is nothing should not look like something. */
function None({ said }: { said: string }) {
  return (
    <>
      <span aria-hidden="true" className={css['none']}>
        ·
      </span>
      <VisuallyHidden>{said}</VisuallyHidden>
    </>
  )
}
