/** Which paragraphs of a text read otherwise than before: what an editor has to read again. */
import { diffArrays } from 'diff'

export interface BlockChange {
  /** Empty for what came anew. */
  readonly before: string
  /** Empty for what is gone. */
  readonly after: string
}

/** Texts that have hardly a paragraph in common are one change. */
const mostEdits = 2_000

/** In the order of the text; neighbouring paragraphs that changed together are one change. */
export function blockDifference(before: string, after: string): BlockChange[] {
  if (before === after) return []
  const parts = diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: mostEdits })
  if (parts === undefined) return [{ before, after }]
  const changes: { before: string; after: string }[] = []
  let open: { before: string; after: string } | null = null
  for (const { value, added, removed } of parts) {
    if (!added && !removed) {
      open = null
      continue
    }
    if (open === null) {
      open = { before: '', after: '' }
      changes.push(open)
    }
    open[added ? 'after' : 'before'] = value.join('\n')
  }
  return changes
}
