/** An article that two thousand browsers have written in before, beside a new one: what its past costs everybody who types today. */
import { keyUpdate } from '../../builders/key-update.ts'
import { enterAll, leaveAll, type Peer, type Room } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { markdownTable, median } from '../table.ts'
import { typeTogether } from '../typists.ts'
import { allSaved } from '../../builders/saving.ts'
import { perThousand } from './editors.ts'

const names: readonly PeerName[] = ['Tickmark', 'commit and relay', 'Hocuspocus']
const editors = 50

/** A room in which so many browsers, one after the other, have left a key. */
async function visited(peer: Peer, visits: number): Promise<Room> {
  const [room] = await peer.rooms(1)
  if (room === undefined) throw new Error('No room was made.')
  const visitor = await peer.visit(room, 0).inStep()
  for (let visit = 0; visit < visits; visit += 1) {
    visitor.update(keyUpdate(50_000 + visit, 0, room.place))
    if (visit % 100 === 99) await allSaved(visitor)
  }
  await allSaved(visitor)
  visitor.client.drop()
  return room
}

export const visitsRow: Row = {
  name: 'visits',
  about: 'An article with 2,000 earlier visits, 50 editors × 5 keys/s, beside a new one',
  peers: names,
  async run({ peers }, scale) {
    const visits = scaled(2_000, scale, 50)
    const lines = new Map(names.map((name) => [name, { old: [] as number[], fresh: [] as number[] }]))
    for (let round = 0; round < scale.rounds; round += 1) {
      for (const [name, { old, fresh }] of lines) {
        const peer = peers[name]
        for (const [list, past] of [
          [fresh, 0],
          [old, visits],
        ] as const) {
          const room = await visited(peer, past)
          const visitors = await enterAll(
            peer,
            Array.from({ length: editors }, (_, person) => ({ room, person })),
          )
          list.push(
            perThousand(await typeTogether(peer, [{ room, visitors }], { keysPerSecond: 5, seconds: scale.seconds })),
          )
          leaveAll(visitors)
        }
      }
    }
    const figures = (figure: (of: { old: number[]; fresh: number[] }) => string) =>
      Object.fromEntries([...lines].map(([name, of]) => [name, figure(of)]))
    return markdownTable(`${this.about} (${visits} visits)`, [
      { what: 'new: CPU s per 1,000 deliveries', figures: figures(({ fresh }) => median(fresh).toFixed(4)) },
      { what: 'visited: CPU s per 1,000 deliveries', figures: figures(({ old }) => median(old).toFixed(4)) },
      { what: 'visited ÷ new', figures: figures(({ old, fresh }) => `${(median(old) / median(fresh)).toFixed(2)} ×`) },
    ])
  },
}
