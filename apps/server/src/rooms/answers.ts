/**
 * What newcomers are told: the text they lack, encoded once for all who lack the same. Encoding walks the whole document, so after a
 * restart a thousand people must not each have it walked. While people type, what has come since is sent behind it. Rules RM1, RM26.
 */
import * as Y from 'yjs'
import { step1Frame, step2Frame, updateFrame } from '#protocol/frames.ts'
import { framed } from './outbox.ts'

/** Different things that people lack at the same time: after a restart, everybody lacks one of very few. */
const mostKept = 16
/** More than this behind an old answer, and a new one is less. */
const mostBehind = 200
/** A room in which nobody arrives keeps no second copy of its text. */
const forgetAfterMs = 10_000

/** An update that says nothing. */
const nothing = new Uint8Array([0, 0])

interface Answer {
  readonly update: Uint8Array
  /** How many of `#later` it holds already. */
  readonly after: number
  /** As it goes to a reader, while nothing has come since. */
  readonly frame: Buffer
}

export class Answers {
  readonly #doc: Y.Doc
  readonly #kept = new Map<string, Answer>()
  /** Updates since the oldest answer kept. */
  #later: Uint8Array[] = []
  #step1: Buffer | null = null
  #forgetting: NodeJS.Timeout | null = null

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** An update has been applied. */
  changed(update: Uint8Array): void {
    this.#step1 = null
    if (this.#kept.size === 0) return
    if (this.#later.length < mostBehind) this.#later.push(update)
    else this.forget()
  }

  /** The server's half of the exchange: what it has. */
  step1(): Buffer {
    return (this.#step1 ??= framed(step1Frame(Y.encodeStateVector(this.#doc))))
  }

  /** Frames that bring a reader who has what `stateVector` says up to the text; the one that says "that is all" comes last. */
  to(stateVector: Uint8Array): readonly Buffer[] {
    const key = Buffer.from(stateVector).toString('latin1')
    const kept = this.#kept.get(key) ?? this.#make(key, stateVector)
    const since = this.#later.slice(kept.after)
    if (since.length === 0) return [kept.frame]
    return [
      framed(updateFrame(kept.update)),
      ...since.map((each) => framed(updateFrame(each))),
      framed(step2Frame(nothing)),
    ]
  }

  #make(key: string, stateVector: Uint8Array): Answer {
    const update = Y.encodeStateAsUpdate(this.#doc, stateVector)
    const answer = { update, after: this.#later.length, frame: framed(step2Frame(update)) }
    const oldest = this.#kept.keys().next()
    if (this.#kept.size >= mostKept && oldest.done !== true) this.#kept.delete(oldest.value)
    this.#kept.set(key, answer)
    this.#forgetting ??= setTimeout(() => this.forget(), forgetAfterMs)
    return answer
  }

  /** The text has changed in another way, or is not needed any more. */
  forget(): void {
    clearTimeout(this.#forgetting ?? undefined)
    this.#forgetting = null
    this.#kept.clear()
    this.#later = []
    this.#step1 = null
  }
}
