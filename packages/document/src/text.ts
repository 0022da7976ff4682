/**
 * The article's one plain text: blocks joined by "\n", a hard break "\n", nothing normalised. Offsets are UTF-16 code units.
 * The same text serves selecting, storing, matching and exporting. Rule DC2: from ProseMirror and from Yjs it is the same string.
 */
import type { Node } from '@tiptap/pm/model'

/**
 * What can be stored and sent as text: NUL and halves of surrogate pairs, which only a broken or hostile client writes, read as
 * U+FFFD. Lengths stay as they are.
 */
export const readable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD')

export interface TextRange {
  readonly from: number
  readonly to: number
}

export interface DocumentText {
  readonly text: string
  /** ProseMirror position of a text offset. At a block's start the position is inside that block. */
  positionAt(offset: number): number
  /** Text offset of a ProseMirror position; positions between blocks count as the end of the block before. */
  offsetAt(position: number): number
}

interface Stretch {
  readonly offset: number
  readonly position: number
  readonly length: number
}

export function textOf(document: Node): DocumentText {
  let text = ''
  const stretches: Stretch[] = []
  document.descendants((node, position) => {
    if (node.isTextblock) {
      if (stretches.length > 0) text += '\n'
      stretches.push({ offset: text.length, position: position + 1, length: 0 })
      return true
    }
    if (node.isText || node.type.name === 'hardBreak') {
      const piece = node.isText ? (node.text ?? '') : '\n'
      stretches.push({ offset: text.length, position, length: piece.length })
      text += piece
      return false
    }
    return true
  })
  const last = <K extends 'offset' | 'position'>(key: K, value: number): Stretch | undefined => {
    let low = 0
    let high = stretches.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((stretches[middle]?.[key] ?? Infinity) <= value) low = middle + 1
      else high = middle
    }
    return stretches[low - 1]
  }
  const within = (stretch: Stretch | undefined, distance: number) => Math.min(distance, stretch?.length ?? 0)
  return {
    text: readable(text),
    positionAt: (offset) => {
      const stretch = last('offset', offset)
      return stretch === undefined ? 0 : stretch.position + within(stretch, offset - stretch.offset)
    },
    offsetAt: (position) => {
      const stretch = last('position', position)
      return stretch === undefined ? 0 : stretch.offset + within(stretch, position - stretch.position)
    },
  }
}
