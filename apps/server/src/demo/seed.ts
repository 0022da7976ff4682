/**
 * Fills a demo: two newsrooms, their people, and an evening's work done through the very commands that people use.
 * Nothing is written to a table by hand, so what the demo shows is what the program does.
 */
import type { Actor } from '#domain/actor.ts'
import { ensureAccount } from '../auth/accounts.ts'
import type { Auth } from '../auth/auth.ts'
import { memberOf } from '../auth/identity.ts'
import { takeIn } from '../decisions/newsroom.ts'
import type { Services } from '../decisions/services.ts'
import type { DemoDoors, DemoPerson } from '../http/start.ts'
import { seedArticles } from './articles.ts'
import { demoNewsrooms, demoPassword, demoPeople } from './people.ts'
import { staffOf } from './staff.ts'

type SeededPerson = DemoPerson & { readonly id: string }

/** The people and their newsrooms, without articles. */
export async function seedPeople(services: Services, auth: Auth): Promise<SeededPerson[]> {
  const accounts = await Promise.all(
    demoPeople.map(async (person) => ({
      ...person,
      id: (await ensureAccount(services.db, auth, { ...person, password: demoPassword })).id,
    })),
  )
  for (const newsroom of demoNewsrooms) {
    const members = accounts.filter(({ newsroom: slug }) => slug === newsroom.slug)
    for (const { id, name, roles } of members) await takeIn(services, newsroom, { person: id, name, roles })
  }
  return accounts
}

export async function seedDemo(services: Services, auth: Auth): Promise<DemoDoors> {
  const accounts = await seedPeople(services, auth)
  const members = await Promise.all(accounts.map((account) => memberOf(services.db, account, account.newsroom)))
  const actors = new Map<string, Actor>()
  for (const [index, member] of members.entries()) {
    const account = accounts[index]
    if (member !== null && account !== undefined) actors.set(account.email, member.actor)
  }
  await seedArticles(staffOf(services, actors))
  return { people: demoPeople, password: demoPassword }
}
