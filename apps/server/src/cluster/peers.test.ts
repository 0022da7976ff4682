import { expect, test } from 'vitest'
import { goneAfterMs, hushedAfterMs, Peers } from './peers.ts'

test('SV4 a server that has been silent for too long is gone, once', () => {
  const peers = new Peers()
  peers.hear('a', 0, 0)
  peers.hear('b', 0, goneAfterMs)
  expect(peers.gone(goneAfterMs)).toEqual([])
  expect(peers.gone(goneAfterMs + 1)).toEqual(['a'])
  expect(peers.gone(goneAfterMs + 1)).toEqual([])
  expect(peers.count).toBe(1)
})

test('SV4 a server that says it leaves is gone at once', () => {
  const peers = new Peers()
  peers.hear('a', 0, 0)
  expect([peers.leave('a'), peers.leave('a'), peers.count]).toEqual([true, false, 0])
})

test('SV5 what a server could not send is noticed when it is heard again, a new one’s too', () => {
  const peers = new Peers()
  expect(peers.hear('a', 0, 0)).toBe(false)
  expect(peers.hear('a', 0, 1)).toBe(false)
  expect(peers.hear('a', 3, 2)).toBe(true)
  expect(peers.hear('a', 3, 3)).toBe(false)
  expect(peers.hear('b', 1, 3)).toBe(true)
})

test('SV5 a server that misses its turn may say things that are not heard', () => {
  const peers = new Peers()
  peers.hear('a', 0, 0)
  expect([peers.isOneHushed(hushedAfterMs), peers.isOneHushed(hushedAfterMs + 1)]).toEqual([false, true])
})

test('SV4 a server that dies before it ever said that it lives is gone too', () => {
  const peers = new Peers()
  peers.meet('a', 0)
  peers.meet('a', goneAfterMs)
  expect(peers.gone(goneAfterMs + 1)).toEqual(['a'])
  peers.hear('b', 2, 0)
  peers.meet('b', 1)
  expect(peers.hear('b', 2, 2)).toBe(false)
})
