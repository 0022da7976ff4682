/** The whole text of two versions as one: changed lines named and marked by word, long stretches alike folded away and there to unfold. */
import { type ReactNode, type Ref, useState } from 'react'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { foldsOf, type Fold } from './folds.ts'
import { FormNote } from './form-note.tsx'
import { type Form, plainForm } from './line.ts'
import { LineView } from './line-view.tsx'
import { isStop, type Row } from './rows.ts'
import css from './versions.module.css'

interface DifferenceProps {
  readonly rows: readonly Row[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly label: string
  /** The text; the changes one goes to carry `data-stop`. */
  readonly place?: Ref<HTMLDivElement>
}

export function Difference({ rows, language, direction, label, place }: DifferenceProps) {
  return (
    <div
      {...(place === undefined ? {} : { ref: place })}
      className={`galley ${css['text']}`}
      role="group"
      aria-label={label}
      lang={language}
      dir={direction}
    >
      {foldsOf(rows).map((part, index) =>
        part.kind === 'fold' ? (
          <Folded key={`fold ${part.at}`} fold={part} />
        ) : (
          <Rows key={`rows ${index}`} rows={part.rows} />
        ),
      )}
    </div>
  )
}

function Folded({ fold }: { fold: Fold }) {
  const { t, direction, language } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <p className={css['fold']} dir={direction} lang={language === 'pseudo' ? 'en' : language}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon glyph={isOpen ? 'chevron-up' : 'chevron-down'} size={12} />
          {t('versions.fold', { count: fold.rows.length })}
        </button>
      </p>
      {isOpen && <Rows rows={fold.rows} />}
    </>
  )
}

const formOf = (row: Row): Form => (row.kind === 'gone' ? row.before : row.after).form ?? plainForm

/** Neighbouring rows for which `keyOf` says the same. */
function chunked<K>(rows: readonly Row[], keyOf: (row: Row) => K): { key: K; rows: Row[] }[] {
  const chunks: { key: K; rows: Row[] }[] = []
  for (const row of rows) {
    const key = keyOf(row)
    const last = chunks.at(-1)
    if (last !== undefined && last.key === key) last.rows.push(row)
    else chunks.push({ key, rows: [row] })
  }
  return chunks
}

/** Rows in the quotes and lists they stand in, `depth` of which are there already. */
function Rows({ rows, depth = 0 }: { rows: readonly Row[]; depth?: number }): ReactNode {
  return chunked(rows, (row) => formOf(row).within[depth]).map(({ key, rows }, index) => {
    if (key === undefined) return rows.map((row, at) => <RowView key={`${index} ${at}`} row={row} />)
    if (key === 'quote') {
      return (
        <blockquote key={index}>
          <Rows rows={rows} depth={depth + 1} />
        </blockquote>
      )
    }
    const List = key === 'numbers' ? 'ol' : 'ul'
    return (
      <List key={index}>
        <Points rows={rows} depth={depth + 1} />
      </List>
    )
  })
}

function Points({ rows, depth }: { rows: readonly Row[]; depth: number }): ReactNode {
  return chunked(rows, (row) => formOf(row).within.length > depth).map(({ key: isDeeper, rows }, index) =>
    isDeeper ? (
      <li key={index} className={css['goesOn']}>
        <Rows rows={rows} depth={depth} />
      </li>
    ) : (
      rows.map((row, at) => {
        const { item, isPoint } = formOf(row)
        return (
          <li
            key={`${index} ${at}`}
            className={isPoint ? undefined : css['goesOn']}
            {...(item === null ? {} : { value: item })}
          >
            <RowView row={row} />
          </li>
        )
      })
    ),
  )
}

function RowView({ row }: { row: Row }) {
  const { t, direction, language } = useWords()
  if (row.kind === 'same') return <LineView row={row} />
  const named =
    row.kind === 'new'
      ? t(row.isMoved ? 'versions.row.movedHere' : 'versions.row.new')
      : row.kind === 'gone'
        ? t(row.isMoved ? 'versions.row.movedAway' : 'versions.row.gone')
        : t(`versions.row.${row.kind}`)
  return (
    <div
      className={css['change']}
      data-change={row.kind}
      data-stop={isStop(row)}
      role="group"
      aria-label={named}
      tabIndex={-1}
    >
      {/* At the side where the line begins; the words in their own direction. */}
      <p className={css['what']} lang={language === 'pseudo' ? 'en' : language}>
        <span dir={direction} aria-hidden="true">
          {named}
        </span>
        {(row.kind === 'formed' || row.kind === 'reworded') && <FormNote before={row.before} after={row.after} />}
      </p>
      <LineView row={row} />
    </div>
  )
}
