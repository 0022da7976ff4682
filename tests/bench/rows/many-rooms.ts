/** A thousand articles with two people each: what a key takes, what a join costs, what a silent room holds, and what is given back. */
import { setTimeout as pause } from 'node:timers/promises'
import { enterAll, leaveAll, type Peer } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { markdownTable, mb, ms, percent } from '../table.ts'
import { typeTogether } from '../typists.ts'

const names: readonly PeerName[] = ['Tickmark', 'Hocuspocus', 'relay']
/** By then servers that give rooms back have done so. */
const emptyForMs = 30_000
/** By then nothing that was made for newcomers is kept any more, by any of them. */
const silentForMs = 12_000

/** Of a heap that was collected the pages go back to the system over some seconds. */
async function settled({ process }: Peer): Promise<number> {
  await process.memory()
  await pause(10_000)
  return process.memory()
}

async function measure(peer: Peer, count: number, seconds: number) {
  const rooms = await peer.rooms(count)
  // The making of the articles is over and forgotten.
  await pause(emptyForMs)
  const before = await settled(peer)
  const cpuBefore = peer.process.cpu
  const visitors = await enterAll(
    peer,
    rooms.flatMap((room, index) => [0, 1].map((one) => ({ room, person: index + one }))),
  )
  const cpuPerJoin = ((peer.process.cpu - cpuBefore) * 1_000) / visitors.length
  await pause(silentForMs)
  const open = await settled(peer)
  const pairs = rooms.map((room, index) => ({ room, visitors: visitors.slice(index * 2, index * 2 + 2) }))
  const typed = await typeTogether(peer, pairs, { keysPerSecond: 1, seconds })
  leaveAll(visitors)
  await pause(emptyForMs)
  const after = await settled(peer)
  return { ...typed, before, cpuPerJoin, perRoom: ((open - before) * 1024) / count, after }
}

export const manyRoomsRow: Row = {
  name: 'many-rooms',
  about: '1,000 rooms × 2 editors × 1 key/s',
  peers: names,
  async run({ peers }, scale) {
    const count = scaled(1_000, scale, 20)
    const results = new Map<PeerName, Awaited<ReturnType<typeof measure>>>()
    for (const name of names) results.set(name, await measure(peers[name], count, scale.seconds))
    type Result = Awaited<ReturnType<typeof measure>>
    const line = (what: string, figure: (of: Result) => string) => ({
      what,
      figures: Object.fromEntries([...results].map(([name, of]) => [name, figure(of)])),
    })
    return markdownTable(`${this.about} (${count} rooms)`, [
      line('latency p50', ({ p50 }) => ms(p50)),
      line('latency p95', ({ p95 }) => ms(p95)),
      line('CPU per join, the room’s opening included', ({ cpuPerJoin }) => ms(cpuPerJoin)),
      line('memory per silent room, its two sockets included', ({ perRoom }) => `${perRoom.toFixed(0)} KiB`),
      line('memory before anybody came', ({ before }) => mb(before)),
      line('after everybody left', ({ after, before }) => `${mb(after)} (${percent(after / before - 1)})`),
    ])
  },
}
