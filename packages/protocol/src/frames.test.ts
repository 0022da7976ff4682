import { createHash } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import * as frames from './frames.ts'

const update = Uint8Array.of(1, 2, 3)

test('WP2 the frames on the wire change only together with PROTOCOL_VERSION', () => {
  const wire = [
    frames.savedFrame({ frames: 3, seq: 500 }),
    frames.heartbeatFrame,
    frames.refusedFrame('gap'),
    frames.step1Frame(update),
    frames.step2Frame(update),
    frames.updateFrame(update),
    frames.awarenessFrame(update),
  ].map((frame) => Buffer.from(frame).toString('hex'))
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([wire, frames.closeCode]))
    .digest('hex')
    .slice(0, 12)
  // If this fails, tabs that are open now would not understand the new server: bump the version, then update the hash.
  expect([frames.PROTOCOL_VERSION, fingerprint]).toEqual([1, '84e369dca752'])
})

test('WP2 what is written is what is read', () => {
  const saved = decoding.createDecoder(frames.savedFrame({ frames: 300, seq: 70_000 }))
  expect([decoding.readVarUint(saved), frames.readSaved(saved)]).toEqual([100, { frames: 300, seq: 70_000 }])
  const refused = decoding.createDecoder(frames.refusedFrame('may-not-edit'))
  expect([decoding.readVarUint(refused), frames.readRefused(refused)]).toEqual([102, 'may-not-edit'])
})

test('WP2 step 2 and updates are counted, everything else is not', () => {
  expect([frames.step2Frame(update), frames.updateFrame(update)].map(frames.isCounted)).toEqual([true, true])
  expect(
    [frames.step1Frame(update), frames.heartbeatFrame, frames.awarenessFrame(update)].map(frames.isCounted),
  ).toEqual([false, false, false])
})
