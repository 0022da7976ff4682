/** A file dropped anywhere on the desk in Check mode is for the selected claim; in Edit mode it is refused, and never opened in the desk's place. Rule AT9. */
import type { DragEvent } from 'react'
import type { Mode } from '#web/editor/mode.ts'
import type { Acts } from './acts.ts'

type OnDrag = (event: DragEvent<HTMLElement>) => void

export interface Dropping {
  readonly onDragOverCapture: OnDrag
  readonly onDragLeaveCapture: OnDrag
  readonly onDropCapture: OnDrag
}

export function droppingOn(mode: Mode, acts: Acts): Dropping {
  const takes = mode === 'check'
  const onDrag: OnDrag = (event) => {
    const { type, currentTarget, relatedTarget, dataTransfer } = event
    if (!dataTransfer.types.includes('Files')) return
    event.preventDefault()
    dataTransfer.dropEffect = takes ? 'copy' : 'none'
    const isOver = type === 'dragover' || (type === 'dragleave' && currentTarget.contains(relatedTarget as Node | null))
    // The look alone: nothing is drawn anew while a hand moves.
    currentTarget.toggleAttribute('data-dropping', takes && isOver)
    if (type !== 'drop') return
    event.stopPropagation()
    const [file] = dataTransfer.files
    if (takes && file !== undefined) acts.sourceIn(file)
  }
  return { onDragOverCapture: onDrag, onDragLeaveCapture: onDrag, onDropCapture: onDrag }
}
