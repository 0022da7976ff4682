/** The demo's people in their newsrooms, for every test's template: accounts are slow to make, since passwords are. */
import type { Auth } from '#server/auth/auth.ts'
import type { Services } from '#server/decisions/services.ts'
import { demoPassword, demoPeople } from '#server/demo/people.ts'
import { seedPeople as seedDemoPeople } from '#server/demo/seed.ts'
import type { DemoDoors } from '#server/http/start.ts'

/** Everyone of the demo and their two newsrooms, without articles. */
export async function seedPeople(services: Services, auth: Auth): Promise<DemoDoors> {
  await seedDemoPeople(services, auth)
  return { people: demoPeople, password: demoPassword }
}
