/** Which two texts are compared, and which come next on the way to older or newer ones. Rules VP6–VP8. */
import type { VersionsSearch } from '#web/frame/search.ts'

/** A version's number, or the text as it stands now. */
export type Moment = number | 'now'

export type Chosen =
  | { readonly kind: 'compared'; readonly from: number; readonly to: Moment }
  | { readonly kind: 'read'; readonly to: number }
  /** The address names a version that there is not. */
  | { readonly kind: 'missing'; readonly number: number }

/** `numbers`: of all versions, newest first; never empty, since bringing an article in makes the first. */
export function chosenOf({ from, to }: VersionsSearch, numbers: readonly number[]): Chosen {
  const newest = numbers[0] ?? 1
  const missing = [from, to].find((one) => typeof one === 'number' && !numbers.includes(one))
  if (typeof missing === 'number') return { kind: 'missing', number: missing }
  if (from === undefined && to === undefined) {
    const older = olderThan(newest, numbers)
    // VP6. With a single version there is only the text since.
    return older === null
      ? { kind: 'compared', from: newest, to: 'now' }
      : { kind: 'compared', from: older, to: newest }
  }
  if (from === undefined)
    return to === 'now' ? { kind: 'compared', from: newest, to } : { kind: 'read', to: to ?? newest }
  if (to === undefined)
    return from === newest ? { kind: 'compared', from, to: 'now' } : { kind: 'compared', from, to: newest }
  if (to === from) return { kind: 'read', to: from }
  // VP7. The older one comes first, however the address names them.
  return to !== 'now' && to < from ? { kind: 'compared', from: to, to: from } : { kind: 'compared', from, to }
}

/** The version before `moment`; null before the first. */
export const olderThan = (moment: Moment, numbers: readonly number[]): number | null =>
  numbers.find((number) => moment === 'now' || number < moment) ?? null

const newerThan = (moment: Moment, numbers: readonly number[]): Moment | null =>
  moment === 'now' ? null : (numbers.findLast((number) => number > moment) ?? 'now')

/** VP8. A step goes on as it was: comparing with the one before, or reading alone. Null at either end. */
export function stepFrom(chosen: Chosen, numbers: readonly number[], way: 'older' | 'newer'): VersionsSearch | null {
  if (chosen.kind === 'missing') return null
  const to = way === 'older' ? olderThan(chosen.to, numbers) : newerThan(chosen.to, numbers)
  if (to === null) return null
  if (chosen.kind === 'read') return to === 'now' ? null : { to }
  const from = olderThan(to, numbers)
  return from === null ? null : { from, to }
}
