import { expect, test } from 'vitest'
import { mayDecide, mayEdit, mayManage, mayOpen, mayRead, maySignOff, type Role, roles } from './actor.ts'
import { aPerson } from '#tests/builders/claim.ts'

const may: Record<Role, { read: boolean; edit: boolean; decide: boolean; signOff: boolean }> = {
  viewer: { read: true, edit: false, decide: false, signOff: false },
  reporter: { read: true, edit: true, decide: false, signOff: false },
  checker: { read: true, edit: true, decide: true, signOff: false },
  editor: { read: true, edit: true, decide: true, signOff: true },
  admin: { read: false, edit: false, decide: false, signOff: false },
}

test.each(roles)('AC1, AC3, AC4, AC5 the role of %s alone gives these rights and no others', (role) => {
  const person = aPerson('p', role)
  expect({
    read: mayRead(person),
    edit: mayEdit(person),
    decide: mayDecide(person),
    signOff: maySignOff(person),
  }).toEqual(may[role])
})

test('AC2 an article is open to the newsroom or to the people named, admin alone to none', () => {
  const toAll = { open: 'newsroom', people: [] } as const
  const toNamed = { open: 'named', people: ['noor'] } as const
  expect(mayOpen(aPerson('vera', 'viewer'), toAll)).toBe(true)
  expect(mayOpen(aPerson('vera', 'viewer'), toNamed)).toBe(false)
  expect(mayOpen(aPerson('noor', 'viewer'), toNamed)).toBe(true)
  expect(mayOpen(aPerson('noor', 'admin'), toNamed)).toBe(false)
})

test('AC12 admins manage, and nobody else does', () => {
  expect(roles.filter((role) => mayManage(aPerson('p', role)))).toEqual(['admin'])
})
