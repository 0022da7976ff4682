import { expect, test } from 'vitest'
import { unsureKeyOf } from './keys.ts'

const press = (key: string, code: string, within = true, ctrlKey = false) =>
  unsureKeyOf({ key, code, ctrlKey, metaKey: false, altKey: false }, within)

test('DR32 y and n answer, j and k step, on keyboards of other scripts by their place', () => {
  expect(press('y', 'KeyZ')).toBe('there')
  expect(press('N', 'KeyN')).toBe('gone')
  expect(press('о', 'KeyJ', false)).toBe('next')
  expect(press('k', 'KeyK')).toBe('previous')
  expect(press('x', 'KeyX')).toBeNull()
})

test('DR32 arrows step among the questions and scroll everywhere else; what is held with Control is the browser’s', () => {
  expect(press('ArrowDown', 'ArrowDown')).toBe('next')
  expect(press('ArrowDown', 'ArrowDown', false)).toBeNull()
  expect(press('n', 'KeyN', true, true)).toBeNull()
})
