/**
 * An article on its way in: what import proposes, what the preview shows, and what is stored when the person agrees.
 * `document` is the article's ProseMirror JSON, title and deck included as its first blocks.
 */
export interface DocumentJson {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentJson[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

export interface ArticleDraft {
  title: string
  deck: string | null
  /** YYYY-MM-DD: a date, not a moment. */
  publicationDate: string | null
  /** BCP 47, e.g. `en`, `ur`. */
  language: string
  direction: 'ltr' | 'rtl'
  document: DocumentJson
}

/** Parts of a file that stand outside its text: their words are kept in the note. */
export const asideParts = [
  'comment',
  'footnote',
  'endnote',
  'header',
  'footer',
  'text-box',
  'formula',
  'hidden',
  'front-matter',
] as const
export type AsidePart = (typeof asideParts)[number]

/** How tracked changes were taken: as if all were accepted, or as the text was before them. */
export const trackedChoices = ['accepted', 'original'] as const
export type TrackedChoice = (typeof trackedChoices)[number]

/** What import did or could not bring along. Codes with values; the words are the web app's. */
export type ImportNote =
  | { code: 'title-kept-once'; title: string; times: number }
  | { code: 'date-line'; line: string; date: string }
  | { code: 'deck-recognised'; deck: string }
  | { code: 'title-missing'; title: string }
  | { code: 'left-out'; what: 'image' | 'table' | 'media' | 'form' | 'script' | 'footnote' | 'unknown'; count: number }
  | { code: 'formatting-left-out'; what: string; count: number }
  | { code: 'control-characters'; count: number }
  | { code: 'line-ends'; count: number }
  | { code: 'words-left-out'; what: AsidePart; count: number; words: string[] }
  | { code: 'tracked-changes'; taken: TrackedChoice; insertions: number; deletions: number; moves: number }
  | { code: 'encoding'; encoding: 'windows-1252' | 'utf-16' }
