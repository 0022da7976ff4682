/**
 * What somebody is about to bring in, kept in this tab until it is started or thrown away: going to look at the desk and coming back,
 * or an error on the way, loses nothing. One per newsroom.
 */
import { useCallback, useState } from 'react'
import type { ArticleDraft, ImportNote, TrackedChoice } from '#document/draft.ts'
import type { UploadedFile } from '#protocol/uploaded-file.ts'
import type { Facts } from '#web/article/facts.ts'
import type { Clip } from './clip.ts'

export type Taken = 'html' | 'text'

/** Where the text comes from, and how it is taken. */
export type Source =
  | { readonly kind: 'clip'; readonly clip: Clip; readonly as: Taken }
  | {
      readonly kind: 'file'
      readonly file: File
      readonly tracked: TrackedChoice
      /** What stood in the box when the file was chosen; it stands there again if the file cannot be read. */
      readonly typed: string
    }

export interface Details extends Facts {
  readonly title: string
  /** Whether the desk opens with suggested claims. */
  readonly suggests: boolean
}

export type Import =
  | { readonly step: 'paste'; readonly clip: Clip | null; readonly wrong: string | null }
  | { readonly step: 'reading'; readonly source: Source; readonly before: Checking | null }
  | Checking

export interface Checking {
  readonly step: 'check'
  readonly source: Source
  readonly draft: ArticleDraft
  readonly notes: readonly ImportNote[]
  readonly original: UploadedFile | null
  /** Articles that were brought in from the same file. */
  readonly importedBefore: readonly { readonly id: string; readonly title: string }[]
  readonly details: Details
}

export const nothingPasted: Import = { step: 'paste', clip: null, wrong: null }

export const fromClip = (clip: Clip): Source => ({ kind: 'clip', clip, as: clip.html === null ? 'text' : 'html' })

const kept = new Map<string, Import>()

/** From the empty desk: the import page goes on with what was pasted there. */
export const handOver = (newsroom: string, clip: Clip): void => {
  kept.set(newsroom, { step: 'reading', source: fromClip(clip), before: null })
}

/** Where a new draft of an article is brought in: each such place keeps what it has, beside the newsroom's own. */
export const draftPlace = (newsroom: string, article: string): string => `${newsroom} ${article}`

/** From the import page, whose file came before: the page of a new draft goes on with what was read. */
export const handOverDraft = (newsroom: string, article: string, state: Checking): void => {
  kept.set(draftPlace(newsroom, article), state)
}

/** It has become a draft of an article: nobody finds it on the import page once more. */
export const takenAsDraft = (newsroom: string, { source }: Checking): void => {
  const left = kept.get(newsroom)
  if (left?.step === 'check' && left.source === source) kept.delete(newsroom)
}

/** `place`: a newsroom, or where a new draft is brought in. */
export function useImport(place: string): [Import, (next: Import) => void] {
  const [state, setState] = useState<Import>(() => kept.get(place) ?? nothingPasted)
  const set = useCallback(
    (next: Import) => {
      if (next === nothingPasted) kept.delete(place)
      else kept.set(place, next)
      setState(next)
    },
    [place],
  )
  return [state, set]
}
