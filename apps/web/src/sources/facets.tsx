/** The filters beside the table: each value with how many sources it would leave; again takes it off. On a narrow page they fold. */
import { Link, useParams } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import type { OriginView, SourceRow } from '#protocol/source-view.ts'
import type { SourcesSearch } from '#web/frame/search.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { countsOf, type FilterKey, filterKeys, withFilter } from './shown-sources.ts'
import css from './sources.module.css'

interface FacetsProps {
  readonly sources: readonly SourceRow[]
  readonly origins: readonly OriginView[]
  readonly search: SourcesSearch
}

interface Value {
  readonly id: string
  readonly text: string
}

export function Facets({ sources, origins, search }: FacetsProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const on = filterKeys.filter((key) => search[key] !== undefined).length
  const facet = (key: FilterKey, title: string, values: readonly Value[], valueOf: (source: SourceRow) => string) => (
    <Facet title={title} values={values} counts={countsOf(sources, search, key, valueOf)} of={key} search={search} />
  )
  const groups = origins.map(({ id: origin, name }) => ({ id: origin, text: name || t('origin.erased') }))
  return (
    <nav className={css['facets']} aria-label={t('library.filters')}>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon glyph={isOpen ? 'chevron-down' : 'chevron-end'} size={12} />
        {on === 0 ? t('library.filters') : t('library.filtersOn', { count: on })}
      </button>
      <div id={id} className={css['facetLists']} data-open={isOpen}>
        {facet(
          'kind',
          t('library.facet.kind'),
          sourceKinds.map((kind) => ({ id: kind, text: t(`sourceKind.${kind}`) })),
          ({ kind }) => kind,
        )}
        {facet(
          'origin',
          t('library.facet.origin'),
          [...groups, { id: 'none', text: t('library.facet.noOrigin') }],
          ({ originId }) => originId ?? 'none',
        )}
        {facet(
          'terms',
          t('library.facet.terms'),
          sourceTerms.map((terms) => ({ id: terms, text: t(`terms.${terms}`) })),
          ({ terms }) => terms,
        )}
        {facet(
          'state',
          t('library.facet.state'),
          sourceStates.map((state) => ({ id: state, text: t(`sourceState.${state}`) })),
          ({ state }) => state,
        )}
        <Alike sources={sources} search={search} />
      </div>
    </nav>
  )
}

interface FacetProps {
  readonly title: string
  readonly values: readonly Value[]
  readonly counts: ReadonlyMap<string, number>
  readonly of: FilterKey
  readonly search: SourcesSearch
}

function Facet({ title, values, counts, of, search }: FacetProps) {
  const id = useId()
  const shown = values.filter((value) => counts.has(value.id) || search[of] === value.id)
  if (shown.length === 0) return null
  return (
    <div role="group" aria-labelledby={id}>
      <h2 id={id} className={css['facetTitle']}>
        {title}
      </h2>
      <ul>
        {shown.map((value) => {
          const isOn = search[of] === value.id
          return (
            <li key={value.id}>
              <FacetLink
                isOn={isOn}
                search={withFilter(search, of, isOn ? undefined : value.id)}
                text={value.text}
                count={counts.get(value.id) ?? 0}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Only where there is something to look at. */
function Alike({ sources, search }: Omit<FacetsProps, 'origins'>) {
  const { t } = useWords()
  const count = countsOf(sources, search, 'alike', ({ duplicates }) => String(duplicates > 0)).get('true') ?? 0
  const isOn = search.alike === true
  if (count === 0 && !isOn) return null
  return (
    <FacetLink
      isOn={isOn}
      search={withFilter(search, 'alike', isOn ? undefined : true)}
      text={t('library.facet.alike')}
      count={count}
    />
  )
}

interface FacetLinkProps {
  readonly isOn: boolean
  readonly search: SourcesSearch
  readonly text: string
  readonly count: number
}

function FacetLink({ isOn, search, text, count }: FacetLinkProps) {
  const { newsroom } = useParams({ from: '/$newsroom' })
  return (
    <Link
      to="/$newsroom/sources"
      params={{ newsroom }}
      search={search}
      replace
      // A filter that is on leads to the page without it, which would pass for the page one is on.
      activeOptions={{ exact: true }}
      className={css['facet']}
      aria-current={isOn ? 'true' : undefined}
    >
      <span dir="auto">{text}</span> <b>{count}</b>
    </Link>
  )
}
