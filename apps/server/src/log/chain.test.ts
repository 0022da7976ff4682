import { expect, test } from 'vitest'
import { type ChainEntry, firstBroken, firstHash, nextHash } from './chain.ts'

const stream = '01a1f7a0-0000-7000-8000-000000000001'

function aChain(...bodies: string[]): ChainEntry[] {
  let hash = firstHash(stream)
  return bodies.map((body, index) => {
    hash = nextHash(hash, body)
    return { seq: index * 2 + 1, body, hash }
  })
}
const chain = aChain('a', 'b', 'c', 'd')

test('LG3 a chain as it was written is whole', () => expect(firstBroken(stream, chain)).toBeNull())

test.each([
  ['altered', chain.map((entry) => (entry.body === 'c' ? { ...entry, body: 'C' } : entry)), 5],
  ['removed', chain.filter(({ body }) => body !== 'b'), 5],
  ['reordered', [chain[0], chain[2], chain[1], chain[3]] as ChainEntry[], 5],
] as const)('LG4 an entry %s is named', (_case, entries, seq) => expect(firstBroken(stream, entries)).toBe(seq))

test('LG4 a chain does not pass for another stream’s', () => {
  expect(firstBroken('01a1f7a0-0000-7000-8000-000000000002', chain)).toBe(1)
})
