/** What somebody new does once to know their way: each step is done by what really happened, never by a click on it. Rules FN1, FN2. */
import { type Actor, mayDecide, maySignOff } from './actor.ts'

export const firstNightSteps = ['marked', 'sourced', 'judged', 'reworded', 'signed', 'published'] as const
export type FirstNightStep = (typeof firstNightSteps)[number]

const forEditors: ReadonlySet<FirstNightStep> = new Set<FirstNightStep>(['signed', 'published'])

/** FN2. Only what their roles let them do, in the order of an evening. */
export const stepsOf = (actor: Actor): FirstNightStep[] =>
  firstNightSteps.filter((step) => (forEditors.has(step) ? maySignOff(actor) : mayDecide(actor)))
