/**
 * The hash chain of a stream's events. Each hash covers the one before and the bytes of the event as stored, so that altering,
 * removing or reordering any entry shows. Rules LG3, LG4.
 */
import { createHash } from 'node:crypto'

export const firstHash = (stream: string): Buffer => createHash('sha256').update(`tickmark:${stream}`).digest()

export const nextHash = (previous: Uint8Array, body: string): Buffer =>
  createHash('sha256').update(previous).update(body, 'utf8').digest()

export interface ChainEntry {
  readonly seq: number
  readonly body: string
  readonly hash: Uint8Array
}

/** The seq of the first entry that does not follow from the ones before it, or null when all do. */
export function firstBroken(stream: string, entries: readonly ChainEntry[]): number | null {
  let hash: Buffer = firstHash(stream)
  let seq = 0
  for (const entry of entries) {
    hash = nextHash(hash, entry.body)
    if (entry.seq <= seq || !hash.equals(entry.hash)) return entry.seq
    seq = entry.seq
  }
  return null
}
