/**
 * CT1. What the browser has selected reaches the editor a moment later: `selectionchange` comes in a task of its own. Whatever draws the text anew
 * before it would put the earlier selection back, and a person would lose the words just selected.
 */

/** Tells the editor of the browser's selection now; called before anything draws the text anew that no key of this person caused. */
export const readSelection = (): void => {
  document.dispatchEvent(new Event('selectionchange'))
}

/**
 * Also when the mouse is let go: what was drawn meanwhile makes prosemirror-view 1.42 show the selection it knows of right after that.
 * Returns how to stop.
 */
export function readSelectionInTime(beforeNews: Set<() => void>): () => void {
  beforeNews.add(readSelection)
  window.addEventListener('mouseup', readSelection, true)
  return () => {
    beforeNews.delete(readSelection)
    window.removeEventListener('mouseup', readSelection, true)
  }
}
