/** Between positions of the text and the screen: selecting a sentence there, what part is in sight, bringing a part into sight. */
import { selecting } from '#web/editor/marking.ts'
import { bringIntoView } from '#web/editor/pointing.ts'
import type { EditorView } from '@tiptap/pm/view'

interface Stretch {
  readonly from: number
  readonly to: number
}

export function rangeOf(view: EditorView, { from, to }: Stretch): Range {
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

export function goTo(view: EditorView, scroller: HTMLElement | null, place: Stretch): void {
  view.focus()
  view.dispatch(selecting(view.state, place))
  if (scroller !== null) bringIntoView(scroller, rangeOf(view, place))
}

/** Where each block of the text begins, and the element that shows it. */
function blocksOf(view: EditorView): { element: Element; from: number; size: number }[] {
  const elements = view.dom.children
  const blocks: { element: Element; from: number; size: number }[] = []
  view.state.doc.forEach((node, from, index) => {
    const element = elements[index]
    if (element !== undefined) blocks.push({ element, from, size: node.nodeSize })
  })
  return blocks
}

/** The part of the text in sight, from 0 to 1. Asks for the place of a few blocks only, however long the text is. */
export function partInSight(view: EditorView, scroller: HTMLElement): Stretch {
  const frame = scroller.getBoundingClientRect()
  const blocks = blocksOf(view)
  const size = Math.max(1, view.state.doc.content.size)
  const at = (edge: number): number => {
    let [low, high] = [0, blocks.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((blocks[middle]?.element.getBoundingClientRect().top ?? Infinity) <= edge) low = middle
      else high = middle - 1
    }
    const block = blocks[low]
    if (block === undefined) return 0
    const { top, height } = block.element.getBoundingClientRect()
    const inner = Math.min(1, Math.max(0, (edge - top) / Math.max(1, height)))
    return Math.min(1, (block.from + inner * block.size) / size)
  }
  return { from: at(frame.top), to: at(frame.bottom) }
}

/** Scrolls so that this part of the text, from 0 to 1, is in the middle. Heights out of sight are guessed, so it takes a second look. */
export function bringPart(view: EditorView, scroller: HTMLElement, part: number, looks = 2): void {
  const position = Math.min(1, Math.max(0, part)) * view.state.doc.content.size
  const block = blocksOf(view).findLast(({ from }) => from <= position)
  if (block === undefined) return
  const frame = scroller.getBoundingClientRect()
  const { top, height } = block.element.getBoundingClientRect()
  const spot = top + height * Math.min(1, (position - block.from) / Math.max(1, block.size))
  scroller.scrollTop += spot - frame.top - frame.height / 2
  if (looks > 1) requestAnimationFrame(() => bringPart(view, scroller, part, looks - 1))
}
