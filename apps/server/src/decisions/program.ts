/** Programs: members without a person, known by a token that is shown once. Rule MB4. */
import { v7 as newId } from 'uuid'
import type { Role } from '#domain/actor.ts'
import { addProgram } from '#domain/member.ts'
import { ok, type Result } from '#domain/result.ts'
import { sha256Of } from '../auth/token.ts'
import { decideInNewsroom } from './newsroom-decision.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

/** `tokenFor` makes the secret from the program's id; what is kept of it is its hash. */
export const takeInProgram = (
  services: Services,
  asked: Asked,
  { name, role }: { readonly name: string; readonly role: Role },
  tokenFor: (person: string) => Promise<string>,
): Promise<Result<{ person: string }>> =>
  decideInNewsroom(services, asked, async ({ actor, record }) => {
    const allowed = addProgram(actor, name, role)
    if (!allowed.ok) return allowed
    const person = newId()
    const tokenSha256 = sha256Of(await tokenFor(person))
    await record({ type: 'program-added', person, name: name.trim(), roles: [role], tokenSha256 })
    return ok({ person })
  })
