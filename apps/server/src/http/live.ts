/**
 * The socket for decisions: `/live/:newsroom`, one per tab, JSON. It tells what has been committed, and only of what this person may
 * read. A client that was away says where it stopped; it gets the events since, or is told to read again. Rule LV7.
 */
import { inArray } from 'drizzle-orm'
import { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import { type Actor, mayOpen } from '#domain/actor.ts'
import type { Stamped } from '#domain/event.ts'
import { closeCode } from '#protocol/frames.ts'
import type { LiveMessage } from '#protocol/view.ts'
import { articles } from '../db/article-tables.ts'
import type { Database } from '../db/database.ts'
import type { Announcement } from '../log/announcer.ts'
import { readEvents } from '../log/stream.ts'
import { admit } from './admission.ts'
import { type Listener, socketRoute } from './socket.ts'
import type { Doors } from './sync.ts'

/** Further behind than this, reading the current state again is less than replaying. */
const mostReplayed = 200
const mostStreams = 50

const hello = z.object({ since: z.record(z.uuid(), z.int().nonnegative()) })

const eventMessage = ({ stream, seq, at, by, event }: Stamped): LiveMessage => {
  const claimId = 'claimId' in event ? event.claimId : undefined
  return {
    type: 'event',
    stream,
    seq,
    at,
    by,
    event: { type: event.type, ...(claimId === undefined ? {} : { claimId }) },
  }
}

async function openArticles(db: Database, actor: Actor, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.inNewsroom(actor.newsroomId, (tx) =>
    tx
      .select({ id: articles.id, open: articles.open, people: articles.people })
      .from(articles)
      .where(inArray(articles.id, [...ids])),
  )
  return new Set(rows.filter((row) => mayOpen(actor, row)).map(({ id }) => id))
}

class LiveSession {
  readonly #db: Database
  readonly #socket: WebSocket
  readonly #actor: Actor
  /** In order, one announcement after the other: a later one never overtakes. */
  #telling: Promise<unknown> = Promise.resolve()

  constructor(db: Database, socket: WebSocket, actor: Actor) {
    this.#db = db
    this.#socket = socket
    this.#actor = actor
  }

  tell(announcement: Announcement): void {
    if (announcement.newsroomId !== this.#actor.newsroomId) return
    this.#telling = this.#telling
      .then(() => this.#tell(announcement))
      .catch(() => this.#socket.close(closeCode.comeBackLater, '2'))
  }

  replay(text: string): void {
    this.#telling = this.#telling
      .then(() => this.#replay(text))
      .catch(() => this.#socket.close(closeCode.comeBackLater, '2'))
  }

  send(message: LiveMessage): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    if (this.#socket.bufferedAmount > 1_000_000) return this.#socket.close(closeCode.comeBackLater, '5')
    this.#socket.send(JSON.stringify(message))
  }

  async #tell({ article, seq, events, claims, onlyWords = false }: Announcement): Promise<void> {
    if (article === null) return this.send({ type: 'reload', stream: this.#actor.newsroomId })
    if (!(await openArticles(this.#db, this.#actor, [article])).has(article)) return
    for (const event of events) this.send(eventMessage(event))
    this.send({ type: 'changed', article, seq, claims: [...claims], onlyWords })
  }

  async #replay(text: string): Promise<void> {
    const parsed = hello.safeParse(fromJson(text))
    if (!parsed.success || Object.keys(parsed.data.since).length > mostStreams)
      return this.#socket.close(closeCode.unacceptable)
    const { since } = parsed.data
    const open = await openArticles(this.#db, this.#actor, Object.keys(since))
    for (const [stream, seq] of Object.entries(since)) {
      // Unknown and unreadable look the same: nothing.
      if (!open.has(stream)) continue
      const missed = await this.#db.inNewsroom(this.#actor.newsroomId, (tx) =>
        readEvents(tx, stream, seq, mostReplayed + 1),
      )
      if (missed.length > mostReplayed) this.send({ type: 'reload', stream })
      else for (const event of missed) this.send(eventMessage(event))
    }
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** One tab, from the open socket to its end. */
class LiveVisit implements Listener {
  readonly #socket: WebSocket
  #inside: { session: LiveSession; leave: () => void } | null = null
  #early: string[] = []
  #gone = false

  constructor(socket: WebSocket) {
    this.#socket = socket
  }

  async enter({ services, visitors, watch }: Doors, headers: Headers, newsroom: string): Promise<void> {
    const socket = this.#socket
    const admission = await admit({ db: services.db, visitors }, headers, newsroom, null)
    if (!admission.ok) return socket.close(admission.close)
    if (this.#gone) return
    const { actor } = admission.value.member
    const session = new LiveSession(services.db, socket, actor)
    const deaf = services.announcer.listen(actor.newsroomId, (announcement) => session.tell(announcement))
    const unwatch = watch.add({
      session: admission.value.session,
      person: actor.id,
      newsroomId: actor.newsroomId,
      article: null,
      mayWrite: null,
      close: (code) => socket.close(code),
    })
    const leave = () => {
      deaf()
      unwatch()
    }
    this.#inside = { session, leave }
    session.send({ type: 'ready' })
    for (const text of this.#early.splice(0)) session.replay(text)
  }

  message(data: Uint8Array, isBinary: boolean): void {
    if (isBinary || data.length > 10_000) return this.#socket.close(closeCode.unacceptable)
    const text = Buffer.from(data).toString()
    if (this.#inside !== null) this.#inside.session.replay(text)
    else if (this.#early.push(text) > 5) this.#socket.close(closeCode.flood)
  }

  closed(): void {
    this.#gone = true
    this.#inside?.leave()
  }
}

export const liveRoutes = (doors: Doors) =>
  new Hono().get(
    '/:newsroom',
    socketRoute((c) => {
      const { newsroom = '' } = c.req.param() as Partial<Record<'newsroom', string>>
      const { headers } = c.req.raw
      return (socket) => {
        const visit = new LiveVisit(socket)
        visit.enter(doors, headers, newsroom).catch(() => socket.close(closeCode.comeBackLater, '5'))
        return visit
      }
    }),
  )
