/**
 * Claims as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): what leaves, and what is answered when annotations of
 * another program come in. Positions count Unicode code points; addresses are whole URIs; what is empty is left out. Rules WA1–WA7.
 */
import { z } from 'zod'
import { doubts } from '#document/quotation.ts'

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld'
export const annotationMediaType = `application/ld+json; profile="${annotationContext}"`

const textualBody = z.object({
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.literal('text/plain'),
  purpose: z.enum(['tagging', 'assessing', 'commenting']),
})

const selectors = z.tuple([
  z.object({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string().optional(),
    suffix: z.string().optional(),
  }),
  z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
])

/** One for each piece that the claim stands in; nearly always one. */
const target = z.object({ type: z.literal('SpecificResource'), source: z.string(), selector: selectors })
export type AnnotationTarget = z.infer<typeof target>

export const annotation = z.object({
  '@context': z.literal(annotationContext),
  id: z.string(),
  type: z.literal('Annotation'),
  motivation: z.enum(['highlighting', 'tagging', 'assessing']),
  created: z.iso.datetime(),
  creator: z.object({ type: z.enum(['Person', 'Software']), name: z.string() }),
  /** The kind, unless it is “other”; the verdict and its reason. */
  body: z.array(textualBody).optional(),
  target: z.union([target, z.array(target)]),
})
export type Annotation = z.infer<typeof annotation>

export const annotationCollection = z.object({
  '@context': z.literal(annotationContext),
  id: z.string(),
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  total: z.int(),
  /** All of them; missing when there are none. */
  first: z
    .object({
      id: z.string(),
      type: z.literal('AnnotationPage'),
      partOf: z.string(),
      startIndex: z.literal(0),
      items: z.array(annotation),
    })
    .optional(),
})
export type AnnotationCollection = z.infer<typeof annotationCollection>

/** What became of an annotation; nothing is marked unless the place is sure. */
export const annotationOutcomes = ['marked', 'known', 'unsure', 'not-found', 'not-understood'] as const

/** Why it was not marked. */
export const annotationDoubts = [
  ...doubts,
  'text-changed',
  'not-an-annotation',
  'no-selector',
  'no-words',
  'too-long',
] as const
export type AnnotationDoubt = (typeof annotationDoubts)[number]

/** For programs; the web app has words of its own. */
export const doubtTexts: Record<AnnotationDoubt, string> = {
  'several-places': 'These words stand in several places, and nothing says which is meant.',
  'similar-words': 'Only similar words were found.',
  'position-only': 'It has a position but no quoted words to be sure by.',
  'not-in-text': 'These words are not in the article.',
  'text-changed': 'The text was changed just now. Bring it in again.',
  'not-an-annotation': 'This is not a Web Annotation.',
  'no-selector': 'Its target names no words: a TextQuoteSelector is needed.',
  'no-words': 'The quoted words are empty.',
  'too-long': 'More words are quoted than a claim can have.',
}

export const annotationReply = z.object({
  results: z.array(
    z.object({
      /** Its place in what was sent, from 0. */
      index: z.int(),
      id: z.string().nullable(),
      outcome: z.enum(annotationOutcomes),
      /** Number of the claim that was marked, or that stands on these words already. */
      claim: z.int().nullable(),
      /** The words quoted. */
      words: z.string().nullable(),
      /** Where a person should look: similar words, or words at its position. UTF-16 code units of the text. */
      guess: z.object({ words: z.string(), from: z.int(), to: z.int() }).nullable(),
      why: z.enum(annotationDoubts).nullable(),
      text: z.string(),
    }),
  ),
  /** Address of a further page that was not sent along; nothing is fetched from elsewhere. */
  next: z.string().nullable(),
})
export type AnnotationReply = z.infer<typeof annotationReply>
export type AnnotationResult = AnnotationReply['results'][number]
