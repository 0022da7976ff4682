/** What the API shows of an article's way to print: its versions, the gate, approval and steps, and what is new to the one who asks. */
import { z } from 'zod'
import { standings } from '#domain/claim.ts'
import { stages } from '#domain/desk.ts'
import { gateRules } from '#domain/gate.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { risks } from '#domain/risk.ts'
import { versionCauses } from '#domain/version.ts'
import { coverageView } from './tick-view.ts'
import { historyEntry } from './view.ts'

const time = z.iso.datetime()
const sha256 = z.string().length(64)

export const versionView = z.object({
  number: z.int(),
  cause: z.enum(versionCauses),
  /** Of the event that made it. */
  seq: z.int(),
  /** Of the last update in its text. */
  textSeq: z.int(),
  /** Of its plain text in UTF-8, hex. */
  sha256,
  by: z.string(),
  at: time,
})
export type VersionView = z.infer<typeof versionView>

/** A claim on a line of the gate: what it is and why it stands there. */
export const gateClaimView = z.object({
  id: z.uuid(),
  number: z.int(),
  kind: z.enum(claimKinds),
  risk: z.enum(risks),
  words: z.string(),
  standing: z.enum(standings),
  /** Of its newest verdict, with that verdict's seq. */
  rating: z.enum(ratings).nullable(),
  verdict: z.int().nullable(),
  openQueries: z.int(),
})
export type GateClaimView = z.infer<typeof gateClaimView>

export const gateLineView = z.object({
  rule: z.enum(gateRules),
  outcome: z.enum(['passes', 'fails', 'excepted', 'not-applicable']),
  failing: z.array(gateClaimView),
  excepted: z.array(gateClaimView),
})
export type GateLineView = z.infer<typeof gateLineView>

const claimRef = z.object({ id: z.uuid(), number: z.int(), words: z.string() })

export const exceptionView = z.object({
  seq: z.int(),
  claim: claimRef.omit({ words: true }),
  rule: z.enum(gateRules),
  /** The words it was accepted for. */
  words: z.string(),
  /** Null once erased. */
  why: z.string().nullable(),
  by: z.string(),
  at: time,
  /** False since the words or the verdict are no longer those it was accepted for. */
  counts: z.boolean(),
})
export type ExceptionView = z.infer<typeof exceptionView>

export const reviewStep = z.object({
  seq: z.int(),
  step: z.enum(['requested', 'sent-back', 'approved', 'published']),
  version: z.int().nullable(),
  /** Null when there is none or it was erased. */
  note: z.string().nullable(),
  by: z.string(),
  at: time,
})
export type ReviewStep = z.infer<typeof reviewStep>

/** What happened since this person last said that they had looked; their own acts are left out. */
export const sinceLook = z.object({
  at: time,
  /** The newest version at that time. */
  version: z.int().nullable(),
  counts: z.object({
    edits: z.int(),
    marked: z.int(),
    reworded: z.int(),
    verdicts: z.int(),
    signed: z.int(),
    queries: z.int(),
  }),
  /** Paragraphs that read otherwise than in that version. */
  edits: z.array(z.object({ before: z.string(), after: z.string() })),
  /** Newest first. */
  entries: z.array(historyEntry),
})
export type SinceLook = z.infer<typeof sinceLook>

export const reviewView = z.object({
  /** What is on screen, as one SHA-256: text, claims, their words, verdicts and standings. An approval sends it back. */
  seen: sha256,
  /** Head of the article's stream. */
  seq: z.int(),
  stage: z.enum(stages),
  text: z.object({
    newest: versionView.nullable(),
    /** Whether the text reads otherwise than in the newest version. */
    edited: z.boolean(),
    /** The number of the version that an approval now would name. */
    names: z.int(),
  }),
  coverage: coverageView,
  gate: z.array(gateLineView),
  opens: z.boolean(),
  /** All ever accepted, newest first. */
  exceptions: z.array(exceptionView),
  approval: z
    .object({
      seq: z.int(),
      version: z.int(),
      by: z.string(),
      at: time,
      counts: z.boolean(),
      textChanged: z.boolean(),
      /** Claims whose words or verdict are not those approved, or that are new since. */
      touched: z.array(claimRef),
    })
    .nullable(),
  /** Newest first. */
  steps: z.array(reviewStep),
  /** Null for whoever looks for the first time. */
  sinceLook: sinceLook.nullable(),
})
export type ReviewView = z.infer<typeof reviewView>
