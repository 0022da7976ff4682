/**
 * One article's text in memory: the Y.Doc is always exactly the log up to `seq`. What has been stored is taken in at once and applied a
 * moment later, several updates in one transaction: Yjs walks all client ids in each, which nobody should wait for. Whoever reads the
 * text gets it with everything taken in. Rules RM1, RM8, CV5.
 */
import * as Y from 'yjs'
import { articleDoc } from '#document/article-doc.ts'
import { documentJson } from '#document/document-json.ts'
import type { DocumentJson } from '#document/draft.ts'
import { fragmentName } from '#document/seed.ts'
import { TextIndex } from '#document/text-index.ts'
import type { Snapshot, StoredText, StoredUpdate } from '../log/text-store.ts'
import type { TextNow } from '../projection/placing.ts'
import { Answers } from './answers.ts'

/** Soon enough for a desk that is live within a second; under steady typing one transaction instead of many. */
const applyAfterMs = 20
/** A text near its largest size is measured this often at most. */
const measureAgainMs = 5_000
/** So many are applied at the end of this turn of the event loop. */
const mostWaiting = 100

export interface TextEvents {
  /** The text changed; `marked` when that brought claim ids not seen before. */
  changed(by: string, marked: boolean): void
  /** The same, of text that another server stored and follows. */
  changedElsewhere(by: string): void
  /** A stored update does not apply: what Yjs made of half of it is not the log any more. */
  unreadable(seq: number, problem: unknown): void
}

/** `elsewhere`: another server stored it, and looks after what follows from it. */
type Taken = StoredUpdate & { readonly elsewhere?: boolean }

export class LiveText {
  /** What newcomers are told first: of what has been applied. */
  readonly answers: Answers
  readonly #doc = articleDoc()
  readonly #index: TextIndex
  readonly #events: TextEvents
  /** Who brought each claim id into the text; null where that is not known any more. */
  readonly #markers = new Map<string, string | null>()
  #waiting: Taken[] = []
  #timer: NodeJS.Timeout | null = null
  /** seq of the newest update applied, and of the newest taken in. */
  #seq = 0
  #head = 0
  #changedAt = new Date(0)
  /** Up to this seq the log held the text when it was opened. */
  readonly #openedAt: number
  #isSpoilt = false
  /** The size of the whole text when it was last measured, and what has come since. */
  #measured: number
  #measuredAt = 0
  #since = 0

  constructor({ snapshot, updates }: StoredText, events: TextEvents) {
    this.#events = events
    if (snapshot !== null) {
      Y.applyUpdate(this.#doc, snapshot.state)
      this.#seq = this.#head = snapshot.seq
      this.#changedAt = snapshot.at
    }
    this.#measured = snapshot?.state.length ?? 0
    this.#index = new TextIndex(this.#doc.getXmlFragment(fragmentName))
    this.answers = new Answers(this.#doc)
    for (const claim of this.#index.runs().keys()) this.#markers.set(claim, null)
    this.#waiting.push(...updates)
    this.#openedAt = this.#head = updates.at(-1)?.seq ?? this.#head
    // They are applied when the text is first asked for: whoever is told of it has the text by then.
    this.#since = updates.reduce((bytes, update) => bytes + update.bytes.length, 0)
  }

  /** Whether an update did not apply; nothing is taken in any more. */
  get isSpoilt(): boolean {
    return this.#isSpoilt
  }

  /** The log's seq that the text has reached. Events in between do not count. */
  get seq(): number {
    return this.#head
  }

  get store(): Y.Doc['store'] {
    return this.#doc.store
  }

  get now(): TextNow {
    this.#apply()
    const { text, title, deck } = this.#index
    return { seq: this.#seq, at: this.#changedAt, text, title, deck, runs: this.#index.runs() }
  }

  /** The whole document, marks included. */
  get document(): DocumentJson {
    this.#apply()
    return documentJson(this.#doc.getXmlFragment(fragmentName))
  }

  /** The whole text as an update. */
  get state(): Uint8Array {
    this.#apply()
    return Y.encodeStateAsUpdate(this.#doc)
  }

  get clocks(): ReadonlyMap<number, number> {
    this.#apply()
    return Y.decodeStateVector(Y.encodeStateVector(this.#doc))
  }

  /** What newcomers are told of the whole text. */
  get answersNow(): Answers {
    this.#apply()
    return this.answers
  }

  markerOf(claim: string): string | null {
    return this.#markers.get(claim) ?? null
  }

  /** Whether so many more bytes would make it larger than `most`. Measured seldom: what comes is counted until it could matter. */
  wouldExceed(most: number, more: number): boolean {
    if (this.#measured + this.#since + more <= most) return false
    // Much of what there was may have been deleted since.
    const isOld = performance.now() - this.#measuredAt > measureAgainMs
    if (this.#since > most / 20 || (this.#since > 0 && isOld)) {
      this.#measured = this.state.length
      this.#measuredAt = performance.now()
      this.#since = 0
    }
    return this.#measured + this.#since + more > most
  }

  /** Takes in what the log holds now. What is behind `seq` is here already. */
  take(update: Taken): void {
    if (this.#isSpoilt || update.seq <= this.#head) return
    this.#head = update.seq
    this.#since += update.bytes.length
    this.#waiting.push(update)
    if (this.#waiting.length === mostWaiting) this.#applyIn(0)
    else if (this.#timer === null) this.#applyIn(applyAfterMs)
  }

  /** As `take`, and applied before it returns. */
  takeNow(update: Taken): void {
    this.take(update)
    this.#apply()
  }

  /** The text as it was when the log was shortened beyond what is here. */
  restore({ seq, state, at }: Snapshot): void {
    this.#apply()
    Y.applyUpdate(this.#doc, state)
    this.answers.forget()
    for (const claim of this.#index.runs().keys()) if (!this.#markers.has(claim)) this.#markers.set(claim, null)
    this.#seq = this.#head = seq
    this.#changedAt = at
    this.#measured = state.length
    this.#since = 0
  }

  /** Applies what has been taken in. */
  applyAll(): void {
    this.#apply()
  }

  destroy(): void {
    clearTimeout(this.#timer ?? undefined)
    this.#waiting = []
    this.answers.forget()
    this.#index.destroy()
    this.#doc.destroy()
  }

  #applyIn(ms: number): void {
    clearTimeout(this.#timer ?? undefined)
    this.#timer = setTimeout(() => this.#apply(), ms)
  }

  #apply(): void {
    clearTimeout(this.#timer ?? undefined)
    this.#timer = null
    while (this.#waiting.length > 0) {
      // An update that speaks of claims is applied by itself, so that it is known who brought them.
      const claims = this.#waiting.findIndex(speaksOfClaims)
      const many = claims === -1 ? this.#waiting.length : Math.max(1, claims)
      this.#applyTogether(this.#waiting.splice(0, many))
    }
  }

  #applyTogether(updates: readonly Taken[]): void {
    let at: Taken | undefined
    try {
      this.#doc.transact(() => {
        for (at of updates) {
          const unplaced = this.#unplaced
          Y.applyUpdate(this.#doc, at.bytes)
          this.answers.changed(at.bytes)
          // Yjs keeps what it cannot place yet; in the log, in order, there is no such thing. What follows on an update that was set aside
          // long ago has been kept so since the text was opened, and is nobody's fault who comes later.
          if (at.seq > this.#openedAt && this.#unplaced > unplaced) throw new Error('a gap')
        }
      })
    } catch (problem) {
      return this.#spoil(at?.seq ?? this.#head, problem)
    }
    if (at === undefined) return
    this.#seq = at.seq
    this.#changedAt = at.at
    const marked = this.#noteMarkers(at)
    const ours = updates.findLast(({ elsewhere }) => elsewhere !== true)
    if (ours === undefined) this.#events.changedElsewhere(at.by)
    else this.#events.changed(ours.by, marked)
  }

  /** Bytes of what Yjs keeps because something before it is missing. */
  get #unplaced(): number {
    const { pendingStructs, pendingDs } = this.#doc.store
    return (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0)
  }

  #spoil(seq: number, problem: unknown): void {
    this.#isSpoilt = true
    this.#waiting = []
    this.#events.unreadable(seq, problem)
  }

  #noteMarkers(update: StoredUpdate): boolean {
    if (!speaksOfClaims(update)) return false
    const fresh = [...this.#index.runs().keys()].filter((id) => !this.#markers.has(id))
    for (const id of fresh) this.#markers.set(id, update.by)
    return fresh.length > 0
  }
}

const speaksOfClaims = ({ bytes }: StoredUpdate): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('claim')
