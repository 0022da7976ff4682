/**
 * The article exactly as it will be: the draft's ProseMirror JSON in the elements and classes of the editor's galley. Nothing of the
 * pasted HTML itself gets here, only what import made of it.
 */
import { createElement, type ReactNode } from 'react'
import type { ArticleDraft, DocumentJson } from '#document/draft.ts'

export function GalleyPreview({ draft }: { draft: Pick<ArticleDraft, 'document' | 'language' | 'direction'> }) {
  return (
    <div className="galley" lang={draft.language} dir={draft.direction}>
      {blocks(draft.document.content)}
    </div>
  )
}

const blocks = (nodes: readonly DocumentJson[] | undefined): ReactNode =>
  (nodes ?? []).map((node, index) => <Block key={index} node={node} />)

function Block({ node }: { node: DocumentJson }): ReactNode {
  switch (node.type) {
    case 'paragraph': {
      const level = node.attrs?.['level']
      const content = words(node.content)
      // The editor's blocks are never without height either.
      const shown = node.content === undefined || node.content.length === 0 ? <br /> : content
      if (level === 1 || level === 2 || level === 3) return createElement(`h${level}`, { dir: 'auto' }, shown)
      return node.attrs?.['deck'] === true ? (
        <p dir="auto" data-deck="">
          {shown}
        </p>
      ) : (
        <p dir="auto">{shown}</p>
      )
    }
    case 'blockquote':
      return <blockquote>{blocks(node.content)}</blockquote>
    case 'bulletList':
      return <ul>{blocks(node.content)}</ul>
    case 'orderedList': {
      const start = node.attrs?.['start']
      return <ol start={typeof start === 'number' ? start : undefined}>{blocks(node.content)}</ol>
    }
    case 'listItem':
      return <li>{blocks(node.content)}</li>
    default:
      return blocks(node.content)
  }
}

const words = (nodes: readonly DocumentJson[] | undefined): ReactNode =>
  (nodes ?? []).map((node, index) =>
    node.type === 'hardBreak' ? <br key={index} /> : <Piece key={index} node={node} />,
  )

/** A stretch of one formatting. */
export function Piece({ node }: { node: Pick<DocumentJson, 'text' | 'marks'> }): ReactNode {
  return (node.marks ?? []).reduceRight<ReactNode>((inside, mark) => {
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>
      case 'italic':
        return <em>{inside}</em>
      case 'code':
        return <code>{inside}</code>
      case 'link': {
        const href = mark.attrs?.['href']
        // A preview is looked at, not travelled from: the link shows, with its address on hover.
        return typeof href === 'string' ? <a title={href}>{inside}</a> : inside
      }
      default:
        return inside
    }
  }, node.text)
}
