/**
 * The invited person's side, before they belong to the newsroom: what they are invited to, and taking it up with a new account or the
 * one they have. Whoever holds the link may read it; an account that exists is never taken over by it. Rule MB5.
 */
import { createRoute, z } from '@hono/zod-openapi'
import { openInvitationView } from '#protocol/member-view.ts'
import { ensureAccount } from '../auth/accounts.ts'
import { leastPasswordLength } from '../auth/auth.ts'
import { personOf } from '../auth/identity.ts'
import { findInvitation, takeUpInvitation } from '../decisions/invitation.ts'
import { answers, body, newApp, newsroomParams, refused, text } from './answer.ts'
import { signInHere } from './sign-in-here.ts'

const params = newsroomParams.extend({ token: z.string().max(100).openapi({ description: 'The end of the link' }) })

export const invitationRoutes = newApp()
  .openapi(
    createRoute({
      method: 'get',
      path: '/invitations/{newsroom}/{token}',
      summary: 'What an invitation is to',
      request: { params },
      responses: answers(200, openInvitationView, 'The newsroom, the address and the roles'),
    }),
    async (c) => {
      const { newsroom, token } = c.req.valid('param')
      const found = await findInvitation(c.var.services, newsroom, token)
      if (!found.ok) return c.json(...refused(found))
      const { slug, name } = found.value.newsroom
      const { email, roles, account } = found.value
      return c.json({ newsroom: { slug, name }, email, roles: [...roles], hasAccount: account !== null }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/invitations/{newsroom}/{token}',
      summary: 'Take an invitation up: with name and password, or {} when signed in under its address',
      request: {
        params,
        body: body(z.object({ name: text(200).trim().optional(), password: z.string().max(128).optional() })),
      },
      responses: answers(201, z.object({ newsroom: z.string() }), 'A member now, and signed in'),
    }),
    async (c) => {
      const { services, auth } = c.var
      const { newsroom, token } = c.req.valid('param')
      const { name = '', password = '' } = c.req.valid('json')
      const found = await findInvitation(services, newsroom, token)
      if (!found.ok) return c.json(...refused(found))
      const { email, account } = found.value
      const person = await personOf(auth, c.req.raw.headers)
      if (person?.email === email) {
        const taken = await takeUpInvitation(services, found.value, person)
        return taken.ok ? c.json(taken.value, 201) : c.json(...refused(taken))
      }
      // The link is not a password: who has an account shows by signing in that it is theirs.
      if (account !== null) return c.json(...refused({ refusal: 'not-signed-in' }))
      if (name === '') return c.json(...refused({ refusal: 'words-needed' }))
      if (password.length < leastPasswordLength) return c.json(...refused({ refusal: 'password-too-short' }))
      const { id, made } = await ensureAccount(services.db, auth, { name, email, password })
      if (!made) return c.json(...refused({ refusal: 'not-signed-in' }))
      const taken = await takeUpInvitation(services, found.value, { id, name })
      if (!taken.ok) return c.json(...refused(taken))
      await signInHere(c, { email, password })
      return c.json(taken.value, 201)
    },
  )
