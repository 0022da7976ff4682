import { expect, test } from 'vitest'
import { ana, ben, rafi } from '#tests/builders/claim.ts'
import type { Role } from './actor.ts'
import { assignArticle, changeAccess, changeDetails } from './article-change.ts'
import { ok, refuse } from './result.ts'

const everywhere = { open: 'newsroom', people: [] } as const

test('AR2 an article is given to people who may check it and to whom it is open', () => {
  expect(assignArticle(ben, everywhere, [ana, ben, ana])).toEqual(ok({ people: ['ana', 'ben'] }))
  expect(assignArticle(ben, everywhere, [])).toEqual(ok({ people: [] }))
  expect(assignArticle(ben, everywhere, [rafi])).toEqual(refuse('person-unknown'))
  expect(assignArticle(ben, { open: 'named', people: ['ben'] }, [ana])).toEqual(refuse('person-unknown'))
  expect(assignArticle(rafi, everywhere, [ben])).toEqual(refuse('may-not-decide'))
})

const only = (...roles: Role[]) => ({ ...ana, roles: new Set(roles) })

test('AR1 whoever works on the text corrects details; viewers and admins alone do not', () => {
  for (const role of ['reporter', 'checker', 'editor'] as const) expect(changeDetails(only(role))).toEqual(ok(null))
  for (const role of ['viewer', 'admin'] as const) expect(changeDetails(only(role))).toEqual(refuse('may-not-edit'))
})

test('AR3 an editor says to whom an article is open, and is always among those named', () => {
  const editor = only('editor')
  expect(changeAccess(editor, { open: 'named', people: ['rafi', 'rafi'] })).toEqual(
    ok({ open: 'named', people: [editor.id, 'rafi'] }),
  )
  expect(changeAccess(editor, { open: 'newsroom', people: ['rafi'] })).toEqual(ok({ open: 'newsroom', people: [] }))
  expect(changeAccess(only('checker'), everywhere)).toEqual(refuse('not-an-editor'))
})
