/**
 * What somebody is about to bring in, kept in this tab until it is started or thrown away: going to look at the desk and coming back,
 * or an error on the way, loses nothing. One per newsroom.
 */
import { useCallback, useState } from 'react'
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import type { Clip } from './clip.ts'

export type Taken = 'html' | 'text'

export interface Details {
  readonly title: string
  /** YYYY-MM-DD, or empty. */
  readonly publicationDate: string
  /** Newsroom wall time, YYYY-MM-DDTHH:mm, or empty. */
  readonly deadline: string
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
}

export type Import =
  | { readonly step: 'paste'; readonly clip: Clip | null; readonly wrong: string | null }
  | { readonly step: 'reading'; readonly clip: Clip; readonly as: Taken }
  | {
      readonly step: 'check'
      readonly clip: Clip
      readonly as: Taken
      readonly draft: ArticleDraft
      readonly notes: readonly ImportNote[]
      readonly details: Details
    }

export const nothingPasted: Import = { step: 'paste', clip: null, wrong: null }

const kept = new Map<string, Import>()

/** From the empty desk: the import page goes on with what was pasted there. */
export const handOver = (newsroom: string, clip: Clip): void => {
  kept.set(newsroom, { step: 'reading', clip, as: clip.html === null ? 'text' : 'html' })
}

export function useImport(newsroom: string): [Import, (next: Import) => void] {
  const [state, setState] = useState<Import>(() => kept.get(newsroom) ?? nothingPasted)
  const set = useCallback(
    (next: Import) => {
      if (next === nothingPasted) kept.delete(newsroom)
      else kept.set(newsroom, next)
      setState(next)
    },
    [newsroom],
  )
  return [state, set]
}
