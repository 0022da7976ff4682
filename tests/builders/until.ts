/** Waiting for what has to become true, as long as a person would: five seconds, unless said otherwise. */
import { setTimeout as pause } from 'node:timers/promises'

export const promisedMs = 5_000

/** Returns the first truthy answer. Throws with `what` and the last answer when none comes in time. */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = promisedMs,
): Promise<NonNullable<T>> {
  const giveUpAt = Date.now() + withinMs
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > giveUpAt) throw new Error(`Waited ${withinMs} ms in vain: ${what}. Last answer: ${String(answer)}`)
    await pause(10)
  }
}
