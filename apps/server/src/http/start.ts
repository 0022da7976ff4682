/** What can be known before a newsroom is opened: whether this is a demo, and who one is. */
import { createRoute, z } from '@hono/zod-openapi'
import { and, eq } from 'drizzle-orm'
import { roles } from '#domain/actor.ts'
import { memberships, newsrooms } from '../db/newsroom-tables.ts'
import { answers, newApp } from './answer.ts'
import type { FirstRun } from './first-run.ts'
import { signedIn } from './gate.ts'

const demoPerson = z.object({
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  newsroom: z.string(),
})
export type DemoPerson = z.infer<typeof demoPerson>

/** Null outside demo mode: then no account's password is anybody's to know. */
export interface DemoDoors {
  readonly people: readonly DemoPerson[]
  readonly password: string
}

export const startRoutes = (demo: DemoDoors | null, firstRun: FirstRun) =>
  newApp()
    .openapi(
      createRoute({
        method: 'get',
        path: '/start',
        summary: 'Whether this is a demo, and its people; whether nobody has an account yet',
        responses: answers(
          200,
          z.object({
            demo: z.object({ people: z.array(demoPerson) }).nullable(),
            password: z.string().nullable(),
            firstRun: z
              .boolean()
              .openapi({ description: 'Nobody has an account yet: POST /first-run makes the first' }),
            codeNeeded: z.boolean().openapi({ description: 'It takes the code that was printed at the start' }),
          }),
          'For the sign-in page',
        ),
      }),
      async (c) => {
        const isFirst = await firstRun.isOpen()
        return c.json(
          {
            demo: demo && { people: [...demo.people] },
            password: demo?.password ?? null,
            firstRun: isFirst,
            codeNeeded: isFirst && firstRun.needsCode(c),
          },
          200,
        )
      },
    )
    .openapi(
      createRoute({
        method: 'get',
        path: '/me',
        summary: 'Who you are and your newsrooms',
        middleware: signedIn,
        responses: answers(
          200,
          z.object({
            id: z.string(),
            name: z.string(),
            email: z.string(),
            newsrooms: z.array(z.object({ slug: z.string(), name: z.string(), roles: z.array(z.enum(roles)) })),
          }),
          'You',
        ),
      }),
      async (c) => {
        const { person, services } = c.var
        const rows = await services.db.asPerson(person.id, (tx) =>
          tx
            .select({ slug: newsrooms.slug, name: newsrooms.name, roles: memberships.roles })
            .from(memberships)
            .innerJoin(newsrooms, eq(newsrooms.id, memberships.newsroomId))
            .where(and(eq(memberships.person, person.id), eq(memberships.left, false)))
            .orderBy(newsrooms.name),
        )
        return c.json({ ...person, newsrooms: rows }, 200)
      },
    )
