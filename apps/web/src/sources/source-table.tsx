/** The table of sources. A row opens its record; on a phone each row becomes a few lines, and the roles are written out for that. */
import { Link, useParams } from '@tanstack/react-router'
import { memo } from 'react'
import type { OriginView, SourceRow } from '#protocol/source-view.ts'
import type { SourcesSearch } from '#web/frame/search.ts'
import { Icon } from '#web/ui/icon.tsx'
import { sourceGlyph } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { Badges } from './badges.tsx'
import { dayIn } from './measure.ts'
import css from './sources.module.css'

const columns = ['title', 'publisher', 'date', 'origin', 'uses'] as const

interface SourceTableProps {
  readonly sources: readonly SourceRow[]
  readonly origins: readonly OriginView[]
  readonly search: SourcesSearch
}

export function SourceTable({ sources, origins, search }: SourceTableProps) {
  const { t } = useWords()
  const names = new Map(origins.map(({ id, name }) => [id, name || t('origin.erased')]))
  return (
    <table role="table" className={css['table']} aria-label={t('library.table')}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className={css[column]}>
              {t(`library.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sources.map((source) => (
          <Row
            key={source.id}
            source={source}
            origin={source.originId === null ? null : (names.get(source.originId) ?? null)}
            search={search}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly source: SourceRow
  readonly origin: string | null
  readonly search: SourcesSearch
}

const Row = memo(function Row({ source, origin, search }: RowProps) {
  const { t, locale } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const { id, kind, title, publisher, author, publishedOn, uses } = source
  return (
    <tr role="row" data-chosen={search.source === id || undefined}>
      <th role="rowheader" scope="row" className={css['title']}>
        <span className={css['rowTitle']}>
          <span className={css['glyph']} title={t(`sourceKind.${kind}`)}>
            <Icon glyph={sourceGlyph[kind]} />
          </span>
          <Link
            to="/$newsroom/sources"
            params={{ newsroom }}
            search={{ ...search, source: id }}
            data-source={id}
            aria-current={search.source === id ? 'true' : undefined}
            resetScroll={false}
            dir="auto"
          >
            {title}
          </Link>
        </span>
        <Badges source={source} more={source.duplicates > 0 ? t('library.alikeBadge') : null} />
      </th>
      <td role="cell" className={css['publisher']} dir="auto">
        {publisher || author}
      </td>
      <td role="cell" className={css['date']}>
        {publishedOn !== '' && <span dir="auto">{dayIn(locale, publishedOn)}</span>}
      </td>
      <td role="cell" className={css['origin']} dir="auto">
        {origin}
      </td>
      <td role="cell" className={css['uses']}>
        <span aria-hidden="true">{uses === 0 ? '·' : uses}</span>
        <span className={css['usesSpoken']}>{t('library.uses', { count: uses })}</span>
      </td>
    </tr>
  )
})
