/**
 * The other servers on this database, as a room sees them. They make things faster and decide nothing: whatever they say of the text is
 * taken in the log's order, and what they fail to say is read from the log. Rules SV1–SV3.
 */
import type { StoredUpdate } from '../log/text-store.ts'
import type { Shown } from './presence.ts'

/** An update as it travels between servers. */
export interface StoredText extends StoredUpdate {
  readonly owners: readonly (readonly [client: number, person: string])[]
}

/** One open article, told to the other servers that have it open. */
export interface Elsewhere {
  stored(text: StoredText): void
  shown(entries: readonly Shown[]): void
  /** The room has closed here. */
  left(): void
}

/** What the other servers may do to a room. */
export interface Listening {
  readonly id: string
  readonly newsroomId: string
  /** The log's seq up to which nothing is missing. */
  readonly reached: number
  /** What another server has stored. */
  hear(texts: readonly StoredText[]): void
  /** The log goes up to here. */
  hearOf(seq: number): void
  /** Reads what the log holds beyond. */
  toHead(): Promise<void>
  /** What people show on another server. */
  see(server: string, entries: readonly Shown[]): void
  /** That server is gone, and its people with it. */
  lose(server: string): void
  /** What people show here. */
  readonly shownHere: readonly Shown[]
}

export interface Servers {
  /** From now on the room hears of what others store and show. */
  open(room: Listening): Elsewhere
}
