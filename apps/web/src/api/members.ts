/** Who belongs to a newsroom: members, invitations, programs. */
import type { Role } from '#domain/actor.ts'
import { ask, at, room } from './ask.ts'

export const membersApi = {
  members: (newsroom: string) => ask(room.members.$get(at({ newsroom }))),
  changeRoles: (newsroom: string, person: string, roles: Role[]) =>
    ask(room.members[':person'].$patch({ ...at({ newsroom, person }), json: { roles } })),
  removeMember: (newsroom: string, person: string) => ask(room.members[':person'].$delete(at({ newsroom, person }))),
  invite: (newsroom: string, invited: { email: string; roles: Role[] }) =>
    ask(room.invitations.$post({ ...at({ newsroom }), json: invited })),
  withdrawInvitation: (newsroom: string, invitation: string) =>
    ask(room.invitations[':invitation'].$delete(at({ newsroom, invitation }))),
  addProgram: (newsroom: string, program: { name: string; role: Role }) =>
    ask(room.programs.$post({ ...at({ newsroom }), json: program })),
}
