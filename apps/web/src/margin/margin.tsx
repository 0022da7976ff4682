/**
 * The margin of the text: at the start side the gutter with a name and a box at each line where claims start, at the end side the cards,
 * level with their words. Complete is the list of claims; here is what lies near the window, and everything here selects. MG1–MG9.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { mayDecide } from '#domain/actor.ts'
import { personOf, useDesk } from '#web/claims/desk.ts'
import { markOf } from '#web/editor/pointing.ts'
import { type Store, useStore } from '#web/live/sync-store.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { marginClaims, nameOf } from './card-state.ts'
import { MarginCard } from './card.tsx'
import { Gutter } from './gutter.tsx'
import css from './margin.module.css'
import { type Drawn, MarginLayout } from './margin-layout.ts'
import { useWidth } from '#web/ui/use-width.ts'
import '#web/words/article.ts'
import '#web/words/margin.ts'

const empty: Drawn = { cards: [], rows: [], folded: 0, foldedTo: null }
const nothingYet: Store<Drawn> = { get: () => empty, subscribe: () => () => undefined }

export function Margin({ text, frame }: { text: HTMLElement; frame: RefObject<HTMLElement | null> }) {
  const { t } = useWords()
  const { claims, shown, selected, select, mode, actor, newsroom, article, acts } = useDesk()
  const origin = useRef<HTMLDivElement>(null)
  const [layout, setLayout] = useState<MarginLayout | null>(null)
  const withCards = useWidth('(width >= 1440px)')
  const withNames = useWidth('(width >= 1100px)')

  useEffect(() => {
    if (origin.current === null || frame.current === null) return
    const made = new MarginLayout(text, origin.current, frame.current)
    setLayout(made)
    return () => made.destroy()
  }, [text, frame])

  const known = useMemo(() => new Map(claims.map((claim) => [claim.id, claim])), [claims])
  const inMargin = useMemo(() => marginClaims(t), [t])
  const needed = useMemo(
    () =>
      new Map(
        claims
          .filter(({ standing }) => standing !== 'withdrawn' && standing !== 'detached')
          .map((claim) => [claim.id, inMargin(claim)]),
      ),
    [claims, inMargin],
  )
  const selectedId = selected?.id ?? null
  useLayoutEffect(
    () => layout?.tell({ claims: needed, shown, selected: selectedId, withCards, mostInGutter: withNames ? 2 : 1 }),
    [layout, needed, shown, selectedId, withCards, withNames],
  )

  /** A card may be in sight while its words are not: those come into view then, and the card with them. */
  const selectCard = useCallback((id: string) => select(id, isInSight(text, id) ? 'text' : 'list'), [select, text])

  const { cards, rows, folded, foldedTo } = useStore(layout?.drawn ?? nothingYet)
  const foldedClaim = foldedTo === null ? undefined : known.get(foldedTo)
  const mayAct = mode !== 'read' && mayDecide(actor)
  return (
    <div className={css['margin']} ref={origin}>
      {layout !== null && (
        <Gutter
          rows={rows}
          claims={known}
          selected={selectedId}
          withNames={withNames}
          select={select}
          hold={layout.hold}
        />
      )}
      {layout !== null && withCards && (
        <section className={css['cards']} aria-label={t('margin.cards')}>
          {foldedClaim !== undefined && (
            <button
              type="button"
              className={css['folded']}
              aria-label={t('margin.foldedGo', { count: folded, number: nameOf(foldedClaim, t) })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => select(foldedClaim.id, 'step')}
            >
              {t('margin.folded', { count: folded })} <Icon glyph="chevron-up" />
            </button>
          )}
          {cards.map(({ id, density }) => {
            const claim = known.get(id)
            return claim === undefined ? null : (
              <MarginCard
                key={id}
                claim={claim}
                density={id === selectedId ? 'full' : density}
                assignee={claim.assignee === null ? null : personOf(newsroom, claim.assignee)}
                language={article.language}
                newsroom={newsroom}
                mayAct={mayAct}
                acts={acts}
                select={selectCard}
                hold={layout.hold}
              />
            )
          })}
        </section>
      )}
    </div>
  )
}

function isInSight(text: HTMLElement, id: string): boolean {
  const line = markOf(text, id)?.getClientRects()[0]
  const window = text.closest('[data-region="text"]')?.getBoundingClientRect()
  return line !== undefined && window !== undefined && line.top >= window.top && line.bottom <= window.bottom
}
