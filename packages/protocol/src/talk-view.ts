/** What the API shows of talk on a claim, and of what waits for somebody. Times are ISO 8601 in UTC. */
import { z } from 'zod'
import { risks } from '#domain/risk.ts'
import { queryStates } from '#domain/talk.ts'
import { waitingFor } from '#domain/waiting.ts'

const time = z.iso.datetime()

export const remarkView = z.object({
  id: z.uuid(),
  /** Null when it was erased. */
  text: z.string().nullable(),
  by: z.string(),
  at: time,
  /** Ids of the people called on. */
  mentions: z.array(z.string()),
  resolvedBy: z.string().nullable(),
  resolvedAt: time.nullable(),
})
export type RemarkView = z.infer<typeof remarkView>

/** Who said what when; `text` is null when nothing was written, or when it was erased, which `erased` says. */
const saidView = z.object({ text: z.string().nullable(), erased: z.boolean(), by: z.string(), at: time })

export const queryView = z.object({
  id: z.uuid(),
  state: z.enum(queryStates),
  askedBy: z.string(),
  to: z.string(),
  /** Null when it was erased. */
  text: z.string().nullable(),
  at: time,
  answer: saidView.nullable(),
  decision: saidView.nullable(),
})
export type QueryView = z.infer<typeof queryView>

export const talkView = z.object({
  /** Oldest first. */
  remarks: z.array(remarkView),
  queries: z.array(queryView),
})
export type TalkView = z.infer<typeof talkView>

export const waitingView = z.object({
  what: z.enum(waitingFor),
  article: z.object({ id: z.uuid(), title: z.string(), language: z.string() }),
  /** Null for an article given as a whole. */
  claim: z.object({ number: z.int(), words: z.string(), risk: z.enum(risks) }).nullable(),
  /** Who asks, answered, called or judged; null where nobody is waiting for a word. */
  by: z.string().nullable(),
  /** What was asked, answered or said; null when there is none, or when it was erased. */
  text: z.string().nullable(),
  /** Since when it waits; null where that is not known. */
  at: time.nullable(),
  /** The claim's own time, else the article's. */
  dueAt: time.nullable(),
  /** Claims left of an article; verdicts to sign off. */
  count: z.int().nullable(),
})
export type WaitingView = z.infer<typeof waitingView>
