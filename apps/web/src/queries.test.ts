import { QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { makeQueryClient } from './queries.ts'

test('LV8 a first answer that was on its way when the news came is asked for again', async () => {
  const queries = makeQueryClient()
  const answers: ((entries: string[]) => void)[] = []
  const queryFn = () => new Promise<string[]>((answer) => answers.push(answer))
  const shown = new QueryObserver(queries, { queryKey: ['history'], queryFn })
  const stop = shown.subscribe(() => undefined)
  void queries.invalidateQueries({ queryKey: ['history'] })
  answers[0]?.(['marked'])
  await expect.poll(() => answers.length).toBe(2)
  answers[1]?.(['reworded', 'marked'])
  await expect.poll(() => shown.getCurrentResult().data).toEqual(['reworded', 'marked'])
  expect(answers).toHaveLength(2)
  stop()
})
