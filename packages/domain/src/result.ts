/**
 * What a rule answers: the event that follows, or the code of a refusal. A refusal is a value; an exception is a bug.
 */
import type { RefusalCode } from './refusal.ts'

export type Result<T> = { ok: true; value: T } | Refused
export interface Refused {
  ok: false
  refusal: RefusalCode
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const refuse = (refusal: RefusalCode): Refused => ({ ok: false, refusal })
