/**
 * The library of sources: filters, the table, and the record of the chosen source. Filters and choice are in the address. On a phone
 * the record takes the place of the list, and the way back leads to the row it was opened from.
 */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { mayEdit } from '#domain/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import type { SourcesSearch } from '#web/frame/search.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { originsQuery, sourcesQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { DescribeDialog } from './dialogs.ts'
import { Facets } from './facets.tsx'
import { FindField } from './find-field.tsx'
import { RecordPane } from './record.tsx'
import { isFiltered, shownSources } from './shown-sources.ts'
import { SourceTable } from './source-table.tsx'
import css from './sources.module.css'
import { useLibrary } from './use-library.ts'
import '#web/words/sources.ts'

export function SourcesPage() {
  const { t } = useWords()
  const { slug, actor } = useLibrary()
  const search = useSearch({ from: '/$newsroom/sources' })
  const navigate = useNavigate()
  const { data: all } = useQuery(sourcesQuery(slug))
  const { data: origins = [] } = useQuery(originsQuery(slug))
  const [isAdding, setAdding] = useState(false)
  usePageTitle(t('library.page'))
  const shown = useMemo(() => shownSources(all ?? [], search), [all, search])
  useSpokenCount(shown.length, search)
  const table = useRef<HTMLDivElement>(null)
  useWayBack(table, search.source)

  if (all === undefined) return null
  const go = (next: SourcesSearch, replace: boolean) =>
    void navigate({ to: '/$newsroom/sources', params: { newsroom: slug }, search: next, replace, resetScroll: false })
  const mayAdd = mayEdit(actor)
  const { source, ...filters } = search

  return (
    <>
      <TopBar newsroom={slug} page={t('library.page')} />
      <main id="content" tabIndex={-1} className={css['page']} data-record={source !== undefined}>
        <div className={css['tools']}>
          <h1 className={css['heading']}>{t('library.heading')}</h1>
          {all.length > 0 && <FindField search={search} onChange={(next) => go(next, true)} />}
          {mayAdd && (
            <Button look="primary" glyph="plus" onPress={() => setAdding(true)}>
              {t('library.add')}
            </Button>
          )}
        </div>
        {all.length === 0 ? (
          <p className={css['nothing']}>{t(mayAdd ? 'library.empty' : 'library.emptyToRead')}</p>
        ) : (
          <div className={css['columns']}>
            <div className={css['side']}>
              <Facets sources={all} origins={origins} search={search} />
            </div>
            <div className={css['list']} ref={table}>
              {shown.length === 0 ? (
                <p className={css['nothing']}>
                  {t('library.nothingFits')}{' '}
                  <Link to="/$newsroom/sources" params={{ newsroom: slug }} search={{}} replace>
                    {t('library.clear')}
                  </Link>
                </p>
              ) : (
                <SourceTable sources={shown} origins={origins} search={search} />
              )}
              <p className={css['foot']}>
                {isFiltered(search)
                  ? t('library.countOf', { count: shown.length, all: all.length })
                  : t('library.count', { count: all.length })}
              </p>
            </div>
            <div className={css['record']}>
              {source === undefined ? (
                <p className={css['hint']}>{t('library.none')}</p>
              ) : (
                <RecordPane
                  key={source}
                  id={source}
                  back={filters}
                  onMerged={(into) => go({ ...filters, source: into }, true)}
                />
              )}
            </div>
          </div>
        )}
      </main>
      {isAdding && (
        <Suspense fallback={null}>
          <DescribeDialog
            source={null}
            onClose={() => setAdding(false)}
            onDone={(id) => go({ ...filters, source: id }, false)}
          />
        </Suspense>
      )}
    </>
  )
}

/** After a filter changed, how many are left is spoken; not after every change from elsewhere. */
function useSpokenCount(count: number, search: SourcesSearch): void {
  const { t } = useWords()
  const address = JSON.stringify({ ...search, source: undefined })
  const before = useRef(address)
  useEffect(() => {
    if (before.current === address) return
    before.current = address
    announce(t('library.count', { count }))
  }, [address, count, t])
}

/** When the record is closed, the focus returns to the row it was opened from. */
function useWayBack(table: React.RefObject<HTMLDivElement | null>, source: string | undefined): void {
  const last = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (source === undefined && last.current !== undefined) {
      table.current?.querySelector<HTMLElement>(`[data-source="${last.current}"]`)?.focus()
    }
    last.current = source
  }, [source, table])
}
