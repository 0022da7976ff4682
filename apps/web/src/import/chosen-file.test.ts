import { expect, test } from 'vitest'
import { refusalReplies } from '#protocol/refusal-reply.ts'
import { endings, unfit } from './chosen-file.ts'

test.each([
  ['FI9 a file as it should be', { name: 'Draft.DOCX', size: 1 }, null],
  ['FI9 one of another kind', { name: 'draft.doc', size: 1 }, 'file-kind-unknown'],
  ['FI9 one without an ending', { name: 'docx', size: 1 }, 'file-kind-unknown'],
  ['FI9 one of 20 MB', { name: 'draft.txt', size: 20 * 1024 * 1024 }, null],
  ['FI9 one that is larger', { name: 'draft.txt', size: 20 * 1024 * 1024 + 1 }, 'too-large'],
] as const)('%s is refused by name and size before it is sent', (_case, file, refusal) =>
  expect(unfit(file)).toBe(refusal),
)

test('FI9 what the refusal names is what the page takes', () => {
  const named = refusalReplies['file-kind-unknown'].text.match(/\.\w+(?=[ ,])/g)
  expect(endings).toEqual(expect.arrayContaining(named ?? ['none']))
})
