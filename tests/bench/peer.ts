/** What is compared: servers as processes of their own, with rooms that hold the same article, and people who enter them. */
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Place } from '../builders/key-update.ts'
import type { RawVisitor } from '../builders/raw-visitor.ts'
import { cpuSeconds, memoryMb } from '../builders/process-figures.ts'

export interface Room {
  readonly id: string
  /** Where typists write. */
  readonly place: Place
}

export interface Peer {
  readonly name: string
  readonly process: BenchProcess
  /** Makes rooms with an article in them; a room of a server that keeps nothing is empty. */
  rooms(count: number, text?: string): Promise<Room[]>
  /** Opens a socket to the room as one of several people. */
  visit(room: Room, person: number, options?: { keepsState?: boolean }): RawVisitor
}

/** One server's process: started, measured, killed, started again at the same port. */
export class BenchProcess {
  readonly port: number
  readonly #file: string
  readonly #environment: Readonly<Record<string, string>>
  readonly #readyLine: string
  #child: ChildProcess | null = null

  constructor(file: string, port: number, environment: Readonly<Record<string, string>>, readyLine: string) {
    this.port = port
    this.#file = file
    this.#environment = environment
    this.#readyLine = readyLine
  }

  get pid(): number {
    const pid = this.#child?.pid
    if (pid === undefined) throw new Error('This server is not running.')
    return pid
  }

  get hasEnded(): boolean {
    return this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null
  }

  async start(): Promise<void> {
    const flags = ['--import', path.join(import.meta.dirname, 'gc-on-signal.mjs')]
    const child = spawn(process.execPath, [...flags, this.#file], {
      env: { PATH: process.env['PATH'], PORT: String(this.port), NODE_ENV: 'production', ...this.#environment },
      stdio: ['ignore', 'pipe', process.env['BENCH_LOGS'] === undefined ? 'ignore' : 'inherit'],
    })
    this.#child = child
    await new Promise<void>((resolve, reject) => {
      let out = ''
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString()
        if (out.includes(this.#readyLine)) resolve()
      })
      child.once('exit', () => reject(new Error(`${this.#file} ended at its start.`)))
    })
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (child === null || this.hasEnded) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    // Some peers do not end while somebody is connected.
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000)
    await ended
    clearTimeout(late)
  }

  get cpu(): number {
    return cpuSeconds(this.pid)
  }

  /** Resident memory in MB, garbage collected. */
  async memory(): Promise<number> {
    process.kill(this.pid, 'SIGUSR2')
    await pause(1_500)
    return memoryMb(this.pid)
  }
}

/** Lets people in a few at a time, as a server would be visited after a while. */
export async function enterAll(peer: Peer, visits: readonly { room: Room; person: number }[]): Promise<RawVisitor[]> {
  const visitors: RawVisitor[] = []
  for (let from = 0; from < visits.length; from += 20) {
    const group = visits.slice(from, from + 20).map(({ room, person }) => peer.visit(room, person))
    await Promise.all(group.map((visitor) => visitor.inStep()))
    visitors.push(...group)
  }
  return visitors
}

export function leaveAll(visitors: readonly RawVisitor[]): void {
  for (const { client } of visitors) client.drop()
}
