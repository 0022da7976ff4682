/** Tells who listens in this process what has been committed. Only ever called after a commit: append, then tell. */
import type { Stamped } from '#domain/event.ts'

export interface Announcement {
  readonly newsroomId: string
  /** Null for what happened in the newsroom's own stream. */
  readonly article: string | null
  readonly seq: number
  readonly events: readonly Stamped[]
  /** Claims whose rows are newer than before. */
  readonly claims: readonly string[]
}

export class Announcer {
  readonly #listeners = new Set<(announcement: Announcement) => void>()

  tell(announcement: Announcement): void {
    for (const listener of this.#listeners) listener(announcement)
  }

  listen(listener: (announcement: Announcement) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
