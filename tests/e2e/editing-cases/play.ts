/** The table as tests: one a case, all on the same pair of pages. */
import { test } from '../people.ts'
import type { EditingCase } from './cases.ts'
import { Pair, type Way } from './pair.ts'

export function playAll(cases: readonly EditingCase[], first: number, ways: readonly Way[]): void {
  let pair: Pair | null = null
  test.beforeAll(async ({ browser, doorOf }, { project }) => {
    pair = await Pair.of(browser, project.use.baseURL ?? '', {
      noor: await doorOf('noor'),
      karim: await doorOf('karim'),
    })
  })
  test.afterAll(() => pair?.leave())
  for (const [index, one] of cases.entries()) {
    const id = `EC${String(first + index).padStart(2, '0')}`
    for (const way of ways) {
      test(`${id} ${one.name}${wayNames[way]}`, async () => {
        await pair?.play(id, one, way)
      })
    }
  }
}

const wayNames: Record<Way, string> = {
  together: '',
  'at-once': ', while the other writes unseen',
  offline: ', offline',
}
