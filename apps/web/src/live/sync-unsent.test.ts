import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Unsent } from './sync-unsent.ts'

test('WS6 words typed since the last acknowledgement can be copied, stretch by stretch', () => {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  text.insert(0, 'At least 41 died.')
  const unsent = new Unsent()
  doc.on('update', (update: Uint8Array) => unsent.keep(update))
  for (const [index, key] of [...'43 people'].entries()) text.insert(9 + index, key)
  text.insert(0, 'Late: ')
  expect(unsent.words()).toBe('43 people\nLate: ')
  unsent.clear()
  expect(unsent.words()).toBe('')
})
