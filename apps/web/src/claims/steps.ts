/** Going from claim to claim in the order of the list: the next, the next that is left or reworded. Rules NX1–NX3. */
import { isLeft } from '#domain/claim.ts'
import type { DeskClaim } from './desk-claim.ts'

export type Step = 'next' | 'previous' | 'next-left' | 'previous-left' | 'next-reworded'

type Steppable = Pick<DeskClaim, 'id' | 'standing'>

/**
 * NX1. Without a selected claim the first, or the last. NX2. Steps to what is left go round; plain steps end at the ends.
 * `all` is the whole order, so that a step from a claim the filter hides goes on from its place.
 */
export function stepFrom<C extends Steppable>(
  all: readonly C[],
  shown: ReadonlySet<string>,
  from: string | null,
  step: Step,
): C | null {
  const isBack = step === 'previous' || step === 'previous-left'
  const isRound = step !== 'next' && step !== 'previous'
  const ordered = isBack ? all.toReversed() : all
  const at = ordered.findIndex(({ id }) => id === from)
  const ahead = ordered.slice(at + 1)
  const behind = isRound && at !== -1 ? ordered.slice(0, at) : []
  const isMeant = ({ standing }: C) =>
    step === 'next-reworded' ? standing === 'reworded' : !isRound || isLeft(standing)
  const wanted = (claim: C) => shown.has(claim.id) && isMeant(claim)
  return [...ahead, ...behind].find(wanted) ?? null
}
