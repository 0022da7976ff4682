/** What became of each claim when a new draft came in. Rules DR1–DR9 in docs/RULES.md. */

/**
 * carried: the same words in their place · reworded: its place, other words · moved: the same words elsewhere · unsure: somebody is
 * asked · gone: no longer in the text.
 */
export const carriedAnswers = ['carried', 'reworded', 'moved', 'unsure', 'gone'] as const
export type CarriedAnswer = (typeof carriedAnswers)[number]

/** What the history keeps; `left`: unsure and not answered, so it is detached until somebody puts it in its place. */
export const draftOutcomes = ['reworded', 'moved', 'gone', 'left'] as const
export type DraftOutcome = (typeof draftOutcomes)[number]
