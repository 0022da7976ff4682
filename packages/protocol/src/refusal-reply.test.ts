import { expect, test } from 'vitest'
import { refusalCodes } from '#domain/refusal.ts'
import { refusalReplies } from './refusal-reply.ts'

test.each(refusalCodes)('WP3 the refusal %s has a status of its own kind and a whole sentence', (code) => {
  const { status, text } = refusalReplies[code]
  expect(status === 503 || (status >= 400 && status < 500)).toBe(true)
  expect(text).toMatch(/^[A-Z].+\.$/)
})
