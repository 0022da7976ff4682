/**
 * A long piece of real writing sent in key by key as fast as the server takes it, then entered: by one person while it is open, by
 * one after a restart, and by fifty at once while two people type. BENCH_TRACE names the recording (data/typing-traces, *.json.gz).
 */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { keysOfTrace, updatesOf } from '../../builders/typing-trace.ts'
import { enterAll, leaveAll, type Peer, type Room } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { sendAll } from '../../builders/saving.ts'
import { markdownTable, median, ms } from '../table.ts'
import { typeTogether } from '../typists.ts'

const names: readonly PeerName[] = ['Tickmark', 'Hocuspocus']
/** Hocuspocus stores at the latest ten seconds after a change. */
const storedAfterMs = 12_000

async function join(peer: Peer, room: Room): Promise<{ took: number; state: Uint8Array }> {
  const began = performance.now()
  const visitor = await peer.visit(room, 1, { keepsState: true }).inStep()
  const took = performance.now() - began
  visitor.client.drop()
  return { took, state: visitor.state ?? new Uint8Array() }
}

async function fiftyAtOnce(peer: Peer, room: Room): Promise<{ last: number; p95: number }> {
  const typists = await enterAll(
    peer,
    [0, 1].map((person) => ({ room, person })),
  )
  const typing = typeTogether(peer, [{ room, visitors: typists }], { keysPerSecond: 20, seconds: 3, warmupSeconds: 0 })
  await pause(1_000)
  const began = performance.now()
  const visitors = Array.from({ length: 50 }, (_, person) => peer.visit(room, person))
  await Promise.all(visitors.map((visitor) => visitor.inStep()))
  const last = performance.now() - began
  const { p95 } = await typing
  leaveAll([...typists, ...visitors])
  return { last, p95 }
}

async function measure(peer: Peer, keys: ReturnType<typeof keysOfTrace>) {
  const [room, small] = await peer.rooms(2)
  if (room === undefined || small === undefined) throw new Error('No room was made.')
  const writer = await peer.visit(room, 0, { keepsState: true }).inStep()
  const updates = updatesOf(keys, writer.state ?? new Uint8Array())
  const began = performance.now()
  await sendAll(writer, updates)
  const perSecond = updates.length / ((performance.now() - began) / 1_000)
  const warm: number[] = []
  let clocks = 0
  for (let visit = 0; visit < 5; visit += 1) {
    const { took, state } = await join(peer, room)
    warm.push(took)
    clocks = contentOf(state)
  }
  const fifty = await fiftyAtOnce(peer, room)
  await pause(storedAfterMs)
  writer.client.drop()
  // By turns, on a server that has done nothing yet: what the small one takes is not the long document's.
  const colds: number[] = []
  const smallColds: number[] = []
  let wasEarly = false
  for (let restart = 0; restart < 3; restart += 1) {
    await startAnew(peer)
    const { took, state } = await join(peer, room)
    colds.push(took)
    wasEarly ||= contentOf(state) < clocks
    await startAnew(peer)
    smallColds.push((await join(peer, small)).took)
  }
  const [cold, smallCold] = [median(colds), median(smallColds)]
  return { edits: updates.length, perSecond, warm: median(warm), cold, smallCold, fifty, wasEarly }
}

async function startAnew({ process }: Peer): Promise<void> {
  await process.end('SIGTERM')
  await process.start()
}

/** How much a state holds, in Yjs clocks: what is missing shows, whatever its form. */
const contentOf = (state: Uint8Array): number =>
  [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(state)).values()].reduce((sum, clock) => sum + clock, 0)

export const longDocumentRow: Row = {
  name: 'long-document',
  about: 'Single-key edits sent in, and that document joined',
  peers: names,
  async run({ peers }, scale) {
    const trace = process.env['BENCH_TRACE']
    if (trace === undefined) throw new Error('BENCH_TRACE has to name a recording of typing (.json.gz).')
    const keys = keysOfTrace(trace, scaled(259_778, scale, 1_000))
    const results = new Map<PeerName, Awaited<ReturnType<typeof measure>>>()
    for (const name of names) results.set(name, await measure(peers[name], keys))
    type Result = Awaited<ReturnType<typeof measure>>
    const line = (what: string, figure: (of: Result) => string) => ({
      what,
      figures: Object.fromEntries([...results].map(([name, of]) => [name, figure(of)])),
    })
    return markdownTable(`${this.about} (${keys.length.toLocaleString('en')} edits)`, [
      line('edits/s said to be stored', ({ perSecond }) => Math.round(perSecond).toLocaleString('en')),
      line('join, warm', ({ warm }) => ms(warm)),
      line('join, first after a restart', ({ cold }) => ms(cold)),
      line('… of an empty article', ({ smallCold }) => ms(smallCold)),
      line('told “synced” with words missing', ({ wasEarly }) => (wasEarly ? 'yes' : 'no')),
      line('50 join at once: last one complete', ({ fifty }) => ms(fifty.last)),
      line('typing meanwhile, p95', ({ fifty }) => ms(fifty.p95)),
    ])
  },
}
