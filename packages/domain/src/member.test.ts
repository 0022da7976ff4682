import { describe, expect, test } from 'vitest'
import { aPerson } from '#tests/builders/claim.ts'
import { acceptInvitation, accessWithout, addProgram, changeRoles, invite, type Membership, remove } from './member.ts'
import type { Role } from './actor.ts'
import { ok, refuse } from './result.ts'

const sana = aPerson('sana', 'admin', 'editor')
const noor = aPerson('noor', 'checker')

const members: readonly Membership[] = [
  { person: 'sana', roles: ['admin', 'editor'], kind: 'person' },
  { person: 'noor', roles: ['checker'], kind: 'person' },
  { person: 'wire', roles: ['reporter'], kind: 'program' },
]
const withAdmin = (...more: Membership[]) => [...members, ...more]
const second: Membership = { person: 'idris', roles: ['admin'], kind: 'person' }

describe('MB1 an invitation', () => {
  test.each([
    ['an admin, an address, a role', sana, 'lea@harbour.test', ['viewer'], ok(null)],
    ['somebody who is no admin', noor, 'lea@harbour.test', ['viewer'], refuse('not-an-admin')],
    ['no address', sana, 'lea', ['viewer'], refuse('email-not-understood')],
    ['an address with a space', sana, 'lea b@harbour.test', ['viewer'], refuse('email-not-understood')],
    ['no role', sana, 'lea@harbour.test', [], refuse('roles-needed')],
  ] as const)('MB1 %s', (_, actor, email, roles, expected) => {
    expect(invite(actor, email, roles)).toEqual(expected)
  })
})

describe('MB2 roles', () => {
  test.each([
    ['are changed by an admin', sana, 'noor', ['editor'], ok({ roles: ['editor'] })],
    ['are not changed by others', noor, 'noor', ['editor'], refuse('not-an-admin')],
    ['of somebody unknown', sana, 'nobody', ['editor'], refuse('not-found')],
    ['are at least one', sana, 'noor', [], refuse('roles-needed')],
    ['are not changed to what they are', sana, 'sana', ['editor', 'admin'], refuse('nothing-changed')],
    ['stay admin for the last admin', sana, 'sana', ['editor'], refuse('last-admin')],
  ] as const)('MB2 %s', (_, actor, person, roles, expected) => {
    expect(changeRoles(actor, members, person, roles)).toEqual(expected)
  })

  test('MB2 with a second admin the first may go; a program is no second admin', () => {
    expect(changeRoles(sana, withAdmin(second), 'sana', ['editor'])).toEqual(ok({ roles: ['editor'] }))
    expect(changeRoles(sana, withAdmin({ ...second, kind: 'program' }), 'sana', ['editor'])).toEqual(
      refuse('last-admin'),
    )
  })
})

test('MB3 an admin takes out people and programs, never the last admin', () => {
  expect(remove(sana, members, 'noor')).toEqual(ok(null))
  expect(remove(sana, members, 'wire')).toEqual(ok(null))
  expect(remove(noor, members, 'wire')).toEqual(refuse('not-an-admin'))
  expect(remove(sana, members, 'nobody')).toEqual(refuse('not-found'))
  expect(remove(sana, members, 'sana')).toEqual(refuse('last-admin'))
  expect(remove(sana, withAdmin(second), 'sana')).toEqual(ok(null))
})

test('MB4 a program has a name and one role, never admin', () => {
  expect(addProgram(sana, 'Wire', 'reporter')).toEqual(ok(null))
  expect(addProgram(noor, 'Wire', 'reporter')).toEqual(refuse('not-an-admin'))
  expect(addProgram(sana, '  ', 'reporter')).toEqual(refuse('words-needed'))
  expect(addProgram(sana, 'Wire', 'admin')).toEqual(refuse('roles-needed'))
})

test('MB5 an invitation is open until it is used, withdrawn, or its time has come', () => {
  const expiresAt = new Date('2026-03-10T12:00:00Z')
  const before = new Date('2026-03-10T11:59:59Z')
  expect(acceptInvitation({ state: 'open', expiresAt }, before)).toEqual(ok(null))
  expect(acceptInvitation({ state: 'open', expiresAt }, expiresAt)).toEqual(refuse('invitation-over'))
  expect(acceptInvitation({ state: 'accepted', expiresAt }, before)).toEqual(refuse('invitation-over'))
  expect(acceptInvitation({ state: 'withdrawn', expiresAt }, before)).toEqual(refuse('invitation-over'))
})

test('MB4 a program keeps to one role that is not an admin’s, whoever changes it', () => {
  expect(changeRoles(sana, members, 'wire', ['viewer'])).toEqual(ok({ roles: ['viewer'] }))
  expect(changeRoles(sana, members, 'wire', ['admin'])).toEqual(refuse('roles-needed'))
  expect(changeRoles(sana, members, 'wire', ['viewer', 'checker'])).toEqual(refuse('roles-needed'))
})

test('MB6 an article named to somebody who leaves stays with the others named, and falls to the editors when nobody else could read it', () => {
  const member = (person: string, ...roles: Role[]): Membership => ({ person, roles, kind: 'person' })
  const all = [
    member('noor', 'checker'),
    member('idris', 'editor'),
    member('sana', 'admin'),
    member('rafi', 'reporter'),
  ]
  expect(accessWithout(['noor', 'rafi', 'gone'], all, 'noor')).toEqual(['rafi'])
  expect(accessWithout(['noor'], all, 'noor')).toEqual(['idris'])
  // An admin alone cannot read it.
  expect(accessWithout(['noor', 'sana'], all, 'noor')).toEqual(['sana', 'idris'])
})
