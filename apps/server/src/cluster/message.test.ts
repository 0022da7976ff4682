import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { decodeMessage, encodeMessage, SERVER_MESSAGE_VERSION, type ServerMessage } from './message.ts'

const messages: ServerMessage[] = [
  {
    kind: 'text',
    text: {
      seq: 7,
      at: new Date('2026-03-03T20:00:00.000Z'),
      by: 'noor',
      owners: [[4_294_967_295, 'noor']],
      bytes: new Uint8Array([1, 2, 3]),
    },
  },
  { kind: 'head', seq: 9 },
  {
    kind: 'shown',
    entries: [
      [12, { user: { id: 'noor' } }],
      [13, null],
    ],
  },
  { kind: 'who' },
  { kind: 'told', announcement: { newsroomId: 'n', article: null, seq: 1, events: [], claims: ['c'] } },
  { kind: 'alive', lost: 2, key: 'k' },
  { kind: 'leaving' },
]

test.each(messages.map((message) => [message.kind, message] as const))(
  'SV1 %s arrives as it was sent',
  (_, message) => {
    expect(decodeMessage(encodeMessage('a-server', message))).toEqual({ from: 'a-server', message })
  },
)

test('SV1 what cannot be read, or is of another release, is null', () => {
  const [first] = messages
  if (first === undefined) throw new Error('There is no message.')
  const whole = encodeMessage('a-server', first)
  const other = Buffer.from(whole)
  other[0] = SERVER_MESSAGE_VERSION + 1
  for (const bytes of [other, whole.subarray(0, 12), Buffer.from('hello'), Buffer.alloc(0)])
    expect(decodeMessage(bytes)).toBeNull()
})

test('SV1 messages change their shape only together with SERVER_MESSAGE_VERSION', () => {
  // If this fails, servers of two releases would misread one another: raise the version, then update the hash.
  const bytes = Buffer.concat(messages.map((message) => encodeMessage('a-server', message)))
  expect([SERVER_MESSAGE_VERSION, createHash('sha256').update(bytes).digest('hex').slice(0, 12)]).toEqual([
    1,
    '62d88dafddf8',
  ])
})
