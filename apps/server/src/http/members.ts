/** Who belongs to the newsroom: roles, taking out, invitations and programs. Admins only. Rules MB1–MB5. */
import { createRoute, z } from '@hono/zod-openapi'
import { roles } from '#domain/actor.ts'
import { membersView } from '#protocol/member-view.ts'
import { programToken, secretFor } from '../auth/token.ts'
import { invitePerson, withdrawInvitation } from '../decisions/invitation.ts'
import { changeMemberRoles, removeMember } from '../decisions/member.ts'
import { takeInProgram } from '../decisions/program.ts'
import { readMembersView } from '../projection/member-reader.ts'
import { answers, body, newApp, newsroomParams, refused, text } from './answer.ts'
import { asAdmin } from './gate.ts'
import type { Post } from './post.ts'

const memberParams = newsroomParams.extend({
  person: z.string().max(100).openapi({ description: 'Id of a person or program' }),
})
const invitationParams = newsroomParams.extend({ invitation: z.uuid().openapi({ description: 'Id' }) })
const someRoles = z.array(z.enum(roles)).max(roles.length)
const done = z.object({ seq: z.int().openapi({ description: 'Place in the newsroom’s history' }) })

export const memberRoutes = (post: Post) =>
  newApp()
    .openapi(
      createRoute({
        method: 'get',
        path: '/members',
        summary: 'People, programs and open invitations',
        middleware: asAdmin,
        request: { params: newsroomParams },
        responses: answers(200, membersView, 'Everybody'),
      }),
      async (c) => {
        const { services, actor } = c.var
        return c.json(await readMembersView(services.db, actor.newsroomId, services.now()), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: '/members/{person}',
        summary: 'Give a member other roles; the last admin stays admin',
        middleware: asAdmin,
        request: { params: memberParams, body: body(z.object({ roles: someRoles })) },
        responses: answers(200, done, 'Changed'),
      }),
      async (c) => {
        const { person } = c.req.valid('param')
        const changed = await changeMemberRoles(c.var.services, c.var.asked, person, [
          ...new Set(c.req.valid('json').roles),
        ])
        return changed.ok ? c.json(changed.value, 200) : c.json(...refused(changed))
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/members/{person}',
        summary: 'Take a person or program out; they are out within seconds, what they did stays theirs',
        middleware: asAdmin,
        request: { params: memberParams },
        responses: answers(200, done, 'Out'),
      }),
      async (c) => {
        const removed = await removeMember(c.var.services, c.var.asked, c.req.valid('param').person)
        return removed.ok ? c.json(removed.value, 200) : c.json(...refused(removed))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/invitations',
        summary: 'Invite somebody: a link that opens once within a week',
        middleware: asAdmin,
        request: { params: newsroomParams, body: body(z.object({ email: text(320).trim(), roles: someRoles })) },
        responses: answers(201, z.object({ id: z.uuid(), link: z.string() }), 'The link, shown only here'),
      }),
      async (c) => {
        const { services, asked, auth, member } = c.var
        const secret = (id: string) => secretFor(auth, 'invitation', id)
        if (!z.email().safeParse(c.req.valid('json').email).success)
          return c.json(...refused({ refusal: 'email-not-understood' }))
        const invited = await invitePerson(services, asked, c.req.valid('json'), secret)
        if (!invited.ok) return c.json(...refused(invited))
        const { id } = invited.value
        const { slug, name } = member.newsroom
        const link = post.linkTo(`/sign-in/invited/${slug}/${await secret(id)}`, c.req.header('origin'))
        // There is no mail server: whoever runs Tickmark can hand the link on as well.
        post.print(`Invitation to ${name}: ${link}`)
        return c.json({ id, link }, 201)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: '/invitations/{invitation}',
        summary: 'Withdraw an invitation; its link opens nothing any more',
        middleware: asAdmin,
        request: { params: invitationParams },
        responses: answers(200, done, 'Withdrawn'),
      }),
      async (c) => {
        const withdrawn = await withdrawInvitation(c.var.services, c.var.asked, c.req.valid('param').invitation)
        return withdrawn.ok ? c.json(withdrawn.value, 200) : c.json(...refused(withdrawn))
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/programs',
        summary: 'Let a program in with one role: a token for Authorization: Bearer',
        middleware: asAdmin,
        request: {
          params: newsroomParams,
          body: body(z.object({ name: text(200).trim(), role: z.enum(roles) })),
        },
        responses: answers(201, z.object({ person: z.string(), token: z.string() }), 'The token, shown only here'),
      }),
      async (c) => {
        const { services, asked, auth, member } = c.var
        const tokenFor = async (id: string) => programToken(member.newsroom.slug, await secretFor(auth, 'program', id))
        const added = await takeInProgram(services, asked, c.req.valid('json'), tokenFor)
        if (!added.ok) return c.json(...refused(added))
        const { person } = added.value
        return c.json({ person, token: await tokenFor(person) }, 201)
      },
    )
