/**
 * Claims' words brought to other wordings, as one edit of a live text that writes only the words that differ: what people type beside
 * and between them meanwhile stays. What comes in belongs to the claim, and to whatever else stood over the words it replaces. Rules SE1, WF3.
 */
import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { articleDoc } from './article-doc.ts'
import { claimMarkName } from './claim-mark.ts'
import { hunksOf } from './redraft/pieces.ts'
import { bringTo } from './redraft/redraft.ts'
import { articleSchema } from './schema.ts'
import { fragmentName } from './seed.ts'
import { type TextRange, textOf } from './text.ts'

export interface Rewording {
  readonly claimId: string
  /** Where its words stand; pieces are joined by one character. */
  readonly ranges: readonly TextRange[]
  /** Of as many lines as `after`. */
  readonly before: string
  readonly after: string
}

/** Words that go from `from`–`to`, which may be nothing, for others. */
interface Swap extends TextRange {
  readonly words: string
  readonly claimId: string
}

/** The update, by a client id that nobody else uses in this text; null when everything reads so already. Rewordings do not overlap. */
export function rewordingUpdate(
  state: Uint8Array,
  clientId: number,
  rewordings: readonly Rewording[],
): Uint8Array | null {
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  const document = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(fragmentName), articleSchema)
  doc.destroy()
  return bringTo(state, clientId, reworded(document, rewordings), new Set(), true).update
}

function reworded(document: Node, rewordings: readonly Rewording[]): Node {
  const { positionAt } = textOf(document)
  const edit = new Transform(document)
  // From the end, so that the places before stay where they are: of two claims that touch, what comes at the end of the first is last.
  const inOrder = rewordings.toSorted((a, b) => startOf(a) - startOf(b)).flatMap(swapsOf)
  for (const { from, to, words, claimId } of inOrder.toReversed().toSorted((a, b) => b.from - a.from)) {
    const [start, end] = [positionAt(from), positionAt(to)]
    if (words === '') edit.delete(start, end)
    else edit.replaceWith(start, end, articleSchema.text(words, marksFor(document, start, end, claimId)))
  }
  return edit.doc
}

const startOf = ({ ranges }: Rewording): number => ranges[0]?.from ?? 0

/** Line by line: where one paragraph ends and the next begins stays as it is. */
function swapsOf({ claimId, ranges, before, after }: Rewording): Swap[] {
  const lines = after.split('\n')
  let start = 0
  return before.split('\n').flatMap((line, index) => {
    const swaps: Swap[] = []
    let [at, come] = [start, 0]
    const wanted = lines[index] ?? ''
    for (const { kind, length } of hunksOf(line, wanted)) {
      const words = kind === 'gone' ? '' : wanted.slice(come, come + length)
      if (kind !== 'gone') come += length
      if (kind !== 'same') addTo(swaps, { from: at, to: kind === 'gone' ? at + length : at, words, claimId })
      if (kind !== 'new') at += length
    }
    start += line.length + 1
    return swaps.map((swap) => ({ ...swap, ...inText(ranges, swap) }))
  })
}

/** What goes and what comes at one place are one swap. */
function addTo(swaps: Swap[], swap: Swap): void {
  const last = swaps.at(-1)
  if (last === undefined || last.to !== swap.from) swaps.push(swap)
  else swaps[swaps.length - 1] = { ...last, to: swap.to, words: last.words + swap.words }
}

/** A stretch of one line of the claim's words, as offsets of the text. */
function inText(ranges: readonly TextRange[], { from, to }: TextRange): TextRange {
  let offset = 0
  for (const range of ranges) {
    const length = range.to - range.from
    if (from <= offset + length) return { from: range.from + from - offset, to: range.from + to - offset }
    offset += length + 1
  }
  throw new Error('These words are not the claim’s.')
}

/** SE1. The marks of what goes; of what comes between two characters, those that stand over both; and always the claim's own. */
function marksFor(document: Node, start: number, end: number, claimId: string): readonly Mark[] {
  const [from, to] = [document.resolve(start), document.resolve(end)]
  const [before, after] = [from.nodeBefore?.marks ?? [], from.nodeAfter?.marks ?? []]
  const marks = start < end ? after : before.filter((mark) => mark.isInSet(after))
  const own = claimMarkAt(from, claimId) ?? claimMarkAt(to, claimId)
  return own?.addToSet(marks) ?? marks
}

const claimMarkAt = ({ nodeBefore, nodeAfter }: ResolvedPos, claimId: string): Mark | undefined =>
  [nodeAfter, nodeBefore]
    .flatMap((node) => node?.marks ?? [])
    .find(({ type, attrs }) => type.name === claimMarkName && attrs['id'] === claimId)
