/**
 * All claims in the order of the text, those out of the text last. Complete: whatever can be done to a mark can be done from here by
 * the same keys. Rows that the filter hides stay in the page, hidden: their marks point to them.
 */
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { rowId } from '#web/editor/article-editor.ts'
import { useWords } from '#web/words/words.tsx'
import { Piece, piecesOf, type RowOfList } from './claim-rows.tsx'
import css from './claims.module.css'
import { useDesk } from './desk.ts'
import type { DeskClaim } from './desk-claim.ts'

const none: readonly DeskClaim[] = []

export function ClaimList() {
  const { t } = useWords()
  const { claims, shown, selected, select, acts, newsroom, article, show, setShow, mine, setMine, mayMark } = useDesk()
  const list = useRef<HTMLDivElement>(null)
  // A thousand rows are drawn in pieces, and not before a text that has just come.
  const listed = useDeferredValue(claims, none)
  const chosen = selected?.id ?? null
  const before = useRef<readonly (readonly RowOfList[])[]>([])
  const pieces = useMemo(() => (before.current = piecesOf(listed, shown, before.current)), [listed, shown])

  useEffect(() => {
    if (chosen === null || list.current === null) return
    const row = document.getElementById(rowId(chosen))
    if (row) keepInSight(list.current, row)
  }, [chosen, shown, listed])

  const onKeyDown = (event: KeyboardEvent) => {
    const ends = { Home: visible(claims, shown, chosen).at(0), End: visible(claims, shown, chosen).at(-1) }
    if (event.key === 'ArrowDown') acts.step('next')
    else if (event.key === 'ArrowUp') acts.step('previous')
    else if (event.key === 'Home' || event.key === 'End') select(ends[event.key]?.id ?? null, 'list')
    else return
    event.preventDefault()
  }

  const isEmpty = shown.size === 0
  return (
    <>
      <div
        ref={list}
        className={css['list']}
        role="listbox"
        tabIndex={0}
        aria-label={t('claims.heading')}
        aria-activedescendant={chosen === null ? undefined : rowId(chosen)}
        data-region="list"
        onKeyDown={onKeyDown}
      >
        {pieces.map((rows, index) => (
          // A piece is where it is in the list and nothing else: rows go from one to the next.
          <Piece
            key={index}
            rows={rows}
            chosen={rows.some(({ claim }) => claim.id === chosen) ? chosen : null}
            newsroom={newsroom}
            language={article.language}
            onSelect={select}
          />
        ))}
      </div>
      {isEmpty && (
        <p className={css['empty']}>
          {claims.length === 0
            ? t(mayMark ? 'claims.none' : 'claims.noneToRead')
            : t('claims.noneShown', { filter: mine ? t('claims.mine') : t(`filter.${show}`) })}{' '}
          {claims.length > 0 && (
            <button
              type="button"
              className={css['plainLink']}
              onClick={() => {
                setShow('all')
                setMine(false)
              }}
            >
              {t('claims.clear')}
            </button>
          )}
        </p>
      )}
    </>
  )
}

const visible = (claims: readonly DeskClaim[], shown: ReadonlySet<string>, chosen: string | null) =>
  claims.filter(({ id }) => shown.has(id) || id === chosen)

/** The list scrolls, never the page around it; rows count from its top. */
function keepInSight(list: HTMLElement, row: HTMLElement): void {
  const top = row.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop
  const bottom = top + row.offsetHeight
  const margin = Math.min(row.offsetHeight * 2, list.clientHeight / 3)
  if (top - margin < list.scrollTop) list.scrollTop = top - margin
  else if (bottom + margin > list.scrollTop + list.clientHeight) list.scrollTop = bottom + margin - list.clientHeight
}
