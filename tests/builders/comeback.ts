/** People whose server went away and who come back as their browsers would: when they were told to, or after a pause that grows. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterClose } from '#web/live/wire-state.ts'
import { chance } from './chance.ts'
import type { RawVisitor } from './raw-visitor.ts'

export interface Comeback {
  /** Milliseconds from the server being back to each person's text being complete. */
  readonly completeAfter: readonly number[]
  /** Moments of each person's first attempt, in milliseconds; the server may not be back by then. */
  readonly knockedAfter: readonly number[]
  /** How often somebody was turned away, by close code and reason. */
  readonly turnedAway: ReadonlyMap<string, number>
}

/** Lets everyone come back until they are in step; `visit` opens a new socket. `isBack` resolves when the server listens again. */
export async function allComeBack(
  left: readonly RawVisitor[],
  visit: (person: number) => RawVisitor,
  isBack: Promise<unknown>,
  withinMs = 90_000,
): Promise<Comeback> {
  const random = chance(11)
  let from = Infinity
  void isBack.then(() => (from = performance.now()))
  const completeAfter: number[] = []
  const turnedAway = new Map<string, number>()
  const knockedAfter: number[] = []
  const giveUpAt = performance.now() + withinMs
  const comesBack = async (visitor: RawVisitor, person: number) => {
    let wait = waitOf(visitor, 0, random.next())
    for (let attempt = 0; wait !== null && performance.now() < giveUpAt; attempt += 1) {
      await pause(wait)
      const again = visit(person)
      if (attempt === 0) knockedAfter.push(performance.now())
      try {
        await again.inStep(withinMs)
        completeAfter.push(performance.now() - from)
        return
      } catch {
        const { code, reason } = again.client.ended ?? { code: 0, reason: 'nothing came' }
        turnedAway.set(`${code} ${reason}`, (turnedAway.get(`${code} ${reason}`) ?? 0) + 1)
        wait = waitOf(again, attempt, random.next())
      }
    }
  }
  await Promise.all(left.map(comesBack))
  return { completeAfter, knockedAfter, turnedAway }
}

/** The page's own rule; null when there is no coming back. */
function waitOf({ client }: RawVisitor, attempt: number, random: number): number | null {
  const next = afterClose(client.ended ?? { code: 1006, reason: '' }, attempt, random)
  return next.kind === 'come-back' ? next.afterMs : null
}
