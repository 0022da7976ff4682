import { describe, expect, test } from 'vitest'
import { carriesStructure, readClip } from './clip.ts'

const aClipboard = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' })

describe('formatting worth keeping', () => {
  test.each([
    ['CB1 headings and paragraphs', '<h1>Ferry toll</h1><p>At least 41</p>'],
    ['CB1 a link', 'see <a class="x" href="https://example.org">the bulletin</a>'],
    ['CB1 bold words', 'at least <b>41</b> people'],
    ['CB1 a word processor’s wrapper with paragraphs in it', '<b style="font-weight:normal;"><p>At least 41</p></b>'],
  ])('%s', (_case, html) => expect(carriesStructure(html)).toBe(true))

  test.each([
    ['CB2 a stretch of a web page', '<meta charset="utf-8"><span style="color: red">At least 41 people</span>'],
    ['CB2 a wrapper that only says “not bold”', '<b style="font-weight:normal">At least 41</b>'],
    ['CB2 a code editor’s colours', '<div style="white-space: pre;"><div><b>const</b></div></div>'],
    ['CB2 nothing at all', ''],
  ])('%s', (_case, html) => expect(carriesStructure(html)).toBe(false))
})

test('CB3 the plain text is kept beside the formatted one', () => {
  const clip = readClip(aClipboard({ 'text/html': '<p>At least <em>41</em></p>', 'text/plain': 'At least 41' }))
  expect(clip).toEqual({ text: 'At least 41', html: '<p>At least <em>41</em></p>' })
})
