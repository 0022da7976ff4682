import { describe, expect, test } from 'vitest'
import { claimIn, openClaimsOf } from './sync-presence.ts'

const user = (id: string) => ({ id, name: id, initials: id.slice(0, 2).toUpperCase(), hue: 3 })

describe('who is on which claim', () => {
  test('PR1 a claim that others have open is told with their faces, one’s own is not', () => {
    const states = [
      { user: user('sana'), claim: 'c4' },
      { user: user('noor'), claim: 'c4' },
      { user: user('karim'), claim: 'c4', cursor: null },
      { user: user('karim'), claim: 'c5' },
    ]
    const open = openClaimsOf(states, 'noor', new Map())
    expect([...open].map(([id, faces]) => [id, faces.map((face) => face.id)])).toEqual([
      ['c4', ['karim', 'sana']],
      ['c5', ['karim']],
    ])
  })

  test('PR1 what did not change stays the same list, whatever carets do', () => {
    const at = (cursor: number) => [
      { user: user('sana'), claim: 'c4', cursor },
      { user: user('karim'), claim: 'c5' },
    ]
    const before = openClaimsOf(at(1), 'noor', new Map())
    expect(openClaimsOf(at(2), 'noor', before)).toBe(before)
    const [left] = at(3)
    const after = openClaimsOf([left], 'noor', before)
    expect(after.get('c4')).toBe(before.get('c4'))
    expect(after.has('c5')).toBe(false)
  })

  test('PR1 whatever else stands there says nothing', () => {
    for (const odd of [null, 4, {}, ['c4'], 'c4"]{}*{display:none}', '', 'x'.repeat(65)])
      expect(claimIn({ user: user('sana'), claim: odd })).toBeNull()
    expect(openClaimsOf([{ claim: 'c4' }, null, 7], 'noor', new Map()).size).toBe(0)
  })
})
