import { expect, test } from 'vitest'
import { linkIn } from './use-pasted-link.ts'

test.each([
  ['https://coastguard.example/a?b=1', 'https://coastguard.example/a?b=1'],
  ['  http://coastguard.example \n', 'http://coastguard.example'],
  ['see https://coastguard.example', null],
  ['https://one.example https://two.example', null],
  ['javascript:alert(1)', null],
  ['https://', null],
  ['', null],
])('AT7 of what is pasted only a single web address is a source: %j', (pasted, link) => {
  expect(linkIn(pasted)).toBe(link)
})
