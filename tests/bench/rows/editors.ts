/** One room, several editors at the keyboard at once: how soon everybody else sees a key, and what it costs the server. */
import { enterAll, leaveAll, type Peer } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import type { Row } from '../row.ts'
import { markdownTable, median, ms } from '../table.ts'
import { type Typed, typeTogether, type Typing } from '../typists.ts'

const everybody: readonly PeerName[] = ['Tickmark', 'commit and relay', 'Hocuspocus', 'relay']

/** One stretch of typing in a fresh room. */
export async function oneStretch(peer: Peer, editors: number, typing: Typing): Promise<Typed> {
  const [room] = await peer.rooms(1)
  if (room === undefined) throw new Error('No room was made.')
  const visitors = await enterAll(
    peer,
    Array.from({ length: editors }, (_, person) => ({ room, person })),
  )
  const typed = await typeTogether(peer, [{ room, visitors }], typing)
  leaveAll(visitors)
  return typed
}

function editorsRow(editors: number, keysPerSecond: number): Row {
  return {
    name: `editors-${editors}${keysPerSecond === 5 ? '' : `x${keysPerSecond}`}`,
    about: `1 room, ${editors} editors × ${keysPerSecond} keys/s`,
    peers: everybody,
    async run({ peers }, { rounds, seconds }) {
      const results = new Map<PeerName, Typed[]>(everybody.map((name) => [name, []]))
      for (let round = 0; round < rounds; round += 1) {
        for (const [name, list] of results)
          list.push(await oneStretch(peers[name], editors, { keysPerSecond, seconds }))
      }
      const line = (what: string, figure: (typed: Typed) => number, show: (value: number) => string) => ({
        what,
        figures: Object.fromEntries([...results].map(([name, list]) => [name, show(median(list.map(figure)))])),
      })
      return markdownTable(`${this.about} (${rounds} rounds of ${seconds} s)`, [
        line('latency p50', ({ p50 }) => p50, ms),
        line('latency p95', ({ p95 }) => p95, ms),
        line('CPU s per 1,000 deliveries', perThousand, (value) => value.toFixed(4)),
        line(
          'cores',
          ({ cpu, seconds: long }) => cpu / long,
          (value) => value.toFixed(2),
        ),
        line(
          'delivered',
          ({ delivered, expected }) => delivered / expected,
          (value) => `${(value * 100).toFixed(1)} %`,
        ),
      ])
    },
  }
}

export const perThousand = ({ cpu, delivered }: Typed): number => (cpu / delivered) * 1_000

export const editorRows: readonly Row[] = [
  editorsRow(10, 5),
  editorsRow(50, 5),
  editorsRow(100, 5),
  editorsRow(100, 10),
]
