import { expect, test } from 'vitest'
import { fieldsOf, kindOf } from './schema-words.ts'

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: 'string', format: 'uuid' }, 'id'],
  [{ type: ['string', 'null'], format: 'date-time' }, 'time or null'],
  [{ type: 'array', items: { enum: ['viewer', 'admin'] } }, 'list of viewer · admin'],
  [{ anyOf: [{ const: '' }, { type: 'string', format: 'uri' }] }, '"" or address'],
  [{ type: 'object', properties: { seq: { type: 'integer' } } }, '{ seq?: whole number }'],
  [{}, 'anything'],
])('RF1 a schema is said in words: %j', (schema, words) => {
  expect(kindOf(schema)).toBe(words)
})

test('RF1 fields say whether they may be left out', () => {
  const schema = { properties: { email: { type: 'string' }, name: { type: 'string' } }, required: ['email'] }
  expect(fieldsOf(schema).map(({ name, required }) => [name, required])).toEqual([
    ['email', true],
    ['name', false],
  ])
})
