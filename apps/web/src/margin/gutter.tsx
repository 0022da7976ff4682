/** At each line where claims start, their names and boxes; three or more are one entry. For the eye and the pointer: the list says it all. */
import { memo } from 'react'
import type { SelectedFrom } from '#web/claims/desk.ts'
import type { DeskClaim } from '#web/claims/desk-claim.ts'
import { isLeft } from '#domain/claim.ts'
import { Icon } from '#web/ui/icon.tsx'
import { standingGlyph } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { nameOf } from './card-state.ts'
import type { GutterRow } from './gutter-rows.ts'
import css from './margin.module.css'
import { rowKey } from './margin-layout.ts'

interface GutterProps {
  readonly rows: readonly GutterRow[]
  readonly claims: ReadonlyMap<string, DeskClaim>
  readonly selected: string | null
  /** Else boxes only. */
  readonly withNames: boolean
  readonly select: (id: string, from: SelectedFrom) => void
  readonly hold: (key: string, element: HTMLElement | null) => void
}

export const Gutter = memo(function Gutter({ rows, claims, selected, withNames, select, hold }: GutterProps) {
  return (
    <div className={css['gutter']} aria-hidden="true">
      {rows.map(({ id, ids, isOne }) => {
        const here = ids.flatMap((one) => claims.get(one) ?? [])
        // One entry for many shows the selected one, else the first that is left.
        const face = here.find((one) => one.id === selected) ?? here.find(({ standing }) => isLeft(standing)) ?? here[0]
        if (face === undefined) return null
        const next = here[(here.indexOf(face) + 1) % here.length] ?? face
        return (
          <div
            key={id}
            className={css['line']}
            ref={(element) => {
              hold(rowKey(id), element)
              return () => hold(rowKey(id), null)
            }}
          >
            {isOne ? (
              <Entry
                claim={face}
                isSelected={face.id === selected}
                more={here.length - 1}
                withName={withNames}
                withMore
                // Again leads on to the next one on the line.
                onSelect={() => select(face.id === selected ? next.id : face.id, 'text')}
              />
            ) : (
              here.map((claim) => (
                <Entry
                  key={claim.id}
                  claim={claim}
                  isSelected={claim.id === selected}
                  more={0}
                  withName={withNames}
                  withMore={here.length === 1}
                  onSelect={() => select(claim.id, 'text')}
                />
              ))
            )}
          </div>
        )
      })}
    </div>
  )
})

interface EntryProps {
  readonly claim: DeskClaim
  readonly isSelected: boolean
  readonly more: number
  readonly withName: boolean
  /** Room for high risk and an open query beside the box. */
  readonly withMore: boolean
  readonly onSelect: () => void
}

function Entry({ claim, isSelected, more, withName, withMore, onSelect }: EntryProps) {
  const { t } = useWords()
  const { standing, risk, queries } = claim
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css['entry']}
      data-gutter={claim.id}
      data-selected={isSelected}
      data-left={isLeft(standing)}
      // The focus stays where the keys are.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onSelect}
    >
      {withMore && withName && queries.length > 0 && <Icon glyph="more" size={10} />}
      {withMore && withName && risk === 'high' && isLeft(standing) && <Icon glyph="risk" size={11} />}
      <Icon glyph={standingGlyph[standing]} size={12} />
      {withName && <span>{nameOf(claim, t)}</span>}
      {more > 0 && <span className={css['more']}>{`+${more}`}</span>}
    </button>
  )
}
