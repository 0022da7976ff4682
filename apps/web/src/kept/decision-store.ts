/**
 * Decisions of one person on one article that have not been answered yet, and refused ones nobody has looked at: each under a key of its
 * own on this device, in the order they were made. What cannot be read, as of a newer page, is left alone.
 */
import type { Sent } from '#web/claims/sent.ts'
import type { RefusedReply } from '#web/api/reply.ts'
import type { SeenOnScreen } from '#web/api/claims.ts'
import { deviceStorage, type KeptPlace, keptPrefix } from '#web/live/kept-keys.ts'

export interface KeptDecision {
  /** Its Idempotency-Key: however often it is sent, it happens once. Sorts by time. */
  readonly key: string
  /** Its id; empty for ticks and skips, which are about words. */
  readonly claim: string
  readonly decision: Sent
  readonly seen: SeenOnScreen
  readonly at: string
  readonly refused: RefusedReply | null
  /** Refused after it had waited for the wire: the person may be somewhere else by then. */
  readonly late?: boolean
}

const isKept = (found: unknown): found is KeptDecision =>
  typeof found === 'object' &&
  found !== null &&
  ['key', 'claim', 'at'].every((name) => typeof (found as Record<string, unknown>)[name] === 'string') &&
  ['decision', 'seen'].every((name) => typeof (found as Record<string, unknown>)[name] === 'object')

export class DecisionStore {
  readonly #prefix: string

  constructor(place: KeptPlace) {
    this.#prefix = keptPrefix(place)
  }

  all(): KeptDecision[] {
    const storage = deviceStorage()
    if (storage === null) return []
    return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(this.#prefix))
      .sort()
      .flatMap((key) => read(storage.getItem(key)))
  }

  /** Whether it is on the device now. */
  put(entry: KeptDecision): boolean {
    try {
      deviceStorage()?.setItem(this.#prefix + entry.key, JSON.stringify(entry))
      return deviceStorage() !== null
    } catch {
      // Full, or forbidden.
      return false
    }
  }

  remove(key: string): void {
    deviceStorage()?.removeItem(this.#prefix + key)
  }

  /** Calls back when another tab of this browser has changed something here. */
  watch(onChange: () => void): void {
    if (typeof window === 'undefined') return
    window.addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(this.#prefix)) onChange()
    })
  }
}

function read(stored: string | null): KeptDecision[] {
  try {
    const found: unknown = JSON.parse(stored ?? 'null')
    return isKept(found) ? [found] : []
  } catch {
    return []
  }
}
