import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { articleEvent, EVENT_VERSION, newsroomEvent } from './event.ts'

const fingerprint = (shape: z.ZodType): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(shape)))
    .digest('hex')
    .slice(0, 12)

test('WP1 stored events change shape only together with EVENT_VERSION', () => {
  // If this fails, old entries may no longer read: bump the version, add the step that lifts old ones, then update the hashes.
  expect([EVENT_VERSION, fingerprint(articleEvent), fingerprint(newsroomEvent)]).toEqual([
    8,
    'df7ba36a9226',
    '0734ad368cc8',
  ])
})
