/** What a redraft sees of a block, or of a text inside one: what it is, how it reads, its words. Claim marks are left out: they are set apart. */
import * as Y from 'yjs'
import { claimMarkName } from '../claim-mark.ts'
import { piecesOf } from './pieces.ts'

/** What stands in an article: elements and texts. */
export type Part = Y.XmlElement | Y.XmlText

export interface Block {
  /** Equal for blocks that read the same, formatting included. */
  readonly key: string
  readonly name: string
  readonly text: string
}

export interface Segment {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

export const isClaim = (attribute: string): boolean =>
  attribute === claimMarkName || attribute.startsWith(`${claimMarkName}--`)

export const segmentsOf = (text: Y.XmlText): Segment[] => text.toDelta() as Segment[]

/** Anything but text in a text is one character long, and no word of any draft. */
const strange = '\uFFFC'
export const wordsOf = ({ insert }: Segment): string => (typeof insert === 'string' ? insert : strange)

/** In a text that a broken client wrote there may be others; they are passed over, and go when the draft comes. */
export const partsOf = (container: Y.XmlFragment): Part[] => container.toArray() as Part[]

export function blockOf(part: Part): Block {
  if (part instanceof Y.XmlText) {
    const segments = segmentsOf(part)
    const text = segments.map(wordsOf).join('')
    return { key: `"${formattedKey(segments)}"`, name: '', text }
  }
  if (!(part instanceof Y.XmlElement)) return { key: '?', name: '?', text: '' }
  const inside = partsOf(part).map(blockOf)
  const attributes = JSON.stringify(Object.entries(part.getAttributes()).toSorted())
  return {
    key: `<${part.nodeName} ${attributes}>${inside.map(({ key }) => (key === '""' ? '' : key)).join('')}</>`,
    name: part.nodeName,
    text: inside.map(({ text }) => text).join('\n'),
  }
}

/** The words with their formatting; where a claim begins or ends makes no difference. */
function formattedKey(segments: readonly Segment[]): string {
  let key = ''
  let format = '[]'
  for (const segment of segments) {
    const own = JSON.stringify(
      Object.entries(segment.attributes ?? {})
        .filter(([name]) => !isClaim(name))
        .toSorted(),
    )
    if (own !== format) key += `\u0000${own}\u0000`
    format = own
    key += wordsOf(segment)
  }
  return key
}

/** The words of a block, as often as they stand in it. */
export function bagOf(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>()
  for (const piece of piecesOf(text)) if (piece.trim() !== '') bag.set(piece, (bag.get(piece) ?? 0) + 1)
  return bag
}

/** 0 nothing in common, 1 the same words. */
export function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [shared, all] = [0, 0]
  for (const count of other.values()) all += count
  for (const [piece, count] of one) {
    all += count
    shared += Math.min(count, other.get(piece) ?? 0)
  }
  return all === 0 ? 1 : (2 * shared) / all
}
