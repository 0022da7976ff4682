/**
 * The default verdict scale. A rating's number is the key that gives it; VD2 says which ones need a reason.
 */
export const ratings = [
  'confirmed',
  'confirmed-with-change',
  'needs-context',
  'cannot-confirm',
  'wrong',
  'authors-word',
  'cut',
  'not-checkable',
] as const

export type Rating = (typeof ratings)[number]

const needingWhy: ReadonlySet<Rating> = new Set<Rating>([
  'confirmed-with-change',
  'needs-context',
  'cannot-confirm',
  'wrong',
  'not-checkable',
])

/** VD2. Whether a verdict of this rating says nothing without its reason. */
export const needsWhy = (rating: Rating): boolean => needingWhy.has(rating)
