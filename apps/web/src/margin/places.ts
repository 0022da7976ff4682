/**
 * Where claims start on the screen, read from the text in one batch. Blocks far from the window are skipped by the browser and their
 * insides have no true place: of their claims only the block's own place is used, and where in it they were last seen. Rule MG8.
 */

export interface Place {
  readonly id: string
  /** The middle of the line where the claim starts, from the top of the margin. */
  readonly middle: number
  readonly isNear: boolean
}

export interface Places {
  /** In the order of the text. */
  readonly starts: readonly Place[]
  /** What is near the window, from the top of the margin. */
  readonly from: number
  readonly to: number
}

export const nowhere: Places = { starts: [], from: 0, to: 0 }

/** The block of the text that an element stands in. */
export function blockOf(node: Node, text: Element): Element {
  let block = node instanceof Element ? node : node.parentElement
  while (block?.parentElement && block.parentElement !== text) block = block.parentElement
  return block ?? text
}

const middleOf = ({ top, bottom }: DOMRect): number => (top + bottom) / 2

export class PlaceReader {
  readonly #text: HTMLElement
  /** How far below its block's top each claim was seen last. */
  readonly #seen = new Map<string, number>()

  constructor(text: HTMLElement) {
    this.#text = text
  }

  /** QK3. Whether a claim of these blocks near the window starts in another line than when it was last seen; `read` has the new places. */
  hasMoved(blocks: ReadonlySet<Element>): boolean {
    for (const block of blocks) {
      const { top } = block.getBoundingClientRect()
      const looked = new Set<string>()
      for (const mark of block.querySelectorAll<HTMLElement>('mark[data-claim]')) {
        const id = mark.dataset['claim']
        if (id === undefined || looked.has(id)) continue
        looked.add(id)
        const line = mark.getClientRects()[0]
        const seen = this.#seen.get(id)
        if (line !== undefined && (seen === undefined || Math.abs(middleOf(line) - top - seen) > 0.5)) return true
      }
    }
    return false
  }

  /** `origin` is the margin itself: what is written there counts from its top. */
  read(origin: Element, near: ReadonlySet<Element>): Places {
    const zero = origin.getBoundingClientRect().top
    let [from, to] = [Infinity, -Infinity]
    const tops = new Map<Element, number>()
    const topOf = (block: Element): number => {
      const known = tops.get(block)
      if (known !== undefined) return known
      const { top } = block.getBoundingClientRect()
      tops.set(block, top - zero)
      return top - zero
    }
    for (const block of near) {
      const { top, bottom } = block.getBoundingClientRect()
      tops.set(block, top - zero)
      from = Math.min(from, top - zero)
      to = Math.max(to, bottom - zero)
    }
    // Cards need more room than the text at times and go on below its end, where no block is near.
    const { firstElementChild: first, lastElementChild: last } = this.#text
    if (last !== null && near.size === 0) from = topOf(last)
    if (first !== null && near.has(first)) from = -Infinity
    if (last !== null && (near.size === 0 || near.has(last))) to = Infinity
    const starts = new Map<string, Place>()
    for (const mark of this.#text.querySelectorAll<HTMLElement>('mark[data-claim]')) {
      const id = mark.dataset['claim']
      if (id === undefined || starts.has(id)) continue
      const block = blockOf(mark, this.#text)
      const isNear = near.has(block)
      if (isNear) {
        const line = mark.getClientRects()[0]
        if (line !== undefined) this.#seen.set(id, middleOf(line) - zero - topOf(block))
      }
      starts.set(id, { id, middle: topOf(block) + (this.#seen.get(id) ?? 16), isNear })
    }
    return { starts: [...starts.values()], from, to }
  }
}
