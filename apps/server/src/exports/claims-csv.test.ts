import { expect, test } from 'vitest'
import { harmless } from './claims-csv.ts'

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1', '  =1', '\u200b=1'])(
  'EX2 a cell that starts like %j is no formula any more',
  (cell) => expect(harmless(cell)).toBe(`'${cell}`),
)

test.each(['At least 41 people died', '41', '“=”', '', 'a\n=b', 'C-3'])('EX2 %j stays as it is', (cell) =>
  expect(harmless(cell)).toBe(cell),
)
