/** The kinds of claim every newsroom starts with. The names are fixed: programs outside rely on them. */
export const claimKinds = [
  'casualty',
  'allegation',
  'quote',
  'date',
  'statistic',
  'name',
  'superlative',
  'history',
  'other',
] as const

export type ClaimKind = (typeof claimKinds)[number]

/** KD3. Kinds whose open claims make an article risky: an error here harms people. */
export const riskyKinds: ReadonlySet<ClaimKind> = new Set<ClaimKind>(['casualty', 'allegation'])
