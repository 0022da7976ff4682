/** The demo's people at work: everything the demo shows was done by one of them, through the commands that people use. */
import type { Actor } from '#domain/actor.ts'
import type { Result } from '#domain/result.ts'
import type { Asked } from '../decisions/once.ts'
import type { Services } from '../decisions/services.ts'
import type { DemoMember } from './demo-article.ts'

export interface Staff {
  readonly services: Services
  /** The person as somebody who asks for something. */
  as(who: DemoMember): Asked
}

export const staffOf = (services: Services, people: ReadonlyMap<string, Actor>): Staff => ({
  services,
  as: (who) => {
    const actor = people.get(`${who}@demo.test`)
    if (actor === undefined) throw new Error(`The demo has no ${who}.`)
    return { actor, once: null }
  },
})

/** What the demo's people do is never refused; if it is, the demo's tables are wrong. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo could not be made: ${result.refusal}.`)
}

export const inMinutes = ({ services }: Staff, minutes: number): string =>
  new Date(services.now().getTime() + minutes * 60_000).toISOString()
