/**
 * The least a server can do, to compare with: tells everybody else in the room what it was sent, and keeps nothing in memory. With
 * DATABASE_URL every update is committed to PostgreSQL before it is told, all rooms in one commit. Each frame is built once and each
 * socket written to once a turn. It asks nobody who they are, understands no update, and answers everyone who joins with an empty text.
 */
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import pg from 'pg'
import { WebSocketServer } from 'ws'
import { savedFrame, step2Frame } from '#protocol/frames.ts'

interface Visitor {
  readonly room: Set<Visitor>
  readonly name: string
  readonly socket: Socket
  waiting: Buffer[]
  received: number
}

const url = process.env['DATABASE_URL']
const pool = url === undefined ? null : new pg.Pool({ connectionString: url, max: 4 })
await pool?.query('create table if not exists relayed (seq bigserial primary key, room text, bytes bytea)')

const rooms = new Map<string, Set<Visitor>>()
const toFlush = new Set<Visitor>()

/** A frame as a server sends it. */
function framed(bytes: Uint8Array): Buffer {
  const { length } = bytes
  if (length < 126) return Buffer.concat([Buffer.of(0x82, length), bytes])
  const head = Buffer.from([0x82, 127, 0, 0, 0, 0, 0, 0, 0, 0])
  head.writeUInt32BE(length, 6)
  return Buffer.concat([head, bytes])
}

function tell(visitor: Visitor, frame: Buffer): void {
  if (toFlush.size === 0) setImmediate(flush)
  toFlush.add(visitor)
  visitor.waiting.push(frame)
}

function flush(): void {
  for (const visitor of toFlush) {
    const [first, ...more] = visitor.waiting.splice(0)
    if (first !== undefined) visitor.socket.write(more.length === 0 ? first : Buffer.concat([first, ...more]))
  }
  toFlush.clear()
}

let queue: { from: Visitor; bytes: Buffer }[] = []
let isCommitting = false

async function commit(): Promise<void> {
  if (pool === null || isCommitting) return
  isCommitting = true
  await new Promise(setImmediate)
  while (queue.length > 0) {
    const round = queue.splice(0)
    await pool.query({
      name: 'append',
      text: 'insert into relayed (room, bytes) select * from unnest($1::text[], $2::bytea[])',
      values: [round.map(({ from }) => from.name), round.map(({ bytes }) => bytes)],
    })
    for (const { from, bytes } of round) relay(from, bytes)
  }
  isCommitting = false
}

function relay(from: Visitor, bytes: Buffer): void {
  const frame = framed(bytes)
  for (const visitor of from.room) if (visitor !== from) tell(visitor, frame)
  from.received += 1
  tell(from, framed(savedFrame({ frames: from.received, seq: 0 })))
}

const http = createServer((_, response) => response.end('ok'))
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (ws, request) => {
  const name = request.url ?? ''
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room)
  const visitor: Visitor = { room, name, socket: request.socket, waiting: [], received: 0 }
  room.add(visitor)
  ws.on('message', (data: Buffer) => {
    if (data[0] !== 0) return
    if (data[1] === 0) tell(visitor, framed(step2Frame(Uint8Array.of(0, 0))))
    else if (data[1] !== 2) return
    else if (pool === null) relay(visitor, data)
    else {
      queue.push({ from: visitor, bytes: data })
      void commit()
    }
  })
  ws.on('error', () => {})
  ws.on('close', () => {
    room.delete(visitor)
    if (room.size === 0) rooms.delete(name)
  })
})
http.listen(Number(process.env['PORT']), '127.0.0.1', () => process.stdout.write('ready\n'))
