import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { Connection } from './connection.ts'
import { Presence } from './presence.ts'

const aConnection = (id: string) => {
  const socket = { readyState: 1, OPEN: 1, bufferedAmount: 0, send: () => {}, close: () => {} } as unknown as WebSocket
  return new Connection(socket, {
    person: { id, name: id, initials: id, hue: 0, roles: [], kind: 'person', left: false },
    mayWrite: true,
  })
}

/** A client's presence, as bytes on the wire. */
function aClient(state: Record<string, unknown>) {
  const awareness = new Awareness(new Y.Doc())
  const bytes = () => encodeAwarenessUpdate(awareness, [awareness.clientID])
  const first = bytes()
  awareness.setLocalState(state)
  return { awareness, id: awareness.clientID, first, bytes }
}

/** What everyone else would see. */
function seenFrom(frame: Uint8Array | null): Map<number, Record<string, unknown>> {
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  if (frame === null) return awareness.getStates()
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), null)
  return awareness.getStates()
}

test('RM5 a client’s first, empty presence is taken like any other', () => {
  const presence = new Presence()
  const noor = aClient({})
  expect(seenFrom(presence.take(aConnection('noor'), noor.first)).get(noor.id)).toMatchObject({ user: { id: 'noor' } })
})

test('RM6 who it is comes from the connection, whatever the message says', () => {
  const presence = new Presence()
  const noor = aClient({ user: { id: 'idris', name: 'Idris' }, cursor: 4 })
  const frame = presence.take(aConnection('noor'), noor.bytes())
  expect(seenFrom(frame).get(noor.id)).toEqual({
    cursor: 4,
    user: { id: 'noor', name: 'noor', initials: 'noor', hue: 0 },
  })
})

test('RM6 nobody changes or removes another’s presence', () => {
  const presence = new Presence()
  const [idris, karim] = [aConnection('idris'), aConnection('karim')]
  const client = aClient({ cursor: 1 })
  presence.take(idris, client.bytes())
  presence.take(karim, aClient({ cursor: 9 }).bytes())
  client.awareness.setLocalState({ cursor: 666 })
  expect(presence.take(karim, client.bytes())).toBeNull()
  client.awareness.setLocalState(null)
  expect(presence.take(karim, client.bytes())).toBeNull()
  expect(seenFrom(presence.everyone()).get(client.id)).toMatchObject({ cursor: 1, user: { id: 'idris' } })
})

test('RM6 the same person on a new socket takes over from the one that died', () => {
  const presence = new Presence()
  const client = aClient({ cursor: 1 })
  const dead = aConnection('noor')
  presence.take(dead, client.bytes())
  client.awareness.setLocalState({ cursor: 2 })
  expect(presence.take(aConnection('noor'), client.bytes())).not.toBeNull()
  expect(presence.leave(dead)).toBeNull()
  expect(seenFrom(presence.everyone()).get(client.id)).toMatchObject({ cursor: 2 })
})

test('RM5 bytes that are no presence say nothing', () => {
  const presence = new Presence()
  for (const bytes of [[], [255], [3, 1, 1], [1, 5, 1, 2, 123, 34]]) {
    expect(presence.take(aConnection('noor'), Uint8Array.from(bytes))).toBeNull()
  }
})

test('RM6 nobody shows a caret under a client id whose words are another’s, even while they are away', () => {
  const client = aClient({ cursor: 1 })
  const presence = new Presence((clientId) => (clientId === client.id ? 'idris' : undefined))
  expect(presence.take(aConnection('karim'), client.bytes())).toBeNull()
  expect(presence.take(aConnection('idris'), client.bytes())).not.toBeNull()
})

test('RM9 who comes back is seen at once by those who saw them go', () => {
  const presence = new Presence()
  const client = aClient({ cursor: 1 })
  const onlooker = new Awareness(new Y.Doc())
  onlooker.setLocalState(null)
  const see = (frame: Uint8Array | null) => {
    const decoder = decoding.createDecoder(frame ?? new Uint8Array([0, 0]))
    decoding.readVarUint(decoder)
    applyAwarenessUpdate(onlooker, decoding.readVarUint8Array(decoder), null)
    return onlooker.getStates().has(client.id)
  }
  const first = aConnection('noor')
  expect(see(presence.take(first, client.bytes()))).toBe(true)
  expect(see(presence.leave(first))).toBe(false)
  expect(see(presence.take(aConnection('noor'), client.bytes()))).toBe(true)
})

test('SV4 people of another server are shown with the name stamped there, speak for themselves, and go with it', () => {
  const told: (readonly [number, unknown])[] = []
  const here = new Presence(undefined, (entries) => void told.push(...entries))
  const client = aClient({ cursor: 1 })
  const karim = { cursor: 2, user: { id: 'karim' } }
  here.take(aConnection('noor'), client.bytes())
  here.see('two', [[7, karim]])
  expect(seenFrom(here.everyone()).get(7)).toEqual(karim)
  expect(here.here.map(([id]) => id)).toEqual([client.id])
  // A message that was under way when noor came over from there, and somebody else's word for her.
  expect(here.see('two', [[client.id, null]])).toBeNull()
  expect(here.see('two', [[client.id, karim]])).toBeNull()
  expect(here.see('three', [[7, null]])).toBeNull()
  expect(here.lose('two')).not.toBeNull()
  expect([...seenFrom(here.everyone()).keys()]).toEqual([client.id])
  // What came from another server is never told to the others again.
  expect(told.map(([id]) => id)).toEqual([client.id])
})

test('SV4 who comes over from another server is not taken away by that server', () => {
  const presence = new Presence()
  const client = aClient({ cursor: 1 })
  presence.see('two', [[client.id, { user: { id: 'noor' } }]])
  expect(presence.take(aConnection('karim'), client.bytes())).toBeNull()
  expect(presence.take(aConnection('noor'), client.bytes())).not.toBeNull()
  expect(presence.see('two', [[client.id, null]])).toBeNull()
  expect(presence.lose('two')).toBeNull()
  expect(seenFrom(presence.everyone()).has(client.id)).toBe(true)
})
