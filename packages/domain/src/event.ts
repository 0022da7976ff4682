/**
 * What can happen, as it is stored for good. An event's shape changes only together with EVENT_VERSION (WP1).
 * Free text that may have to be forgotten is not here: `private` holds the id of an erasable row and a salted hash of it.
 */
import { z } from 'zod'
import { roles } from './actor.ts'
import { stances } from './evidence.ts'
import { claimKinds } from './kind.ts'
import { ratings } from './rating.ts'

export const EVENT_VERSION = 1

const id = z.uuid()
const seq = z.int().nonnegative()
/** Points to an erasable row: its id and the SHA-256 (hex) of salt and text. */
export const privateRef = z.object({ id, sha256: z.string().length(64) })
export type PrivateRef = z.infer<typeof privateRef>

const on = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape })
const onClaim = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => on(type, { claimId: id, ...shape })

export const articleEvent = z.discriminatedUnion('type', [
  on('article-imported', {
    title: z.string(),
    deck: z.string().nullable(),
    publicationDate: z.string().nullable(),
    language: z.string(),
    direction: z.enum(['ltr', 'rtl']),
    dueAt: z.string().nullable(),
    open: z.enum(['newsroom', 'named']),
    people: z.array(z.string()),
  }),
  onClaim('claim-marked', {
    number: z.int().positive(),
    kind: z.enum(claimKinds),
    words: z.string(),
    before: z.string(),
    after: z.string(),
  }),
  onClaim('claim-reworded', { before: z.string(), after: z.string() }),
  onClaim('claim-detached', { words: z.string() }),
  onClaim('claim-restored', { words: z.string() }),
  onClaim('claim-withdrawn', { why: privateRef.nullable() }),
  onClaim('claim-kind-changed', { kind: z.enum(claimKinds) }),
  onClaim('claim-assigned', { to: z.string().nullable() }),
  onClaim('verdict-given', {
    rating: z.enum(ratings),
    words: z.string(),
    seen: seq.nullable(),
    why: privateRef.nullable(),
  }),
  onClaim('still-held', { words: z.string(), verdict: seq }),
  onClaim('evidence-attached', { evidenceId: id, sourceId: id, stance: z.enum(stances), details: privateRef }),
  onClaim('evidence-removed', { evidenceId: id }),
  onClaim('claim-signed-off', { words: z.string(), rating: z.enum(ratings), verdict: seq }),
])
export type ArticleEvent = z.infer<typeof articleEvent>

export const newsroomEvent = z.discriminatedUnion('type', [
  on('newsroom-founded', { name: z.string(), slug: z.string(), zone: z.string() }),
  on('member-added', { person: z.string(), name: z.string(), roles: z.array(z.enum(roles)) }),
  on('source-added', { sourceId: id, details: privateRef }),
])
export type NewsroomEvent = z.infer<typeof newsroomEvent>

export type TickmarkEvent = ArticleEvent | NewsroomEvent

/** An event with its author, time and place in the stream, all given by the server. `at` is ISO 8601 in UTC. */
export interface Stamped<E extends TickmarkEvent = TickmarkEvent> {
  readonly stream: string
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly event: E
}
