/**
 * A command sent twice with the same key happens once: the answer is kept in the transaction that carried the command out, so no
 * crash can come between. Rule DL4. Refusals are not kept: nothing happened, and trying again may succeed.
 */
import { and, eq } from 'drizzle-orm'
import type { Actor } from '#domain/actor.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Tx } from '../db/database.ts'
import { answeredKeys } from '../db/newsroom-tables.ts'

/** Who asks, and the key under which they would ask again. */
export interface Asked {
  readonly actor: Actor
  readonly once: { readonly key: string; readonly command: string } | null
}

/** The answer this person's key was given before, a refusal when it was for another command, or null. */
export async function answeredBefore<T extends object>(
  tx: Tx,
  { actor, once: repeat }: Asked,
): Promise<Result<T> | null> {
  if (repeat === null) return null
  const { newsroomId, person, key, command, answer } = answeredKeys
  const [answered] = await tx
    .select({ command, answer })
    .from(answeredKeys)
    .where(and(eq(newsroomId, actor.newsroomId), eq(person, actor.id), eq(key, repeat.key)))
  if (answered === undefined) return null
  return answered.command === repeat.command ? ok(answered.answer as T) : refuse('key-used-before')
}

/** Runs `act`, unless this person's key was answered before. Called under a lock that the same command would take again. */
export async function once<T extends object>(tx: Tx, asked: Asked, act: () => Promise<Result<T>>): Promise<Result<T>> {
  const before = await answeredBefore<T>(tx, asked)
  if (before !== null) return before
  const result = await act()
  if (result.ok && asked.once !== null) {
    const { newsroomId, id: person } = asked.actor
    await tx.insert(answeredKeys).values({ newsroomId, person, ...asked.once, answer: result.value })
  }
  return result
}
