/** kill -9 while people type: keys that somebody else had on screen, or whose writer was told that they are saved, and that are gone. */
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { chance } from '../../builders/chance.ts'
import { keysOf, keyUpdate } from '../../builders/key-update.ts'
import { enterAll, leaveAll, type Peer, type Room } from '../peer.ts'
import type { PeerName } from '../peers.ts'
import { type Row, scaled } from '../row.ts'
import { markdownTable } from '../table.ts'

const typists = 5
const keysPerSecond = 20
let clients = 3_000_000

interface Trial {
  readonly shown: number
  readonly shownLost: number
  readonly saved: number
  readonly savedLost: number
}

async function trial(peer: Peer, room: Room, killAfterMs: number): Promise<Trial> {
  const [reader, ...writers] = await enterAll(
    peer,
    Array.from({ length: typists + 1 }, (_, person) => ({ room, person })),
  )
  if (reader === undefined) throw new Error('Nobody came.')
  const shown = new Map<number, number>()
  reader.onUpdate = (update) =>
    keysOf(update, (client, clock, keys) => void shown.set(client, Math.max(shown.get(client) ?? 0, clock + keys)))
  // What was said on entering is answered by now, or never will be: it is no key.
  await pause(300)
  const typed = writers.map((visitor) => ({
    visitor,
    client: (clients += 1),
    clock: 0,
    before: visitor.saved - visitor.sent,
  }))
  const timer = setInterval(() => {
    for (const writer of typed) writer.visitor.update(keyUpdate(writer.client, writer.clock++, room.place))
  }, 1_000 / keysPerSecond)
  await pause(killAfterMs)
  const killed = peer.process.end('SIGKILL')
  clearInterval(timer)
  await killed
  await pause(50) // what was on its way through the sockets has arrived
  const saved = typed.map(({ visitor, client, clock, before }) => ({
    client,
    keys: Math.max(0, Math.min(clock, clock - (visitor.sent - visitor.saved) - before)),
  }))
  await peer.process.start()
  const again = await peer.visit(room, 0, { keepsState: true }).inStep()
  const clocks = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(again.state ?? new Uint8Array()))
  leaveAll([again, reader, ...writers])
  const lost = (client: number, keys: number) => Math.max(0, keys - (clocks.get(client) ?? 0))
  const sum = (values: number[]) => values.reduce((all, value) => all + value, 0)
  return {
    shown: sum([...shown.values()]),
    shownLost: sum([...shown].map(([client, keys]) => lost(client, keys))),
    saved: sum(saved.map(({ keys }) => keys)),
    savedLost: sum(saved.map(({ client, keys }) => lost(client, keys))),
  }
}

export const crashRow: Row = {
  name: 'crash',
  about: 'kill -9 while 5 people type 20 keys/s each',
  peers: ['Tickmark', 'Hocuspocus'],
  async run({ peers }, scale) {
    const random = chance(5)
    const lines: { name: PeerName; trials: Trial[]; wanted: number }[] = [
      { name: 'Tickmark', trials: [], wanted: scaled(100, scale, 2) },
      { name: 'Hocuspocus', trials: [], wanted: scaled(20, scale, 2) },
    ]
    for (const { name, trials, wanted } of lines) {
      const peer = peers[name]
      const [room] = await peer.rooms(1)
      if (room === undefined) throw new Error('No room was made.')
      for (let n = 0; n < wanted; n += 1) trials.push(await trial(peer, room, 200 + random.below(2_800)))
    }
    const figures = (figure: (trials: Trial[]) => string) =>
      Object.fromEntries(lines.map(({ name, trials }) => [name, figure(trials)]))
    const of = (lost: (trial: Trial) => number, all: (trial: Trial) => number) => (trials: Trial[]) =>
      `${total(trials, lost).toLocaleString('en')} of ${total(trials, all).toLocaleString('en')}`
    return markdownTable(this.about, [
      { what: 'trials', figures: figures((trials) => String(trials.length)) },
      {
        what: 'keys others had seen, then lost',
        figures: figures(
          of(
            (one) => one.shownLost,
            (one) => one.shown,
          ),
        ),
      },
      {
        what: 'keys said to be saved, then lost',
        figures: figures(
          of(
            (one) => one.savedLost,
            (one) => one.saved,
          ),
        ),
      },
      {
        what: 'trials with a loss',
        figures: figures((trials) => String(trials.filter((one) => one.shownLost + one.savedLost > 0).length)),
      },
    ])
  },
}

const total = (trials: readonly Trial[], figure: (trial: Trial) => number): number =>
  trials.reduce((sum, trial) => sum + figure(trial), 0)
