/** A row of the benches: what it measures, on which servers, and how long it takes. */
import type { Bench, PeerName } from './peers.ts'

export interface Scale {
  /** How often everything is repeated, the servers taking turns. */
  readonly rounds: number
  readonly seconds: number
  /** BENCH_SCALE: 1 is the whole; less is for trying a bench out. */
  readonly size: number
}

export interface Row {
  readonly name: string
  readonly about: string
  readonly peers: readonly PeerName[]
  /** Returns the row's table. */
  run(bench: Bench, scale: Scale): Promise<string>
}

/** So many of `whole`, at least `least`. */
export const scaled = (whole: number, { size }: Scale, least = 1): number => Math.max(least, Math.round(whole * size))
