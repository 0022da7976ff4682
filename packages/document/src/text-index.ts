/**
 * The text of a live Yjs document and the claim marks in it, kept up block by block: only blocks that changed are read again.
 * Offsets are UTF-16 code units of the plain text (`text.ts`), and both readings give the same string. Rules DC2, AN4.
 */
import * as Y from 'yjs'
import { claimMarkName } from './claim-mark.ts'
import { readable, type TextRange } from './text.ts'

export interface MarkedRun {
  readonly id: string
  readonly kind: string
  readonly from: number
  readonly to: number
}

interface BlockText {
  readonly text: string
  readonly runs: readonly MarkedRun[]
  readonly isTitle: boolean
  readonly isDeck: boolean
}

/** Marks that may overlap are stored under `name--hash`, one attribute for each. */
const isClaim = (attribute: string) => attribute === claimMarkName || attribute.startsWith(`${claimMarkName}--`)

/** Block names whose children are text, not blocks. The title's and every heading's too: a level is an attribute. */
const textblock = 'paragraph'

/** A block as it was last read, and the how-manieth it is. */
interface Standing {
  readonly at: number
  readonly block: BlockText
}

export class TextIndex {
  readonly #fragment: Y.XmlFragment
  readonly #forget: () => void
  /** Every block in order, its place, and the text they make: as they stood when somebody last asked. */
  #blocks: BlockText[] = []
  #places = new Map<unknown, Standing>()
  #text = ''
  /** What has happened since: blocks that read otherwise; or came, went and moved. */
  readonly #changed = new Set<unknown>()
  #isRearranged = true

  constructor(fragment: Y.XmlFragment) {
    this.#fragment = fragment
    const onChange = (events: Y.YEvent<Y.XmlElement | Y.XmlText | Y.XmlFragment>[]) => {
      for (const event of events) {
        const top = this.#topLevel(event.target)
        if (top === fragment) this.#isRearranged = true
        else this.#changed.add(top)
      }
    }
    // The observer's event type is that of the fragment; below it come elements and texts.
    const observer = onChange as Parameters<Y.XmlFragment['observeDeep']>[0]
    fragment.observeDeep(observer)
    this.#forget = () => fragment.unobserveDeep(observer)
  }

  destroy(): void {
    this.#forget()
  }

  get text(): string {
    this.#read()
    return this.#text
  }

  /** Text of the first title block; null when there is none. */
  get title(): string | null {
    return this.#read().find((block) => block.isTitle && block.text.trim() !== '')?.text ?? null
  }

  /** Text of the first deck; null when there is none. */
  get deck(): string | null {
    return this.#read().find((block) => block.isDeck && block.text.trim() !== '')?.text ?? null
  }

  /** Every claim's marked runs in text order; runs that touch are one. */
  runs(): Map<string, MarkedRun[]> {
    const byClaim = new Map<string, MarkedRun[]>()
    let offset = 0
    for (const block of this.#read()) {
      for (const { id, kind, from, to } of block.runs) {
        const runs = byClaim.get(id)
        const moved = { id, kind, from: from + offset, to: to + offset }
        if (runs === undefined) byClaim.set(id, [moved])
        else runs.push(moved)
      }
      offset += block.text.length + 1
    }
    return byClaim
  }

  #topLevel(type: unknown): unknown {
    let at = type as Y.AbstractType<unknown>
    while (at.parent !== null && at.parent !== (this.#fragment as Y.AbstractType<unknown>)) {
      at = at.parent as Y.AbstractType<unknown>
    }
    return at
  }

  #read(): readonly BlockText[] {
    if (this.#isRearranged) this.#readAnew()
    else for (const top of this.#changed) this.#readAgain(top)
    this.#isRearranged = false
    this.#changed.clear()
    return this.#blocks
  }

  /** After blocks came, went or moved; those that read as before are not read again. */
  #readAnew(): void {
    const places = new Map<unknown, Standing>()
    this.#blocks = this.#fragment.toArray().map((top, at) => {
      const known = this.#changed.has(top) ? undefined : this.#places.get(top)
      const block = known?.block ?? readBlock(top)
      places.set(top, { at, block })
      return block
    })
    this.#places = places
    this.#text = this.#blocks.map(({ text }) => text).join('\n')
  }

  /** One block's new words take the place of its old ones: joining an article of 50,000 words anew would cost more than all else. */
  #readAgain(top: unknown): void {
    const standing = this.#places.get(top)
    // A block that went away has told of its end before it was missed.
    if (standing === undefined) return
    const { at, block: old } = standing
    const block = readBlock(top)
    let from = 0
    for (let before = 0; before < at; before += 1) from += (this.#blocks[before]?.text.length ?? 0) + 1
    this.#text = this.#text.slice(0, from) + block.text + this.#text.slice(from + old.text.length)
    this.#blocks[at] = block
    this.#places.set(top, { at, block })
  }
}

function readBlock(top: unknown): BlockText {
  const pieces = { text: '', runs: [] as MarkedRun[], started: false }
  const walk = (node: unknown): void => {
    if (node instanceof Y.XmlText) return readText(node, pieces)
    if (!(node instanceof Y.XmlElement)) return
    if (node.nodeName === 'hardBreak') {
      pieces.text += '\n'
      return
    }
    if (node.nodeName === textblock) {
      if (pieces.started) pieces.text += '\n'
      pieces.started = true
    }
    for (const child of node.toArray()) walk(child)
  }
  walk(top)
  const isTitle = top instanceof Y.XmlElement && Number(top.getAttribute('level')) === 1
  const isDeck = top instanceof Y.XmlElement && Boolean(top.getAttribute('deck'))
  return { text: readable(pieces.text), runs: pieces.runs, isTitle, isDeck }
}

function readText(node: Y.XmlText, pieces: { text: string; runs: MarkedRun[] }): void {
  const delta = node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string') continue
    const from = pieces.text.length
    pieces.text += insert
    for (const claim of claimsOf(attributes ?? {})) extend(pieces.runs, { ...claim, from, to: pieces.text.length })
  }
}

function claimsOf(attributes: Record<string, unknown>): { id: string; kind: string }[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (!isClaim(name) || typeof value !== 'object' || value === null) return []
    const { id, kind } = value as { id?: unknown; kind?: unknown }
    return typeof id === 'string' ? [{ id, kind: typeof kind === 'string' ? kind : 'other' }] : []
  })
}

/** A run that begins where the same claim's last one ended makes it longer. */
function extend(runs: MarkedRun[], run: MarkedRun): void {
  const at = runs.findLastIndex((earlier) => earlier.id === run.id)
  const last = runs[at]
  if (last !== undefined && last.to === run.from) runs[at] = { ...last, to: run.to }
  else runs.push(run)
}

/** A claim's words as they stand: its pieces joined by "\n". */
export const wordsAt = (text: string, ranges: readonly TextRange[]): string =>
  ranges.map(({ from, to }) => text.slice(from, to)).join('\n')
