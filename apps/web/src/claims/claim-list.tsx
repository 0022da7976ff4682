/**
 * All claims in the order of the text, those out of the text last. Complete: whatever can be done to a mark can be done from here by
 * the same keys. Rows that the filter hides stay in the page, hidden: their marks point to them.
 */
import { memo, type KeyboardEvent, useEffect, useRef } from 'react'
import { rowId } from '#web/editor/article-editor.ts'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './claims.module.css'
import { personOf, useDesk } from './desk.ts'
import type { DeskClaim } from './desk-claim.ts'
import { StateGlyphs, stateWord } from './state-word.tsx'
import { shortTime } from '#web/ui/zone.ts'

export function ClaimList() {
  const { t } = useWords()
  const { claims, shown, selected, select, acts, newsroom, article, show, setShow, mine, setMine, mayMark } = useDesk()
  const list = useRef<HTMLUListElement>(null)
  const chosen = selected?.id ?? null

  useEffect(() => {
    if (chosen === null || list.current === null) return
    const row = document.getElementById(rowId(chosen))
    if (row) keepInSight(list.current, row)
  }, [chosen, shown])

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
      <ul
        ref={list}
        className={css['list']}
        role="listbox"
        tabIndex={0}
        aria-label={t('claims.heading')}
        aria-activedescendant={chosen === null ? undefined : rowId(chosen)}
        data-region="list"
        onKeyDown={onKeyDown}
      >
        {claims.map((claim) => (
          <Row
            key={claim.id}
            claim={claim}
            isSelected={claim.id === chosen}
            isHidden={!shown.has(claim.id) && claim.id !== chosen}
            assignee={claim.assignee === null ? null : personOf(newsroom, claim.assignee)}
            language={article.language}
            zone={newsroom.zone}
            onSelect={select}
          />
        ))}
      </ul>
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

/** The list scrolls, never the page around it. */
function keepInSight(list: HTMLElement, row: HTMLElement): void {
  const top = row.offsetTop - list.offsetTop
  const bottom = top + row.offsetHeight
  const margin = Math.min(row.offsetHeight * 2, list.clientHeight / 3)
  if (top - margin < list.scrollTop) list.scrollTop = top - margin
  else if (bottom + margin > list.scrollTop + list.clientHeight) list.scrollTop = bottom + margin - list.clientHeight
}

interface RowProps {
  readonly claim: DeskClaim
  readonly isSelected: boolean
  readonly isHidden: boolean
  readonly assignee: { readonly name: string; readonly initials: string; readonly hue: number } | null
  readonly language: string
  readonly zone: string
  readonly onSelect: (id: string, from: 'list') => void
}

/** Parts read out one after the other, each ending as a sentence does. */
const sentences = (parts: readonly (string | null)[]): string =>
  parts.flatMap((part) => (part === null ? [] : [/[.?!…۔]$/u.test(part) ? part : `${part}.`])).join(' ')

const Row = memo(function Row({ claim, isSelected, isHidden, assignee, language, zone, onSelect }: RowProps) {
  const { t, locale } = useWords()
  const number = claim.number === null ? t('claim.numberless') : t('claim.number', { number: claim.number })
  const isPending = claim.state === 'arriving' || claim.pending !== null
  const isHigh = claim.risk === 'high'
  const asked = claim.queries.length
  const dueAt = claim.state === 'known' ? claim.view.dueAt : null
  const due = dueAt === null ? null : t('claim.dueAt', { at: shortTime(dueAt, Date.now(), zone, locale) })
  const spoken = [
    t('claim.rowSpoken', { number, kind: t(`kind.${claim.kind}`), state: stateWord(claim, t) }),
    isPending ? t('claim.rowPending') : null,
    claim.words.slice(0, 120),
    isHigh ? t('claim.highRisk') : null,
    asked === 0 ? null : t('claim.asked', { count: asked }),
    due,
    assignee === null ? null : t('claim.assignedTo', { name: assignee.name }),
  ]
  return (
    // Keys are the list's: it keeps the focus, and a row is only pointed at.
    <li
      id={rowId(claim.id)}
      role="option"
      className={css['row']}
      aria-selected={isSelected}
      aria-label={sentences(spoken)}
      hidden={isHidden}
      data-standing={claim.standing}
      onClick={() => onSelect(claim.id, 'list')}
    >
      <span className={css['number']}>{number}</span>
      <StateGlyphs claim={claim} pending={isPending} />
      <span className={css['rowText']}>
        <span className={css['rowKind']}>
          {isHigh && <Icon glyph="risk" size={12} />}
          {t(`kind.${claim.kind}`)}
          <span className={css['rowState']}> · {stateWord(claim, t)}</span>
          {asked > 0 && <Icon glyph="more" size={12} />}
          {due !== null && <span className={css['rowDue']}> · {due}</span>}
        </span>
        <span className={css['rowWords']} dir="auto" lang={language}>
          {claim.words}
        </span>
      </span>
      <span className={css['rowFace']}>{assignee && <Face person={assignee} size={20} decorative />}</span>
    </li>
  )
})
