/**
 * Reads files in processes of their own: one each, two at a time, with little memory, an empty environment and ten seconds. However a
 * file harms its reader, the server goes on as if it had been damaged: such a file is refused. Rule FI7.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { refuse, type Result } from '#domain/result.ts'
import type { FileAsked } from './file.ts'
import type { Imported } from './paste.ts'

/** A reader's memory, in MB. */
const memory = 256
const patienceMs = 10_000
/** JSON of an article with its notes; a larger one could not be sent back to be brought in. */
const mostResult = 6 * 1024 * 1024

export async function readFileApart(bytes: Uint8Array, asked: FileAsked): Promise<Result<Imported>> {
  const turn = await turns.take()
  if (turn === null) return refuse('throttled')
  try {
    return await read(bytes, asked)
  } finally {
    turn()
  }
}

function read(bytes: Uint8Array, asked: FileAsked): Promise<Result<Imported>> {
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, readerFile()], {
    env: {},
    cwd: tmpdir(),
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolve, reject) => {
    const end = (result: Result<Imported>) => {
      clearTimeout(late)
      child.kill('SIGKILL')
      resolve(result)
    }
    const late = setTimeout(() => end(refuse('file-too-much')), patienceMs)
    const said: Buffer[] = []
    let length = 0
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > mostResult) end(refuse('too-large'))
      else said.push(chunk)
    })
    child.once('error', (problem) => {
      clearTimeout(late)
      reject(problem)
    })
    child.once('close', () => end(resultIn(Buffer.concat(said), child)))
    // A reader that has ended already does not take the rest; how it ended says why.
    child.stdin.on('error', () => {})
    child.stdin.write(`${JSON.stringify(asked)}\n`)
    child.stdin.end(bytes)
  })
}

/** FI7. A reader that ran out of memory aborts; one that ends in another way without a word met something it cannot read. */
function resultIn(said: Buffer, { exitCode, signalCode }: ChildProcess): Result<Imported> {
  if (exitCode === 0 && said.length > 0) return JSON.parse(said.toString('utf8')) as Result<Imported>
  return refuse(signalCode !== null || exitCode === 134 ? 'file-too-much' : 'file-broken')
}

/** read-file.js lies beside the built server; run from source, it is the last build's. */
function readerFile(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const built = [folder, path.join(folder, 'dist/server')].map((each) => path.join(each, 'read-file.js'))
    const found = built.find((file) => existsSync(file))
    if (found !== undefined) return found
    if (folder === path.dirname(folder)) throw new Error('The reader of files is not built. Run: npm run build')
  }
}

/** Turns at something that only so many may do at once; whoever finds too many waiting gets none. */
class Turns {
  readonly #most: number
  readonly #mostWaiting: number
  #taken = 0
  readonly #waiting: (() => void)[] = []

  constructor(most: number, mostWaiting: number) {
    this.#most = most
    this.#mostWaiting = mostWaiting
  }

  /** How to give the turn back, or null. */
  async take(): Promise<(() => void) | null> {
    if (this.#taken >= this.#most) {
      if (this.#waiting.length >= this.#mostWaiting) return null
      // Whoever ends hands their turn on: it never becomes free in between.
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    } else this.#taken += 1
    return () => {
      const next = this.#waiting.shift()
      if (next === undefined) this.#taken -= 1
      else next()
    }
  }
}

const turns = new Turns(2, 8)
