/** Roles of members, and taking somebody out. Rules MB2, MB3, MB6 are asked under the newsroom's lock. */
import type { Role } from '#domain/actor.ts'
import { changeRoles, remove } from '#domain/member.ts'
import { ok, type Result } from '#domain/result.ts'
import { takeOffArticles } from './leaving.ts'
import { decideInNewsroom } from './newsroom-decision.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

export const changeMemberRoles = (
  services: Services,
  asked: Asked,
  person: string,
  roles: readonly Role[],
): Promise<Result<{ seq: number }>> =>
  decideInNewsroom(services, asked, async ({ actor, members, record }) => {
    const allowed = changeRoles(actor, members, person, roles)
    if (!allowed.ok) return allowed
    return ok({ seq: await record({ type: 'member-roles-changed', person, roles: allowed.value.roles }) })
  })

export const removeMember = (services: Services, asked: Asked, person: string): Promise<Result<{ seq: number }>> =>
  decideInNewsroom(services, asked, async ({ tx, actor, members, record }) => {
    const allowed = remove(actor, members, person)
    if (!allowed.ok) return allowed
    const seq = await record({ type: 'member-removed', person })
    await takeOffArticles(tx, actor, members, person, services.now())
    return ok({ seq })
  })
