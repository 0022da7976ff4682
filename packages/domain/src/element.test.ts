import { expect, test } from 'vitest'
import { aClaim, ben, rafi } from '#tests/builders/claim.ts'
import { checkElement, type CheckedElements, elementsIn } from './element.ts'
import { ok, refuse } from './result.ts'

test.each([
  [
    'At least 41 people died when the ferry Marisol capsized off Tarsal harbour on 3 March',
    ['figure', 'name', 'date', 'place'],
  ],
  ['Captain Joan Arbel left the wheelhouse', ['name', 'title']],
  ['two crew members allegedly abandoned the wheelhouse', ['figure']],
  ['it sank on Tuesday', ['date']],
  ['the largest on the coast', []],
])('EL1 the words propose what is to be looked up: %s', (words, expected) => {
  expect(elementsIn(words)).toEqual(expected)
})

const claim = (elements: CheckedElements, words = 'GDP fell') => ({ ...aClaim({ words }), elements })
const says = (finding: 'right' | null, words = 'GDP fell') => ({ element: 'figure', finding, words }) as const

test('EL2 a checker says what was found of an element in the words read, and takes it back', () => {
  expect(checkElement(claim({}), ben, says('right'))).toEqual(ok(says('right')))
  const checked = claim({ figure: { finding: 'right', words: 'GDP fell' } })
  expect(checkElement(checked, ben, says(null))).toEqual(ok(says(null)))
  expect(checkElement(checked, ben, says('right'))).toEqual(refuse('nothing-changed'))
  expect(checkElement(claim({}), ben, says(null))).toEqual(refuse('nothing-changed'))
})

test('EL2 nobody finds anything in words they have not read, in words that are gone, or without the right to', () => {
  expect(checkElement(claim({}), rafi, says('right'))).toEqual(refuse('may-not-decide'))
  expect(checkElement(claim({}, 'GDP rose'), ben, says('right'))).toEqual(refuse('words-changed'))
  expect(checkElement({ ...claim({}), attached: false }, ben, says('right'))).toEqual(refuse('detached'))
})

test('EL3 what was found in other words is said again for the new ones', () => {
  const stale = claim({ figure: { finding: 'right', words: 'GDP fell' } }, 'GDP rose')
  expect(checkElement(stale, ben, says('right', 'GDP rose'))).toEqual(ok(says('right', 'GDP rose')))
})
