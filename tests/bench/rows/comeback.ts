/** A thousand people on one article of 1 MB come back after a restart: how long until the last has it, and how long the server froze. */
import { setTimeout as pause } from 'node:timers/promises'
import { allComeBack } from '../../builders/comeback.ts'
import { longText } from '../../builders/long-text.ts'
import { memoryMb } from '../../builders/process-figures.ts'
import { enterAll, leaveAll, type Peer } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { markdownTable, mb, ms } from '../table.ts'

const names: readonly PeerName[] = ['Tickmark', 'Hocuspocus']

async function measure(peer: Peer, count: number, size: number) {
  const [room] = await peer.rooms(1, longText(size))
  if (room === undefined) throw new Error('No room was made.')
  const visitors = await enterAll(
    peer,
    Array.from({ length: count }, (_, person) => ({ room, person })),
  )
  // A server that closes its sockets at once on SIGTERM and one that does not are both gone after this.
  const back = peer.process.end('SIGTERM').then(() => peer.process.start())
  const again: ReturnType<Peer['visit']>[] = []
  const visit = (person: number) => {
    const visitor = peer.visit(room, person)
    again.push(visitor)
    return visitor
  }
  for (const visitor of visitors) {
    // Whoever was not told goes when the server does.
    if (visitor.client.ended === null) await Promise.race([ended(visitor), pause(20_000)])
  }
  let [freeze, peak, isOver] = [0, 0, false]
  const watching = back.then(async () => {
    while (!isOver) {
      const began = performance.now()
      await fetch(`http://127.0.0.1:${peer.process.port}/health/live`).catch(() => null)
      freeze = Math.max(freeze, performance.now() - began)
      peak = Math.max(peak, memoryMb(peer.process.pid))
      await pause(20)
    }
  })
  const { completeAfter } = await allComeBack(visitors, visit, back)
  isOver = true
  await watching
  leaveAll(again)
  return { last: Math.max(...completeAfter), missing: count - completeAfter.length, freeze, peak }
}

const ended = (visitor: ReturnType<Peer['visit']>) => new Promise<void>((resolve) => (visitor.onEnd = () => resolve()))

export const comebackRow: Row = {
  name: 'comeback',
  about: '1,000 people return after a restart, 1 MB article',
  peers: names,
  async run({ peers }, scale) {
    const [count, size] = [scaled(1_000, scale, 20), scaled(1_000_000, scale, 20_000)]
    const results = new Map<PeerName, Awaited<ReturnType<typeof measure>>>()
    for (const name of names) results.set(name, await measure(peers[name], count, size))
    type Result = Awaited<ReturnType<typeof measure>>
    const line = (what: string, figure: (of: Result) => string) => ({
      what,
      figures: Object.fromEntries([...results].map(([name, of]) => [name, figure(of)])),
    })
    return markdownTable(`${this.about} (${count} people, ${size} characters)`, [
      line('last one complete, after the server was ready', ({ last }) => `${(last / 1_000).toFixed(1)} s`),
      line('people who never got it', ({ missing }) => String(missing)),
      line('longest wait for a plain request meanwhile', ({ freeze }) => ms(freeze)),
      line('most memory', ({ peak }) => mb(peak)),
    ])
  },
}
