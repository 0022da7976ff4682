/**
 * Yjs work that may take long, done in a thread of its own, one question after the other. Nobody's typing waits for it; a question that
 * takes too long ends with its thread, and the next one gets a new one. The thread ends when there has been nothing to do. Rules RM24, LG7.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

export type ApartQuestion =
  | { readonly kind: 'try'; readonly state: Uint8Array; readonly update: Uint8Array }
  | { readonly kind: 'shorten'; readonly states: readonly Uint8Array[] }
export type ApartAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'tried'; readonly applies: boolean; readonly tookMs: number }
  | { readonly kind: 'shortened'; readonly state: Uint8Array }
  /** `why` names what went wrong, never what it went wrong with. */
  | { readonly kind: 'failed'; readonly why: string }

/** LG7. A snapshot that does not read back as the text it was made from is none; the log stays as it is. */
class NotShortened extends Error {
  override readonly name = 'NotShortened'
  readonly code: string

  constructor(why: string) {
    super(`The log stays as it is: ${why}.`)
    this.code = why
  }
}

/** Opening the copy, which is as large as articles may be, before the trial itself; and a whole replay. */
const patienceMs = 30_000
const memoryMb = 512
const mostWaiting = 100
const idleMs = 10_000

export class TextApart {
  readonly #trialMs: number
  #worker: Worker | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  /** Hears what the thread says, or null when it has ended. */
  #heard: (answer: ApartAnswer | null) => void = () => {}
  #idle: NodeJS.Timeout | null = null

  constructor({ trialMs }: { trialMs: number }) {
    this.#trialMs = trialMs
  }

  /** Whether the update can be applied to the text within the time that it may take. Reads `state` when its turn has come. */
  async bears(state: () => Uint8Array, update: Uint8Array): Promise<boolean> {
    const answer = await this.#ask(() => ({ kind: 'try', state: state(), update }))
    return answer.kind === 'tried' && answer.applies && answer.tookMs <= this.#trialMs
  }

  /** One update that holds all of these. Throws NotShortened when that cannot be had. */
  async shorten(states: readonly Uint8Array[]): Promise<Uint8Array> {
    const answer = await this.#ask(() => ({ kind: 'shorten', states }))
    if (answer.kind === 'shortened') return answer.state
    throw new NotShortened(answer.kind === 'failed' ? answer.why : answer.kind)
  }

  async stop(): Promise<void> {
    clearTimeout(this.#idle ?? undefined)
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }

  #ask(question: () => ApartQuestion): Promise<ApartAnswer> {
    if (this.#waiting >= mostWaiting) return Promise.resolve({ kind: 'failed', why: 'too-many-waiting' })
    this.#waiting += 1
    const answer = this.#turn.then(() => this.#answer(question()))
    this.#turn = answer.catch(() => undefined)
    return answer.finally(() => (this.#waiting -= 1))
  }

  async #answer(question: ApartQuestion): Promise<ApartAnswer> {
    clearTimeout(this.#idle ?? undefined)
    this.#worker ??= this.#start()
    const answer = await this.#hear(this.#worker, question)
    // Too late, out of memory, or ended: there is nothing to be had from this thread any more.
    if (answer === null) await this.stop()
    this.#idle = setTimeout(() => void this.stop(), idleMs)
    this.#idle.unref()
    return answer ?? { kind: 'failed', why: 'thread-ended' }
  }

  #hear(worker: Worker, question: ApartQuestion): Promise<ApartAnswer | null> {
    return new Promise((resolve) => {
      const end = (answer: ApartAnswer | null) => {
        clearTimeout(late)
        this.#heard = () => {}
        resolve(answer)
      }
      let late = setTimeout(() => end(null), patienceMs)
      this.#heard = (answer) => {
        if (answer?.kind !== 'ready') return end(answer)
        clearTimeout(late)
        late = setTimeout(() => end(null), this.#trialMs * 2)
      }
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage(question)
    })
  }

  #start(): Worker {
    const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, env: {} })
    worker.on('message', (answer: ApartAnswer) => {
      if (worker === this.#worker) this.#heard(answer)
    })
    // A thread that breaks is an answer too; between two questions nobody hears it, and the next question gets a new one.
    const ended = () => {
      if (worker !== this.#worker) return
      this.#worker = null
      this.#heard(null)
    }
    worker.on('error', ended)
    worker.on('exit', ended)
    worker.unref()
    return worker
  }
}

/** text-worker.js lies beside the built server; run from source, it is the last build's. */
function workerFile(): string {
  for (let folder = import.meta.dirname; ; folder = path.dirname(folder)) {
    const built = [folder, path.join(folder, 'dist/server')].map((each) => path.join(each, 'text-worker.js'))
    const found = built.find((file) => existsSync(file))
    if (found !== undefined) return found
    if (folder === path.dirname(folder)) throw new Error('The text’s worker is not built. Run: npm run build')
  }
}
