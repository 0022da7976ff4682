import { expect, test } from 'vitest'
import { standings } from './claim.ts'
import { byRisk, claimFilters, passes, type RiskRow, stageAfterMarking, tally, type TalliedClaim } from './desk.ts'
import { claimKinds } from './kind.ts'
import { risks } from './risk.ts'

const every: TalliedClaim[] = standings.flatMap((standing) =>
  claimKinds.flatMap((kind) =>
    [null, 'noor'].flatMap((assignee) =>
      risks.flatMap((risk) => [[], ['asked']].map((queries) => ({ standing, kind, assignee, risk, queries }))),
    ),
  ),
)

test.each(claimFilters)('DK1 the count of %s is the length of the list that it opens', (filter) => {
  const count = tally(every)[filter]
  expect(count).toBe(every.filter((claim) => passes(filter, claim)).length)
  expect(count).toBeGreaterThan(0)
})

test('DK1 withdrawn claims are in no count', () => {
  const withdrawn: TalliedClaim = {
    standing: 'withdrawn',
    kind: 'allegation',
    assignee: null,
    risk: 'high',
    queries: ['asked'],
  }
  expect(Object.values(tally([withdrawn]))).toEqual(claimFilters.map(() => 0))
})

test('DK2 late, then due within two hours with an open allegation or casualty count, then due, then the newest change', () => {
  const now = Date.parse('2026-03-14T20:00:00Z')
  const row = (
    name: string,
    dueAt: string | null,
    risky: number,
    updatedAt = '2026-03-14T10:00:00Z',
  ): RiskRow & { name: string } => ({
    name,
    stage: 'checking',
    dueAt,
    updatedAt,
    tally: { allegations: risky, casualties: 0 },
  })
  const rows = [
    { ...row('published, was due', '2026-03-14T19:00:00Z', 0), stage: 'published' as const },
    row('no deadline, touched early', null, 3, '2026-03-14T08:00:00Z'),
    row('due in an hour, nothing risky', '2026-03-14T21:00:00Z', 0),
    row('no deadline, touched just now', null, 0, '2026-03-14T19:59:00Z'),
    row('due tomorrow, risky', '2026-03-15T20:00:00Z', 9),
    row('late', '2026-03-14T19:59:00Z', 0),
    row('due in two hours, risky', '2026-03-14T22:00:00Z', 1),
  ]
  expect(rows.toSorted(byRisk(now)).map(({ name }) => name)).toEqual([
    'late',
    'due in two hours, risky',
    'due in an hour, nothing risky',
    'due tomorrow, risky',
    'no deadline, touched just now',
    'no deadline, touched early',
    'published, was due',
  ])
})

test('SG1 the first marking takes an article from intake to checking, and no later stage back', () => {
  expect(stageAfterMarking('intake')).toBe('checking')
  expect(stageAfterMarking('ready')).toBe('ready')
})
