import { expect, test } from 'vitest'
import { urlKey } from './url-key.ts'

test.each([
  'https://www.coastguard.test/bulletins/14',
  'http://coastguard.test/bulletins/14/',
  'https://coastguard.test/bulletins/14?utm_source=letter&fbclid=x#toll',
])('SR6 %s leads to the same page as its other spellings', (url) => {
  expect(urlKey(url)).toBe('coastguard.test/bulletins/14')
})

test('SR6 pages told apart by a parameter stay apart', () => {
  expect(urlKey('https://a.test/p?id=1')).not.toBe(urlKey('https://a.test/p?id=2'))
})

test('SR6 what is no address has no key', () => {
  expect([urlKey(''), urlKey('call with the director')]).toEqual(['', ''])
})
