/** One line of a text as it is printed: a heading, a standfirst or a paragraph, in its own direction. */
import { createElement, type ReactNode } from 'react'
import { Piece } from '#web/import/galley-preview.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Line, type Piece as Formatted, plainForm } from './line.ts'
import type { Row } from './rows.ts'
import { stretchesOf } from './stretches.ts'

const tags = { title: 'h1', heading: 'h2', subheading: 'h3', deck: 'p', paragraph: 'p' } as const

function LineFrame({ line, children }: { line: Line; children: ReactNode }) {
  const { as } = line.form ?? plainForm
  return createElement(tags[as], { dir: 'auto', ...(as === 'deck' ? { 'data-deck': '' } : {}) }, children)
}

const Pieces = ({ pieces }: { pieces: readonly Formatted[] }) =>
  pieces.map((piece, index) => <Piece key={index} node={piece} />)

export function LineView({ row }: { row: Row }) {
  const { t } = useWords()
  const gone = (pieces: readonly Formatted[]) => (
    <del>
      <VisuallyHidden>{t('versions.wordGone')}</VisuallyHidden>
      <Pieces pieces={pieces} />
    </del>
  )
  const came = (pieces: readonly Formatted[]) => (
    <ins>
      <VisuallyHidden>{t('versions.wordNew')}</VisuallyHidden>
      <Pieces pieces={pieces} />
    </ins>
  )
  switch (row.kind) {
    case 'same':
    case 'formed':
      return (
        <LineFrame line={row.after}>
          <Pieces pieces={row.after.pieces} />
        </LineFrame>
      )
    case 'new':
      return <LineFrame line={row.after}>{came(row.after.pieces)}</LineFrame>
    case 'gone':
      return <LineFrame line={row.before}>{gone(row.before.pieces)}</LineFrame>
    case 'reworded':
      return (
        <LineFrame line={row.after}>
          {stretchesOf(row.before, row.after).map(({ kind, pieces }, index) => (
            <span key={index}>
              {kind === 'same' ? <Pieces pieces={pieces} /> : kind === 'gone' ? gone(pieces) : came(pieces)}
            </span>
          ))}
        </LineFrame>
      )
  }
}
