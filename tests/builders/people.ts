/** The demo's people in their newsrooms, for every test's template: accounts are slow to make, since passwords are. */
import { ensureAccount } from '#server/auth/accounts.ts'
import type { Auth } from '#server/auth/auth.ts'
import { takeIn } from '#server/decisions/newsroom.ts'
import type { Services } from '#server/decisions/services.ts'
import { demoNewsrooms, demoPassword, demoPeople } from '#server/demo/people.ts'
import type { DemoDoors } from '#server/http/start.ts'

/** Everyone of the demo and their two newsrooms, without articles. */
export async function seedPeople(services: Services, auth: Auth): Promise<DemoDoors> {
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
  return { people: demoPeople, password: demoPassword }
}
