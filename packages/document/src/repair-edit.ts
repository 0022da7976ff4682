/**
 * Edits that repair claims in the text: taking a claim's mark off some of its words, and giving them to a claim of their own.
 * The words themselves stay as they are, and so do the marks of other claims. Rules AN5, RP3.
 */
import { Transform } from '@tiptap/pm/transform'
import { claimMarkName } from './claim-mark.ts'
import { articleSchema } from './schema.ts'
import type { ServerEdit } from './server-edit.ts'
import type { TextRange } from './text.ts'

/** Takes the claim's mark off these words. */
export const unmarking =
  (ranges: readonly TextRange[], claimId: string): ServerEdit =>
  (document, positionAt) => {
    const edit = new Transform(document)
    for (const { from, to } of ranges) takeOff(edit, claimId, positionAt(from), positionAt(to))
    return edit
  }

/** The claim gives up `given`, all of its words from the end of its first part on; `taken` of them become another claim's. */
export const dividing =
  (
    claimId: string,
    given: readonly TextRange[],
    taken: readonly TextRange[],
    claim: { id: string; kind: string },
  ): ServerEdit =>
  (document, positionAt) => {
    const edit = new Transform(document)
    for (const { from, to } of given) takeOff(edit, claimId, positionAt(from), positionAt(to))
    const mark = articleSchema.mark(claimMarkName, claim)
    for (const { from, to } of taken) edit.addMark(positionAt(from), positionAt(to), mark)
    return edit
  }

/** Whatever else its mark says: the kind in it is a guess that nobody keeps up. */
function takeOff(edit: Transform, claimId: string, from: number, to: number): void {
  edit.doc.nodesBetween(from, to, (node, position) => {
    for (const mark of node.marks) {
      if (mark.type.name !== claimMarkName || mark.attrs['id'] !== claimId) continue
      edit.removeMark(Math.max(from, position), Math.min(to, position + node.nodeSize), mark)
    }
  })
}

/** The stretch of a claim's words between two offsets in them, as ranges of the text. Its pieces are joined by one character. */
export function rangesWithin(ranges: readonly TextRange[], from: number, to: number): TextRange[] {
  let offset = 0
  const within: TextRange[] = []
  for (const range of ranges) {
    const length = range.to - range.from
    const [start, end] = [Math.max(0, from - offset), Math.min(length, to - offset)]
    if (start < end) within.push({ from: range.from + start, to: range.from + end })
    offset += length + 1
  }
  return within
}
