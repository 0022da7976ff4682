/**
 * Which line under the words is whose when claims overlap. The longest claim lies lowest (lane 0); from lane 2 on nothing is drawn
 * under the words any more, and the lowest claim tells how many there are. Rule LN1.
 */
import type { Stretch } from './claim-runs.ts'

export interface Laned {
  readonly lane: number
  /** Of a claim in lane 0: how many claims over its words have no line of their own. */
  readonly more: number
}

const overlap = (a: Stretch, b: Stretch): boolean => a.from < b.to && b.from < a.to

/** Lanes drawn under the words. */
export const drawnLanes = 2

/** Both arrays are in step; a claim that stands in pieces gets one lane for each of them. */
export function lanesOf(stretches: readonly Stretch[]): Laned[] {
  const lanes: number[] = stretches.map(() => -1)
  const longestFirst = stretches
    .map((stretch, index) => ({ stretch, index }))
    .sort((a, b) => b.stretch.to - b.stretch.from - (a.stretch.to - a.stretch.from) || a.stretch.from - b.stretch.from)
  for (const { stretch, index } of longestFirst) {
    const taken = new Set(
      stretches.flatMap((other, at) => (lanes[at] !== -1 && overlap(stretch, other) ? [lanes[at]] : [])),
    )
    let lane = 0
    while (taken.has(lane)) lane += 1
    lanes[index] = lane
  }
  return stretches.map((stretch, index) => {
    const lane = lanes[index] ?? 0
    const hidden = stretches.filter((other, at) => (lanes[at] ?? 0) >= drawnLanes && overlap(stretch, other)).length
    return { lane, more: lane === 0 ? hidden : 0 }
  })
}
