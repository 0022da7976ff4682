/**
 * The sentences of the text on this screen, cut block by block and kept by block: a key cuts one paragraph again, and not before the
 * browser is idle. Those who watch are told only when a sentence came, went or reads otherwise, or a claim came to it or left. Rule NC30.
 */
import { type Cue, cuesIn } from '#domain/checkable.ts'
import { sentencesIn } from '#document/sentence.ts'
import type { Node } from '@tiptap/pm/model'
import { claimId, claimsOf } from '#web/editor/claim-runs.ts'
import { Watched } from '#web/live/sync-store.ts'

export interface SentenceHere {
  readonly words: string
  readonly cues: readonly Cue[]
  /** Ids of the claim marks on it, whatever the server says of them. */
  readonly claims: readonly string[]
  /** The block of the text it stands in, and positions counted from the block's own. */
  readonly block: Node
  readonly from: number
  readonly to: number
}

interface Run {
  readonly id: string
  readonly from: number
  readonly to: number
}

interface BlockRead {
  readonly sentences: readonly SentenceHere[]
  readonly runs: readonly Run[]
}

export interface TextRead {
  readonly sentences: readonly SentenceHere[]
  /** In step with `sentences`: positions in the text. */
  readonly at: readonly number[]
  readonly runs: readonly Run[]
  /** Of the whole text, in positions. */
  readonly size: number
}

const nothing: TextRead = { sentences: [], at: [], runs: [], size: 0 }

/** A slice of reading, in milliseconds, where the browser does not say how long it is idle. */
const sliceMs = 8
const restMs = 250
/** A hand that never rests is not waited for longer than this. */
const latestMs = 1_500

export class SentenceIndex {
  readonly now = new Watched<TextRead>(nothing)
  readonly #language: string
  readonly #blocks = new WeakMap<Node, BlockRead>()
  #due: (() => void) | null = null
  /** When the oldest change came that has not been read yet. */
  #since: number | null = null

  constructor(language: string) {
    this.#language = language
  }

  /** At once and whole: for an act that is about the words as they stand at this moment. */
  read(doc: Node): TextRead {
    this.#cancel()
    this.#since = null
    const sentences: SentenceHere[] = []
    const at: number[] = []
    const runs: Run[] = []
    doc.forEach((block, position) => {
      const read = this.#blockOf(block)
      for (const sentence of read.sentences) {
        sentences.push(sentence)
        at.push(position + sentence.from)
      }
      for (const { id, from, to } of read.runs) runs.push({ id, from: position + from, to: position + to })
    })
    const before = this.now.get()
    const now = { sentences, at, runs, size: doc.content.size }
    if (!isSame(before, now)) this.now.set(now)
    return now
  }

  /** Once the hand rests, or has not for a while, and the browser is idle; a slice at a time. */
  readSoon(doc: () => Node): void {
    const now = Date.now()
    this.#since ??= now
    // Late already: what is on its way reads the text as it is by then.
    if (this.#due !== null && now - this.#since >= latestMs) return
    this.#cancel()
    const timer = setTimeout(() => this.#slice(doc), Math.max(0, Math.min(restMs, this.#since + latestMs - now)))
    this.#due = () => clearTimeout(timer)
  }

  destroy(): void {
    this.#cancel()
  }

  #cancel(): void {
    this.#due?.()
    this.#due = null
  }

  #slice(doc: () => Node): void {
    this.#due = whenIdle((isOver) => {
      const now = doc()
      let isRead = true
      now.forEach((block) => {
        if (!isRead || this.#blocks.has(block)) return
        if (isOver()) isRead = false
        else this.#blockOf(block)
      })
      if (isRead) this.read(now)
      else this.#slice(doc)
    })
  }

  #blockOf(block: Node): BlockRead {
    const known = this.#blocks.get(block)
    if (known !== undefined) return known
    const read = readBlock(block, this.#language)
    this.#blocks.set(block, read)
    return read
  }
}

/** Calls when the browser has time; returns how to stop. */
function whenIdle(work: (isOver: () => boolean) => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback((deadline) => work(() => deadline.timeRemaining() < 1), { timeout: 1_000 })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(() => {
    const until = performance.now() + sliceMs
    work(() => performance.now() > until)
  }, 0)
  return () => clearTimeout(timer)
}

function readBlock(block: Node, language: string): BlockRead {
  const sentences: SentenceHere[] = []
  const runs: Run[] = []
  /** `start` is where its text begins, counted from the block's own position. */
  const readText = (textblock: Node, start: number) => {
    const here: Run[] = []
    textblock.forEach((node, offset) => {
      const [from, to] = [start + offset, start + offset + node.nodeSize]
      for (const mark of claimsOf(node)) extend(here, { id: claimId(mark), from, to })
    })
    const text = textblock.textBetween(0, textblock.content.size, '\n', '\n')
    for (const { from, to } of sentencesIn(text, language)) {
      const [begin, end] = [start + from, start + to]
      const over = here.filter((run) => run.from < end && run.to > begin)
      const words = text.slice(from, to)
      const claims = [...new Set(over.map(({ id }) => id))]
      sentences.push({ words, cues: cuesIn(words, language), claims, block, from: begin, to: end })
    }
    runs.push(...here)
  }
  if (block.isTextblock) readText(block, 1)
  else {
    block.descendants((node, position) => {
      if (node.isTextblock) readText(node, position + 2)
      return !node.isTextblock
    })
  }
  return { sentences, runs }
}

function extend(runs: Run[], run: Run): void {
  const at = runs.findLastIndex(({ id }) => id === run.id)
  const last = runs[at]
  if (last !== undefined && last.to === run.from) runs[at] = { ...last, to: run.to }
  else runs.push(run)
}

const isSame = (before: TextRead, now: TextRead): boolean =>
  before.sentences.length === now.sentences.length &&
  before.sentences.every((sentence, index) => sentence === now.sentences[index])

/** Where a sentence stands in the text at this moment; null when its block was changed or is gone. */
export function placeOf(doc: Node, { block, from, to }: SentenceHere): { from: number; to: number } | null {
  let found: { from: number; to: number } | null = null
  doc.forEach((node, position) => {
    if (node === block) found = { from: position + from, to: position + to }
  })
  return found
}
