/** Claim marks in a ProseMirror document: which stand on a stretch of text, which cover all of it, which stand outside of it. */
import { claimMarkName } from '#document/claim-mark.ts'
import type { Mark, Node } from '@tiptap/pm/model'

export interface Stretch {
  readonly from: number
  readonly to: number
}

export const isClaim = (mark: Mark): boolean => mark.type.name === claimMarkName

export const claimId = (mark: Mark): string => String(mark.attrs['id'])

export const claimsOf = (node: Node): readonly Mark[] => node.marks.filter(isClaim)

/** Each piece of text in the stretch, cut to it, with the claims on it. */
function eachText(doc: Node, { from, to }: Stretch, visit: (claims: readonly Mark[], piece: Stretch) => void): void {
  if (to <= from) return
  doc.nodesBetween(from, to, (node, position) => {
    if (node.isInline) {
      const piece = { from: Math.max(from, position), to: Math.min(to, position + node.nodeSize) }
      if (piece.to > piece.from) visit(claimsOf(node), piece)
    }
  })
}

export function claimsIn(doc: Node, stretch: Stretch): Map<string, Mark> {
  const found = new Map<string, Mark>()
  eachText(doc, stretch, (claims) => {
    for (const mark of claims) found.set(claimId(mark), mark)
  })
  return found
}

/** The claims that stand on every character of the stretch; none when there is no text in it. */
export function claimsOver(doc: Node, stretch: Stretch): readonly Mark[] {
  let over: readonly Mark[] | null = null
  eachText(doc, stretch, (claims) => {
    over = over === null ? claims : over.filter((mark) => mark.isInSet(claims))
  })
  return over ?? []
}

/** The claims on both sides of a position: what is put there stands inside of them. */
export function claimsAround(doc: Node, position: number): readonly Mark[] {
  const at = doc.resolve(position)
  const [left, right] = [at.nodeBefore, at.nodeAfter]
  if (left === null || right === null) return []
  return claimsOf(left).filter((mark) => mark.isInSet(right.marks))
}

/** Whether the claim stands anywhere but in these stretches. */
export function standsOutside(doc: Node, id: string, inside: readonly Stretch[]): boolean {
  let stands = false
  doc.descendants((node, position) => {
    if (stands) return false
    if (node.isInline && claimsOf(node).some((mark) => claimId(mark) === id)) {
      const end = position + node.nodeSize
      const covered = inside.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(end, to) - Math.max(position, from)),
        0,
      )
      stands = covered < node.nodeSize
    }
    return true
  })
  return stands
}
