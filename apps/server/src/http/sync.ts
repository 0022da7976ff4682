/**
 * The live text's socket: `/sync/:newsroom/:article?schema=N&epoch=E`. A wrong origin is refused before the upgrade; every other
 * refusal accepts and then closes with its code, because the client would try an HTTP 401 again for ever. Rules WP4, RM1, AC6.
 */
import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import * as decoding from 'lib0/decoding'
import type { WebSocket } from 'ws'
import { SCHEMA_NUMBER } from '#document/schema.ts'
import { type CloseCode, closeCode, frame, sync } from '#protocol/frames.ts'
import type { Auth } from '../auth/auth.ts'
import type { Services } from '../decisions/services.ts'
import { Connection } from '../rooms/connection.ts'
import type { Room } from '../rooms/room.ts'
import { admit, type Watch } from './admission.ts'

/** One message; the editor refuses larger pastes before they become an update. */
const mostMessageBytes = 2 * 1024 * 1024
/** What may wait for a room that is still opening. */
const mostEarlyFrames = 200

export interface Doors {
  readonly services: Services
  readonly auth: Auth
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
class Session {
  readonly #doors: Doors
  readonly #visit: Visit
  readonly #socket: WebSocket
  #inside: { room: Room; connection: Connection; leave: () => void } | null = null
  #early: Uint8Array[] = []
  #gone = false

  constructor(doors: Doors, visit: Visit, socket: WebSocket) {
    this.#doors = doors
    this.#visit = visit
    this.#socket = socket
  }

  async enter(): Promise<void> {
    const { services, auth, watch } = this.#doors
    const { newsroom, article, headers } = this.#visit
    const asked = () => admit({ db: services.db, auth }, headers, newsroom, article)
    const admission = await asked()
    if (!admission.ok) return this.#socket.close(admission.close)
    const { member, mayWrite } = admission.value
    const entered = await services.rooms.enter(article, member.newsroom.id)
    if (entered === null) return this.#socket.close(closeCode.comeBackLater, '2')
    const { room, release } = entered
    const unfit = this.#unfit(room)
    if (unfit !== null || this.#gone) {
      release()
      return this.#socket.close(...(unfit ?? [closeCode.leaving]))
    }
    const connection = new Connection(this.#socket, { person: member.view, mayWrite })
    const unwatch = watch.add(async () => {
      const again = await asked()
      if (!again.ok) connection.close(again.close)
      // Coming back is how a client learns that it may now do less, or more.
      else if (again.value.mayWrite !== mayWrite) connection.close(closeCode.restarting, '0')
    })
    const leave = () => {
      unwatch()
      room.leave(connection)
      release()
    }
    this.#inside = { room, connection, leave }
    room.join(connection)
    for (const bytes of this.#early.splice(0)) this.take(bytes)
  }

  take(bytes: Uint8Array): void {
    if (bytes.length > mostMessageBytes) return this.#socket.close(closeCode.tooLarge)
    if (this.#inside === null) {
      if (this.#early.push(bytes) > mostEarlyFrames) this.#socket.close(closeCode.flood)
      return
    }
    const { room, connection } = this.#inside
    try {
      deliver(bytes, room, connection)
    } catch {
      connection.close(closeCode.unacceptable) // not a frame of this protocol
    }
  }

  end(): void {
    this.#gone = true
    this.#inside?.leave()
    this.#inside = null
  }

  #unfit(room: Room): [CloseCode, string?] | null {
    const { schema, epoch } = this.#visit
    // An older schema would delete what it does not know, for everyone.
    if (!(schema >= SCHEMA_NUMBER)) return [closeCode.schemaTooOld]
    if (schema > SCHEMA_NUMBER) return [closeCode.comeBackLater, '10']
    return epoch === room.epoch ? null : [closeCode.otherEpoch]
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
  if (step === sync.step1) return room.answer(connection, payload)
  if (step === sync.step2) return room.compare(connection, payload)
  if (step === sync.update) return room.receive(connection, payload)
  connection.close(closeCode.unacceptable)
}

export const syncRoutes = (doors: Doors) =>
  new Hono().get(
    '/:newsroom/:article',
    upgradeWebSocket((c) => {
      const { newsroom = '', article = '' } = c.req.param() as Partial<Record<'newsroom' | 'article', string>>
      const [schema, epoch] = [Number(c.req.query('schema') ?? 0), Number(c.req.query('epoch') ?? 0)]
      const visit = { newsroom, article, headers: c.req.raw.headers, schema, epoch }
      let session: Session | null = null
      return {
        onOpen: (_, ws) => {
          const socket = ws.raw as WebSocket
          session = new Session(doors, visit, socket)
          session.enter().catch(() => socket.close(closeCode.comeBackLater, '5'))
        },
        onMessage: ({ data }, ws) => {
          if (data instanceof ArrayBuffer) session?.take(new Uint8Array(data))
          else ws.close(closeCode.unacceptable) // binary only
        },
        onClose: () => session?.end(),
      }
    }),
  )
