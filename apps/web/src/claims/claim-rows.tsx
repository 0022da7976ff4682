/**
 * The rows of the list of claims, in pieces of twenty. Of a thousand claims a key changes one: only its piece, and in it its row, is drawn
 * anew. Rule QK2.
 */
import { memo } from 'react'
import type { NewsroomView } from '#protocol/view.ts'
import { rowId } from '#web/editor/article-editor.ts'
import { OnThis } from '#web/together/on-this.tsx'
import { useOnClaim } from '#web/together/people.ts'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { shortTime } from '#web/ui/zone.ts'
import { useWords } from '#web/words/words.tsx'
import css from './claims.module.css'
import { personOf } from './desk.ts'
import type { DeskClaim } from './desk-claim.ts'
import { StateGlyphs, stateWord } from './state-word.tsx'

export interface RowOfList {
  readonly claim: DeskClaim
  /** Whether it passes the filter. */
  readonly passes: boolean
}

type RowsOfPiece = readonly RowOfList[]

/** Rows out of sight are neither laid out nor painted (claims.module.css), piece by piece: the browser watches each piece, with every frame. */
const pieceLength = 20

/** A piece in which nothing is new is the piece from before, and is not drawn anew. */
export function piecesOf(
  claims: readonly DeskClaim[],
  shown: ReadonlySet<string>,
  before: readonly RowsOfPiece[],
): readonly RowsOfPiece[] {
  return Array.from({ length: Math.ceil(claims.length / pieceLength) }, (_, index) => {
    const piece = claims.slice(index * pieceLength, (index + 1) * pieceLength)
    const rows = piece.map((claim) => ({ claim, passes: shown.has(claim.id) }))
    const earlier = before[index]
    const isSame = earlier?.length === rows.length && rows.every((row, at) => isSameRow(row, earlier[at]))
    return isSame ? earlier : rows
  })
}

const isSameRow = (row: RowOfList, earlier: RowOfList | undefined): boolean =>
  row.claim === earlier?.claim && row.passes === earlier.passes

interface PieceProps {
  readonly rows: RowsOfPiece
  /** The selected claim, if it is one of these. */
  readonly chosen: string | null
  readonly newsroom: NewsroomView
  readonly language: string
  readonly onSelect: (id: string, from: 'list') => void
}

export const Piece = memo(function Piece({ rows, chosen, newsroom, language, onSelect }: PieceProps) {
  const seen = rows.filter(({ claim, passes }) => passes || claim.id === chosen).length
  return (
    <div role="presentation" className={css['piece']} hidden={seen === 0} style={roomOf(seen)}>
      {rows.map(({ claim, passes }) => (
        <Row
          key={claim.id}
          claim={claim}
          isSelected={claim.id === chosen}
          isHidden={!passes && claim.id !== chosen}
          assignee={claim.assignee === null ? null : personOf(newsroom, claim.assignee)}
          language={language}
          zone={newsroom.zone}
          onSelect={onSelect}
        />
      ))}
    </div>
  )
})

/** What is kept free for a piece that was never seen; a row is about 51 px high. */
const roomOf = (rows: number) => ({ containIntrinsicBlockSize: `auto ${rows * 51}px` })

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
  const on = useOnClaim(claim.id)
  const due = dueAt === null ? null : t('claim.dueAt', { at: shortTime(dueAt, Date.now(), zone, locale) })
  const spoken = [
    t('claim.rowSpoken', { number, kind: t(`kind.${claim.kind}`), state: stateWord(claim, t) }),
    isPending ? t('claim.rowPending') : null,
    claim.words.slice(0, 120),
    isHigh ? t('claim.highRisk') : null,
    asked === 0 ? null : t('claim.asked', { count: asked }),
    due,
    assignee === null ? null : t('claim.assignedTo', { name: assignee.name }),
    on.length === 0
      ? null
      : t('together.rowOnThis', { count: on.length, names: on.map(({ name }) => name).join(', ') }),
  ]
  return (
    // Keys are the list's: it keeps the focus, and a row is only pointed at.
    <div
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
      <OnThis claim={claim.id} />
    </div>
  )
})
