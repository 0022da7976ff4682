/** One visitor with a program of their own: senseless frames, two thousand updates with a gap before them, and one who never reads. */
import { setTimeout as pause } from 'node:timers/promises'
import { updateFrame } from '#protocol/frames.ts'
import { chance } from '../../builders/chance.ts'
import { keyUpdate } from '../../builders/key-update.ts'
import { memoryMb } from '../../builders/process-figures.ts'
import { comingAndGoing } from '../../builders/typing-trace.ts'
import { enterAll, leaveAll, type Peer, type Room } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { sendAll } from '../../builders/saving.ts'
import { markdownTable, mb, ms } from '../table.ts'
import { typeTogether } from '../typists.ts'

const names: readonly PeerName[] = ['Tickmark', 'Hocuspocus', 'relay']

async function aRoom(peer: Peer): Promise<Room> {
  const [room] = await peer.rooms(1)
  if (room === undefined) throw new Error('No room was made.')
  return room
}

/** How long the slowest key of two people took while `attack` ran. */
async function stallDuring(peer: Peer, attack: (room: Room) => Promise<void>): Promise<number> {
  const room = await aRoom(peer)
  const visitors = await enterAll(
    peer,
    [0, 1].map((person) => ({ room, person })),
  )
  const typing = typeTogether(peer, [{ room, visitors }], { keysPerSecond: 20, seconds: 6, warmupSeconds: 0 })
  await pause(1_000)
  await attack(room)
  const { max, delivered, expected } = await typing
  leaveAll(visitors)
  return delivered < expected ? Infinity : max
}

async function noise(peer: Peer, room: Room, frames: number): Promise<void> {
  const random = chance(3)
  for (let sent = 0; sent < frames && !peer.process.hasEnded;) {
    const visitor = await peer.visit(room, 2).inStep()
    for (let burst = 0; burst < 50; burst += 1, sent += 1) visitor.say(random.bytes(random.below(64)))
    visitor.client.frame(3, random.bytes(8)) // an opcode that does not exist
    await pause(20)
    visitor.client.drop()
  }
}

async function gap(peer: Peer, room: Room): Promise<void> {
  const visitor = await peer.visit(room, 2).inStep()
  for (let clock = 2_000; clock > 0; clock -= 1) visitor.say(updateFrame(keyUpdate(9_000_000, clock, room.place)))
}

/** How much more the server holds while one of three does not read, than when all read: `megabytes` of words put in and taken out. */
async function heldFor(peer: Peer, megabytes: number, reads: boolean): Promise<number> {
  const room = await aRoom(peer)
  const writer = await peer.visit(room, 0, { keepsState: true }).inStep()
  const [reader, sleeper] = await enterAll(
    peer,
    [1, 2].map((person) => ({ room, person })),
  )
  if (!reads) sleeper?.client.stopReading()
  const before = await peer.process.memory()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, memoryMb(peer.process.pid))), 50)
  const updates = comingAndGoing(writer.state, { megabytes, size: 10_000 })
  try {
    for (let from = 0; from < updates.length; from += 100) {
      await sendAll(writer, updates.slice(from, from + 100), 100)
      await pause(10)
    }
    most = Math.max(most, await peer.process.memory())
  } finally {
    clearInterval(watch)
  }
  leaveAll([writer, ...[reader, sleeper].filter((visitor) => visitor !== undefined)])
  return most - before
}

async function measure(peer: Peer, size: { frames: number; megabytes: number }) {
  const noiseStall = await stallDuring(peer, (room) => noise(peer, room, size.frames))
  const crashed = peer.process.hasEnded
  if (crashed) await peer.process.start()
  const gapStall = await stallDuring(peer, (room) => gap(peer, room))
  if (peer.process.hasEnded) await peer.process.start()
  const control = await heldFor(peer, size.megabytes, true)
  const held = await heldFor(peer, size.megabytes, false)
  return { crashed, noiseStall, gapStall, held: Math.max(0, held - control) }
}

export const hostileRow: Row = {
  name: 'hostile',
  about: 'Hostile visitors',
  peers: names,
  async run({ peers }, scale) {
    const size = { frames: scaled(1_000, scale, 100), megabytes: scaled(100, scale, 10) }
    const results = new Map<PeerName, Awaited<ReturnType<typeof measure>>>()
    for (const name of names) results.set(name, await measure(peers[name], size))
    type Result = Awaited<ReturnType<typeof measure>>
    const line = (what: string, figure: (of: Result) => string) => ({
      what,
      figures: Object.fromEntries([...results].map(([name, of]) => [name, figure(of)])),
    })
    const stall = (value: number) => (value === Infinity ? 'keys never arrived' : ms(value))
    return markdownTable(`${this.about} (${size.frames} frames, ${size.megabytes} MB)`, [
      line('the process ended by senseless frames', ({ crashed }) => (crashed ? 'yes' : 'no')),
      line('slowest key of a bystander meanwhile', ({ noiseStall }) => stall(noiseStall)),
      line('… during 2,000 updates with a gap', ({ gapStall }) => stall(gapStall)),
      line('memory for one who does not read, beyond that for one who does', ({ held }) => mb(held)),
    ])
  },
}
