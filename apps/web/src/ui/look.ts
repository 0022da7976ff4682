/**
 * How states look, in one place: every rating has a tone, a glyph and a key, every standing a box, every kind of source a glyph.
 * Never colour alone: whoever shows a tone shows the glyph or the word with it.
 */
import type { Standing } from '#domain/claim.ts'
import type { SourceKind } from '#domain/source.ts'
import { type Rating, ratings } from '#domain/rating.ts'
import type { Glyph } from './icon.tsx'

export const tones = ['sound', 'amend', 'caution', 'doubt', 'wrong', 'neutral'] as const
/** The name of a token in tokens.css. */
export type Tone = (typeof tones)[number]

export interface RatingLook {
  readonly tone: Tone
  readonly glyph: Glyph
  /** The key that gives it in Check mode. */
  readonly key: string
}

const looks: Record<Rating, Omit<RatingLook, 'key'>> = {
  confirmed: { tone: 'sound', glyph: 'tick' },
  'confirmed-with-change': { tone: 'amend', glyph: 'pencil' },
  'needs-context': { tone: 'caution', glyph: 'half-circle' },
  'cannot-confirm': { tone: 'doubt', glyph: 'question' },
  wrong: { tone: 'wrong', glyph: 'cross' },
  'authors-word': { tone: 'doubt', glyph: 'left-half' },
  cut: { tone: 'neutral', glyph: 'scissors' },
  'not-checkable': { tone: 'neutral', glyph: 'circle' },
}

export const ratingLook = (rating: Rating): RatingLook => ({
  ...looks[rating],
  key: String(ratings.indexOf(rating) + 1),
})

export const standingGlyph: Record<Standing, Glyph> = {
  open: 'box',
  judged: 'box-half',
  conflict: 'differ',
  signed: 'box-full',
  reworded: 'again',
  detached: 'box-empty',
  withdrawn: 'minus',
}

export const sourceGlyph: Record<SourceKind, Glyph> = {
  official: 'official',
  interview: 'interview',
  press: 'press',
  document: 'document',
  dataset: 'dataset',
  book: 'book',
  other: 'other',
}
