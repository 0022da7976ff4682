/**
 * What a redraft is to arrive at: the new document with the marks of the claims on their places in it, and no others. Offsets are those of
 * the plain text (`text.ts`).
 */
import { Fragment, type Mark, type Node } from '@tiptap/pm/model'
import { claimMarkName } from '../claim-mark.ts'
import { articleSchema } from '../schema.ts'
import type { TextRange } from '../text.ts'

export interface ClaimTarget {
  readonly id: string
  /** Of the mark as it stands in the old text: a mark with another kind would be another mark. */
  readonly kind: string
  /** None: the claim stands nowhere in the new text. */
  readonly ranges: readonly TextRange[]
}

interface Stretch extends TextRange {
  readonly mark: Mark
}

/** Walks the document once, however many claims there are: a thousand steps through a Transform would take seconds. */
export function withClaims(document: Node, claims: readonly ClaimTarget[]): Node {
  const stretches = claims
    .flatMap(({ id, kind, ranges }): Stretch[] => {
      const mark = articleSchema.mark(claimMarkName, { id, kind })
      return ranges.filter(({ from, to }) => to > from).map(({ from, to }) => ({ from, to, mark }))
    })
    .toSorted((one, other) => one.from - other.from)
  let offset = 0
  let blocks = 0
  // Those that begin before the offset reached and may not have ended.
  let open: Stretch[] = []
  let next = 0

  const over = (from: number, to: number): Stretch[] => {
    open = open.filter((stretch) => stretch.to > from)
    for (let stretch = stretches[next]; stretch !== undefined && stretch.from < to; stretch = stretches[next]) {
      open.push(stretch)
      next += 1
    }
    return open.filter((stretch) => stretch.from < to && stretch.to > from)
  }

  const marked = (node: Node): Node[] => {
    if (node.isText) {
      const text = node.text ?? ''
      const [from, to] = [offset, offset + text.length]
      offset = to
      return pieces(node, text, from, over(from, to))
    }
    if (node.type.name === 'hardBreak') {
      offset += 1
      return [node]
    }
    if (node.isTextblock) {
      if (blocks > 0) offset += 1
      blocks += 1
    }
    return [node.copy(Fragment.fromArray(node.children.flatMap(marked)))]
  }

  const [whole] = marked(document)
  if (whole === undefined) throw new Error('A document is one node.')
  return whole
}

/** The text node cut where a claim begins or ends, each piece with its claims and without the marks that came with the document. */
function pieces(node: Node, text: string, from: number, over: readonly Stretch[]): Node[] {
  const marks = node.marks.filter(({ type }) => type.name !== claimMarkName)
  const within = (offset: number) => Math.min(Math.max(offset - from, 0), text.length)
  const cuts = new Set([0, text.length, ...over.flatMap((stretch) => [within(stretch.from), within(stretch.to)])])
  const edges = [...cuts].toSorted((one, other) => one - other)
  return edges.slice(1).map((to, at) => {
    const start = edges[at] ?? 0
    const own = over.filter((stretch) => within(stretch.from) <= start && within(stretch.to) >= to)
    return articleSchema.text(
      text.slice(start, to),
      own.reduce((set: readonly Mark[], { mark }) => mark.addToSet(set), marks),
    )
  })
}
