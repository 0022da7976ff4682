/** What a request carries through the routes once it is known who asks and for which newsroom. */
import type { Actor } from '#domain/actor.ts'
import type { Auth } from '../auth/auth.ts'
import type { Member, Person } from '../auth/identity.ts'
import type { articles } from '../db/article-tables.ts'
import type { Asked } from '../decisions/once.ts'
import type { Services } from '../decisions/services.ts'

export interface Env {
  Variables: {
    services: Services
    auth: Auth
    /** Of the machine that asks, as far as it can be believed. */
    address: string
    person: Person
    member: Member
    actor: Actor
    /** Who asks, with the request's Idempotency-Key. */
    asked: Asked
    article: typeof articles.$inferSelect
  }
}
