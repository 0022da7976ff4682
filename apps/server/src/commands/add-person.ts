/**
 * `npm run add-person -- SLUG EMAIL "NAME" ROLE[,ROLE]`: makes an account and takes the person into the newsroom, founding it when
 * there is none by this slug (`--newsroom "NAME" --zone ZONE`). Prints a password, once.
 */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { type Role, roles } from '#domain/actor.ts'
import { ensureAccount } from '../auth/accounts.ts'
import { createAuth } from '../auth/auth.ts'
import type { Database } from '../db/database.ts'
import { takeIn } from '../decisions/newsroom.ts'
import { reservedSlugs } from '../http/pages.ts'
import { settingsFrom } from '../settings.ts'
import { withDatabase } from './database.ts'

const usage = 'npm run add-person -- SLUG EMAIL "NAME" ROLE[,ROLE] [--newsroom "NAME"] [--zone Europe/London]'

interface Wanted {
  readonly slug: string
  readonly email: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly newsroom: string
  readonly zone: string
}

function wantedFrom(args: string[]): Wanted {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { newsroom: { type: 'string' }, zone: { type: 'string', default: 'UTC' } },
  })
  const [slug = '', email = '', name = '', list = ''] = positionals
  const given = list.split(',').map((role) => roles.find((known) => known === role))
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(slug))
    throw new Error(`The slug is small letters, figures and hyphens.\n${usage}`)
  if ((reservedSlugs as readonly string[]).includes(slug))
    throw new Error(`The slug ${slug} is taken by Tickmark itself.`)
  if (!/^\S+@\S+$/.test(email) || name.trim() === '') throw new Error(usage)
  if (!Intl.supportedValuesOf('timeZone').includes(values.zone) && values.zone !== 'UTC')
    throw new Error(`There is no time zone ${values.zone}.`)
  const known = given.filter((role) => role !== undefined)
  if (known.length !== given.length) throw new Error(`Roles are ${roles.join(', ')}.\n${usage}`)
  return { slug, email, name, roles: known, newsroom: values.newsroom ?? slug, zone: values.zone }
}

async function add(db: Database, wanted: Wanted): Promise<string> {
  const password = randomBytes(12).toString('base64url')
  // Only its password hashing and account tables are used here; nobody signs in through it.
  const auth = createAuth(db, { secret: randomBytes(32).toString('hex'), url: null, origins: () => [], secure: false })
  const account = await ensureAccount(db, auth, { ...wanted, password })
  const { slug, newsroom, zone, name } = wanted
  await takeIn(
    { db, now: () => new Date() },
    { slug, name: newsroom, zone },
    { person: account.id, name, roles: wanted.roles },
  )
  return account.made ? `Password, shown only now: ${password}` : 'This account exists already and keeps its password.'
}

try {
  const wanted = wantedFrom(process.argv.slice(2))
  const outcome = await withDatabase(settingsFrom(process.env), (db) => add(db, wanted))
  process.stdout.write(`${wanted.name} is in ${wanted.slug} as ${wanted.roles.join(' and ')}.\n${outcome}\n`)
} catch (problem) {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
  process.exit(1)
}
