/**
 * The live text's socket: `/sync/:newsroom/:article?schema=N&epoch=E`. A wrong origin is refused before the upgrade; every other
 * refusal accepts and then closes with its code, because the client would try an HTTP 401 again for ever. Rules WP4, RM1, AC6.
 */
import { Hono } from 'hono'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import { SCHEMA_NUMBER } from '#document/schema.ts'
import { type CloseCode, closeCode, frame, sync } from '#protocol/frames.ts'
import type { Visitors } from '../auth/sessions.ts'
import type { Services } from '../decisions/services.ts'
import { Connection, later } from '../rooms/connection.ts'
import { Intake } from '../rooms/intake.ts'
import type { Limits } from '../rooms/limits.ts'
import type { Room } from '../rooms/room.ts'
import { admit, type Watch } from './admission.ts'
import { type Listener, socketRoute } from './socket.ts'

/** What a client says it has: thousands of visits to one article. Reading more would keep others waiting. */
const mostStateVector = 256 * 1024

export interface Doors {
  readonly services: Services
  readonly visitors: Visitors
  readonly watch: Watch
}

interface Visit {
  readonly newsroom: string
  readonly article: string
  readonly headers: Headers
  readonly schema: number
  readonly epoch: number
}

/** One visit to a room, from the open socket to its end. */
class Session implements Listener {
  readonly #doors: Doors
  readonly #socket: WebSocket
  readonly #limits: Limits
  #inside: { room: Room; intake: Intake; leave: () => void } | null = null
  #early: Uint8Array[] = []
  #earlyBytes = 0
  #gone = false

  constructor(doors: Doors, socket: WebSocket) {
    this.#doors = doors
    this.#socket = socket
    this.#limits = doors.services.rooms.limits
  }

  async enter({ newsroom, article, headers, ...client }: Visit): Promise<void> {
    const { services, visitors, watch } = this.#doors
    const admission = await admit({ db: services.db, visitors }, headers, newsroom, article)
    if (!admission.ok) return this.#socket.close(admission.close)
    const { session, member, mayWrite, followed } = admission.value
    const newsroomId = member.newsroom.id
    const entered = await services.rooms.enter(article, newsroomId, followed)
    if (entered === null) return this.#socket.close(closeCode.comeBackLater, '2')
    const { room, release } = entered
    const unfit = this.#unfit(room, client)
    if (unfit !== null || this.#gone) {
      release()
      return this.#socket.close(...(unfit ?? [closeCode.leaving]))
    }
    const connection = new Connection(this.#socket, { person: member.view, mayWrite }, this.#limits)
    const intake = new Intake(this.#socket, connection, this.#limits, (bytes) => {
      try {
        deliver(bytes, room, connection)
      } catch {
        connection.close(closeCode.unacceptable) // not a frame of this protocol
      }
    })
    const close = (code: CloseCode, reason?: string) => connection.close(code, reason)
    const unwatch = watch.add({ session, person: member.actor.id, newsroomId, article, mayWrite, close })
    const leave = () => {
      unwatch()
      intake.end()
      room.leave(connection)
      release()
    }
    this.#inside = { room, intake, leave }
    room.join(connection)
    for (const bytes of this.#early.splice(0)) intake.take(bytes)
  }

  message(bytes: Uint8Array, isBinary: boolean): void {
    if (!isBinary) return this.#refuse(closeCode.unacceptable)
    const { messageBytes, earlyFrames } = this.#limits
    if (bytes.length > messageBytes) return this.#refuse(closeCode.tooLarge, 'message')
    if (this.#inside !== null) return this.#inside.intake.take(bytes)
    this.#earlyBytes += bytes.length
    const isTooMuch = this.#early.push(bytes) > earlyFrames || this.#earlyBytes > messageBytes * 2
    if (isTooMuch) this.#refuse(closeCode.flood)
  }

  closed(): void {
    this.#gone = true
    this.#inside?.leave()
    this.#inside = null
  }

  /** What has been read from the socket already still comes; it is not taken any more. */
  #refuse(code: CloseCode, reason = ''): void {
    this.#early = []
    this.#socket.close(code, reason)
    setTimeout(() => this.#socket.terminate(), 5_000).unref()
  }

  #unfit(room: Room, { schema, epoch }: Pick<Visit, 'schema' | 'epoch'>): [CloseCode, string?] | null {
    // An older schema would delete what it does not know, for everyone.
    if (!(schema >= SCHEMA_NUMBER)) return [closeCode.schemaTooOld]
    if (schema > SCHEMA_NUMBER) return [closeCode.comeBackLater, '10']
    if (epoch !== room.epoch) return [closeCode.otherEpoch]
    return room.isFull ? [closeCode.comeBackLater, later(30, 'full')] : null
  }
}

function deliver(bytes: Uint8Array, room: Room, connection: Connection): void {
  const decoder = decoding.createDecoder(bytes)
  const kind = decoding.readVarUint(decoder)
  if (kind === frame.awareness) return room.showPresence(connection, decoding.readVarUint8Array(decoder))
  if (kind === frame.queryAwareness) return room.showEveryone(connection)
  if (kind !== frame.sync) return connection.close(closeCode.unacceptable)
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === sync.step1 && payload.length <= mostStateVector) return room.answer(connection, payload)
  if (step === sync.step2) return room.compare(connection, payload)
  if (step === sync.update) return room.receive(connection, payload)
  connection.close(closeCode.unacceptable)
}

export const syncRoutes = (doors: Doors) =>
  new Hono().get(
    '/:newsroom/:article',
    socketRoute((c) => {
      const { newsroom = '', article = '' } = c.req.param() as Partial<Record<'newsroom' | 'article', string>>
      const [schema, epoch] = [Number(c.req.query('schema') ?? 0), Number(c.req.query('epoch') ?? 0)]
      const visit = { newsroom, article, headers: c.req.raw.headers, schema, epoch }
      return (socket) => {
        const session = new Session(doors, socket)
        session.enter(visit).catch(() => socket.close(closeCode.comeBackLater, '5'))
        return session
      }
    }),
  )
