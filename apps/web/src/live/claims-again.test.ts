import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { ClaimView } from '#protocol/view.ts'
import { claimsQuery } from '#web/queries.ts'
import { readClaims } from './claims-again.ts'

const aClaim = (id: string, words: string) => ({ id, words }) as ClaimView

const { queryKey } = claimsQuery('harbour', 'a1')

function aDesk(...claims: ClaimView[]) {
  const queries = new QueryClient()
  queries.setQueryData(queryKey, { claims, seq: 1 })
  const shown = () => queries.getQueryData(queryKey)?.claims ?? []
  const isStale = () => queries.getQueryState(queryKey)?.isInvalidated
  return { queries, shown, isStale }
}

const answer = (value: ClaimView) => Promise.resolve({ ok: true as const, value })

test('LV9 a claim that somebody types in is asked for alone, and every other one stays the same object', async () => {
  const other = aClaim('c1', 'GDP fell')
  const { queries, shown, isStale } = aDesk(other, aClaim('c2', 'Rates rose'))
  const asked: string[] = []
  await readClaims(queries, 'harbour', 'a1', new Set(['c2']), (_newsroom, _article, id) => {
    asked.push(id)
    return answer(aClaim(id, 'Rates rose again'))
  })
  expect([asked, shown().map(({ words }) => words), isStale()]).toEqual([
    ['c2'],
    ['GDP fell', 'Rates rose again'],
    false,
  ])
  expect(shown()[0]).toBe(other)
})

test('LV9 an answer that other news overtook is not shown: all claims are asked for', async () => {
  const { queries, shown, isStale } = aDesk(aClaim('c1', 'GDP fell'))
  await readClaims(queries, 'harbour', 'a1', new Set(['c1']), (_newsroom, _article, id) => {
    queries.setQueryData(queryKey, { claims: [aClaim('c1', 'the newest')], seq: 2 })
    return answer(aClaim(id, 'older'))
  })
  expect([shown()[0]?.words, isStale()]).toEqual(['the newest', true])
})

test.each([
  ['a claim this desk does not know', new Set(['c9'])],
  ['more claims than are read one by one', new Set(Array.from({ length: 20 }, (_, at) => `c${at}`))],
])('LV9 for %s all are asked for', async (_what, claims) => {
  const { queries, isStale } = aDesk(...Array.from({ length: 9 }, (_, at) => aClaim(`c${at}`, 'words')))
  if (claims.size === 1) queries.setQueryData(queryKey, { claims: [aClaim('c1', 'words')], seq: 1 })
  await readClaims(queries, 'harbour', 'a1', claims, () => Promise.reject(new Error('asked one by one')))
  expect(isStale()).toBe(true)
})
