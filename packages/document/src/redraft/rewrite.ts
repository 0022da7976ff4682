/**
 * Brings one text of a live document to how it reads in the new draft: words that stay are not touched, and what stands over them
 * (formatting, links, claims) is written only where it differs.
 */
import { equalityDeep } from 'lib0/function'
import type * as Y from 'yjs'
import { type Segment, segmentsOf, wordsOf } from './block.ts'
import { hunksOf } from './pieces.ts'

type Attributes = Readonly<Record<string, unknown>>

const none: Attributes = {}

export function rewrite(own: Y.XmlText, wanted: readonly Segment[]): void {
  const before = segmentsOf(own)
  const hunks = hunksOf(joined(before), joined(wanted))
  const reworded = hunks.some(({ kind }) => kind !== 'same')
  if (reworded) own.applyDelta(rewording(hunks, wanted))
  const formats = reformatting(reworded ? segmentsOf(own) : before, wanted)
  if (formats.length > 0) own.applyDelta(formats)
}

const joined = (segments: readonly Segment[]): string => segments.map(wordsOf).join('')

function rewording(hunks: ReturnType<typeof hunksOf>, wanted: readonly Segment[]): object[] {
  let at = 0
  return hunks.flatMap(({ kind, length }): object[] => {
    if (kind === 'gone') return [{ delete: length }]
    const from = at
    at += length
    return kind === 'same' ? [{ retain: length }] : stretch(wanted, from, at)
  })
}

/** The characters from–to with what stands over them. */
function stretch(segments: readonly Segment[], from: number, to: number): object[] {
  const inserts: object[] = []
  let at = 0
  for (const segment of segments) {
    const words = wordsOf(segment)
    const piece = words.slice(Math.max(from - at, 0), Math.max(to - at, 0))
    if (piece !== '') inserts.push({ insert: piece, attributes: segment.attributes ?? none })
    at += words.length
  }
  return inserts
}

/** Where the same words stand under other marks. Empty when they stand under the same. */
function reformatting(now: readonly Segment[], wanted: readonly Segment[]): object[] {
  const steps: { retain: number; attributes?: Attributes }[] = []
  let [i, j, usedNow, usedWanted] = [0, 0, 0, 0]
  while (i < now.length && j < wanted.length) {
    const [one, other] = [now[i], wanted[j]]
    if (one === undefined || other === undefined) break
    const [leftNow, leftWanted] = [wordsOf(one).length - usedNow, wordsOf(other).length - usedWanted]
    const retain = Math.min(leftNow, leftWanted)
    const attributes = difference(one.attributes ?? none, other.attributes ?? none)
    steps.push(attributes === null ? { retain } : { retain, attributes })
    ;[i, usedNow] = leftNow === retain ? [i + 1, 0] : [i, usedNow + retain]
    ;[j, usedWanted] = leftWanted === retain ? [j + 1, 0] : [j, usedWanted + retain]
  }
  const last = steps.findLastIndex(({ attributes }) => attributes !== undefined)
  return steps.slice(0, last + 1)
}

/** What has to be set, with null for what has to go; null when nothing has. */
function difference(now: Attributes, wanted: Attributes): Attributes | null {
  const changes: Record<string, unknown> = {}
  for (const name of Object.keys(now)) if (!(name in wanted)) changes[name] = null
  for (const [name, value] of Object.entries(wanted)) {
    if (!(name in now) || !equalityDeep(now[name], value)) changes[name] = value
  }
  return Object.keys(changes).length === 0 ? null : changes
}
