import { describe, expect, test } from 'vitest'
import { versionsSearch } from '#web/frame/search.ts'
import { versionKeyOf } from './keys.ts'
import { chosenOf, stepFrom } from './pair.ts'

const numbers = [4, 3, 2, 1]

describe('what is compared', () => {
  test.each([
    ['VP6 the newest with the one before', {}, { kind: 'compared', from: 3, to: 4 }],
    ['VP6 a version with the text as it stands', { from: 2, to: 'now' }, { kind: 'compared', from: 2, to: 'now' }],
    ['VP6 the text as it stands with the newest', { to: 'now' }, { kind: 'compared', from: 4, to: 'now' }],
    ['VP6 any version with the newest', { from: 1 }, { kind: 'compared', from: 1, to: 4 }],
    ['VP6 a version alone is read', { to: 3 }, { kind: 'read', to: 3 }],
    ['VP7 a version with itself is read', { from: 2, to: 2 }, { kind: 'read', to: 2 }],
    ['VP7 the older one comes first', { from: 4, to: 1 }, { kind: 'compared', from: 1, to: 4 }],
    ['VP6 one that there is not is named', { from: 2, to: 9 }, { kind: 'missing', number: 9 }],
  ] as const)('%s', (_case, search, chosen) => expect(chosenOf(search, numbers)).toEqual(chosen))

  test('VP6 with a single version it is compared with the text as it stands', () => {
    expect(chosenOf({}, [1])).toEqual({ kind: 'compared', from: 1, to: 'now' })
  })
})

describe('to older and newer ones', () => {
  const step = (search: Parameters<typeof chosenOf>[0], way: 'older' | 'newer') =>
    stepFrom(chosenOf(search, numbers), numbers, way)

  test('VP8 a comparison goes on as comparisons with the one before, up to now', () => {
    expect(step({ from: 1, to: 3 }, 'older')).toEqual({ from: 1, to: 2 })
    expect(step({ from: 1, to: 3 }, 'newer')).toEqual({ from: 3, to: 4 })
    expect(step({ from: 3, to: 4 }, 'newer')).toEqual({ from: 4, to: 'now' })
    expect(step({ to: 'now' }, 'older')).toEqual({ from: 3, to: 4 })
  })

  test('VP8 reading goes on as reading', () => {
    expect(step({ to: 3 }, 'older')).toEqual({ to: 2 })
    expect(step({ to: 3 }, 'newer')).toEqual({ to: 4 })
  })

  test('VP8 at either end there is no further step', () => {
    expect(step({ from: 1, to: 2 }, 'older')).toBeNull()
    expect(step({ to: 'now' }, 'newer')).toBeNull()
    expect(step({ to: 1 }, 'older')).toBeNull()
    expect(step({ to: 4 }, 'newer')).toBeNull()
  })
})

test('VP6 the address names numbers of versions and the text as it stands, nothing else', () => {
  expect(versionsSearch({ from: 2, to: 'now' })).toEqual({ from: 2, to: 'now' })
  expect(versionsSearch({ from: 'now', to: -1, other: 3 })).toEqual({})
})

describe('keys', () => {
  const press = (key: string, code: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
    versionKeyOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...held })

  test('VP9 brackets and letters, on keyboards of other scripts by their place', () => {
    expect(press('[', 'BracketLeft')).toBe('older')
    expect(press(']', 'Digit9', { altKey: true, ctrlKey: true })).toBe('newer')
    expect(press('т', 'KeyN')).toBe('next')
    expect(press('P', 'KeyP')).toBe('previous')
  })

  test('VP9 what is held with Control or Command is the browser’s', () => {
    expect(press('p', 'KeyP', { ctrlKey: true })).toBeNull()
    expect(press('[', 'BracketLeft', { metaKey: true })).toBeNull()
    expect(press('é', 'Digit2')).toBeNull()
  })
})
