/** How routes answer: one shape for every refusal, and the part of a route's description that all routes share. */
import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Refused } from '#domain/result.ts'
import { refusalReplies } from '#protocol/refusal-reply.ts'
import { refusalView } from '#protocol/view.ts'
import type { Env } from './env.ts'

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
})

export const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
})

const refusals = {
  400: json(refusalView, 'Not understood'),
  401: json(refusalView, 'Not signed in'),
  403: json(refusalView, 'Not with these roles'),
  404: json(refusalView, 'Unknown, or not open to you: the same reply'),
  409: json(refusalView, 'Something has changed, or stands in the way'),
  413: json(refusalView, 'Too large'),
  422: json(refusalView, 'Something is missing or wrong in what was sent'),
  429: json(refusalView, 'Too many tries'),
  503: json(refusalView, 'Could not be stored just now'),
}

/** The answers of a route: its own and every refusal. */
export const answers = <S extends 200 | 201, T extends z.ZodType>(status: S, schema: T, description: string) =>
  ({ [status]: json(schema, description), ...refusals }) as Record<S, ReturnType<typeof json<T>>> & typeof refusals

type RefusalView = z.infer<typeof refusalView>
type RefusalStatus = keyof typeof refusals

/** Arguments for `c.json`: the refusal's reply. */
export function refused({ refusal }: Refused | { refusal: RefusalCode }): [RefusalView, RefusalStatus] {
  const { status, text } = refusalReplies[refusal]
  return [{ refusal, text }, status]
}

/** An app whose routes refuse what they do not understand with one sentence that names the place. */
export const newApp = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result, c) => {
      if (result.success) return
      const [first] = result.error.issues
      const place = first === undefined || first.path.length === 0 ? '' : ` (${first.path.join('.')}: ${first.message})`
      const [reply, status] = refused({ refusal: 'not-understood' })
      return c.json({ ...reply, text: `${reply.text}${place}` }, status)
    },
  })

/** Free text of at most so many UTF-16 code units. PostgreSQL cannot hold NUL, so it is refused by name. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !value.includes('\0'), 'has a NUL character in it')

/** A language as BCP 47 names it, and as every browser can name it again. */
export const languageCode = z
  .string()
  .max(35)
  .refine((code) => {
    try {
      return /^[a-z]{2,3}(-|$)/i.test(code) && Intl.getCanonicalLocales(code).length === 1
    } catch {
      return false
    }
  }, 'is not a language')

export const claimParams = z.object({
  newsroom: z.string().openapi({ description: 'Slug', example: 'harbour' }),
  article: z.string().openapi({ description: 'Id' }),
  claim: z.string().openapi({ description: 'Id or number', example: 'C14' }),
})
export const articleParams = claimParams.omit({ claim: true })
export const newsroomParams = articleParams.omit({ article: true })
