/** What takes the ground away under a verdict: a source taken back, or a date that now means another day. Rules SR3, RD3. */
export const reopenings = ['source-withdrawn', 'source-corrected', 'publication-date-changed'] as const
export type Reopening = (typeof reopenings)[number]
