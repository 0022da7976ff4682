/** From the pointer to claims and back: which claims lie under a click, which is meant, and bringing a claim's words into view. */
import type { EditorView } from '@tiptap/pm/view'

/** The claims whose words were clicked, the innermost mark first. */
export function claimsUnder(target: EventTarget | null, text: Element): string[] {
  const ids: string[] = []
  let mark = target instanceof Element ? target.closest<HTMLElement>('mark[data-claim]') : null
  while (mark !== null && text.contains(mark)) {
    const id = mark.dataset['claim']
    if (id !== undefined) ids.push(id)
    mark = mark.parentElement?.closest<HTMLElement>('mark[data-claim]') ?? null
  }
  return ids
}

/** PT1. The shortest first; clicked again, the next outward, and then from the inside again. */
export function nextOutward(
  ids: readonly string[],
  lengthOf: (id: string) => number,
  selected: string | null,
): string | null {
  const outward = [...ids].sort((a, b) => lengthOf(a) - lengthOf(b))
  const at = selected === null ? -1 : outward.indexOf(selected)
  return outward[(at + 1) % outward.length] ?? null
}

/** The last claim that begins before the caret: steps go on from where one reads. */
export function claimBeforeCaret(view: EditorView): string | null {
  if (!view.hasFocus()) return null
  // The browser's own selection: the editor's copy lags behind fast keys.
  const node = document.getSelection()?.focusNode ?? null
  if (node === null || !view.dom.contains(node)) return null
  const earlier = [...view.dom.querySelectorAll<HTMLElement>('mark[data-claim]')].filter(
    (mark) => mark.contains(node) || (node.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING) !== 0,
  )
  return earlier.at(-1)?.dataset['claim'] ?? null
}

export const markOf = (text: Element, id: string): HTMLElement | null =>
  text.querySelector<HTMLElement>(`mark[data-claim="${CSS.escape(id)}"]`)

/**
 * Scrolls the text, and nothing around it, only when the words are not comfortably in sight. `covered` is hidden by a sheet below.
 * Blocks out of sight have guessed heights until they are near (`content-visibility`), so a long way takes a second look.
 */
export function bringIntoView(
  scroller: HTMLElement,
  element: Pick<Element, 'getClientRects' | 'getBoundingClientRect'>,
  covered = 0,
  looks = 3,
): void {
  const frame = scroller.getBoundingClientRect()
  const words = element.getClientRects()[0] ?? element.getBoundingClientRect()
  const height = frame.height - covered
  const top = words.top - frame.top
  if (top >= height * 0.1 && top + words.height <= height * 0.8) return
  scroller.scrollTop += top - height * 0.35
  if (looks > 1) requestAnimationFrame(() => bringIntoView(scroller, element, covered, looks - 1))
}
