import { expect, test } from 'vitest'
import { aPerson } from '#tests/builders/claim.ts'
import type { Role } from './actor.ts'
import { type FirstNightStep, firstNightSteps, stepsOf } from './first-night.ts'

const checking: FirstNightStep[] = ['marked', 'sourced', 'judged', 'reworded']
const expected: Record<Role, readonly FirstNightStep[]> = {
  viewer: [],
  reporter: [],
  checker: checking,
  editor: firstNightSteps,
  admin: [],
}

test.each(Object.entries(expected))('FN2 a first night of the role of %s has only what it may do', (role, steps) => {
  expect(stepsOf(aPerson('p', role as Role))).toEqual(steps)
})
