/**
 * Tells who listens on this server, and the other servers, what has been committed. Only ever called after a commit: append, then tell.
 */
import type { Stamped } from '#domain/event.ts'

export interface Announcement {
  readonly newsroomId: string
  /** Null for what happened in the newsroom's own stream. */
  readonly article: string | null
  readonly seq: number
  readonly events: readonly Stamped[]
  /** Claims whose rows are newer than before. */
  readonly claims: readonly string[]
  /** Nothing happened but typing: newer are the words of these claims and the title, and no more. */
  readonly onlyWords?: boolean
}

export type Listener = (announcement: Announcement) => void

/** The other servers on this database. */
export interface FarListeners {
  tell(announcement: Announcement): void
  /** From now on `hear` is called with what they tell of this newsroom; returns how to stop. */
  follow(newsroomId: string, hear: Listener): () => void
}

interface Newsroom {
  readonly listeners: Set<Listener>
  readonly unfollow: () => void
}

export class Announcer {
  readonly #newsrooms = new Map<string, Newsroom>()
  readonly #far: FarListeners | null

  constructor(far: FarListeners | null = null) {
    this.#far = far
  }

  tell(announcement: Announcement): void {
    this.#hear(announcement)
    this.#far?.tell(announcement)
  }

  listen(newsroomId: string, listener: Listener): () => void {
    const newsroom = this.#newsrooms.get(newsroomId) ?? this.#open(newsroomId)
    newsroom.listeners.add(listener)
    return () => {
      newsroom.listeners.delete(listener)
      if (newsroom.listeners.size > 0 || this.#newsrooms.get(newsroomId) !== newsroom) return
      this.#newsrooms.delete(newsroomId)
      newsroom.unfollow()
    }
  }

  #open(newsroomId: string): Newsroom {
    const unfollow = this.#far?.follow(newsroomId, (announcement) => this.#hear(announcement)) ?? (() => {})
    const newsroom = { listeners: new Set<Listener>(), unfollow }
    this.#newsrooms.set(newsroomId, newsroom)
    return newsroom
  }

  #hear(announcement: Announcement): void {
    for (const listener of this.#newsrooms.get(announcement.newsroomId)?.listeners ?? []) listener(announcement)
  }
}
