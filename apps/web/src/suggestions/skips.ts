/**
 * Suggestions skipped and brought back on this desk. They go the way of all decisions: shown at once, kept on this device until they are
 * answered, sent again when there is a way (KP1, KP8); refused, it is as before.
 */
import type { Decisions } from '#web/claims/decisions.ts'
import type { RefusedReply } from '#web/api/reply.ts'

/** The server takes no more at once. */
const mostAtOnce = 500

/** Answers with the refusal, if any. */
export async function setSkipped(
  decisions: Decisions,
  words: readonly string[],
  skipped: boolean,
): Promise<RefusedReply | null> {
  const type = skipped ? 'skip' : 'unskip'
  const some = Array.from({ length: Math.ceil(words.length / mostAtOnce) }, (_, n) =>
    words.slice(n * mostAtOnce, (n + 1) * mostAtOnce),
  )
  const outcomes = await Promise.all(some.map((each) => decisions.takeOnWords({ type, words: each })))
  return outcomes.find((outcome) => !outcome.ok) ?? null
}
