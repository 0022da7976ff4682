/** What the parts of the review page share. */
import { createContext, useContext } from 'react'
import type { Actor } from '#domain/actor.ts'
import type { ReviewView } from '#protocol/review-view.ts'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'

export interface Reviewed {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  readonly actor: Actor
  readonly review: ReviewView
  /** Number of the claim at the side, `C14`. */
  readonly selected: string | null
  /** Asks everything of the article again. */
  readonly readAgain: () => Promise<void>
}

export const ReviewContext = createContext<Reviewed | null>(null)

export function useReviewed(): Reviewed {
  const reviewed = useContext(ReviewContext)
  if (reviewed === null) throw new Error('useReviewed outside of the review page')
  return reviewed
}
