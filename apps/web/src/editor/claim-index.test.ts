import { articleSchema } from '#document/schema.ts'
import { expect, test } from 'vitest'
import { ClaimIndex, claimsInText, wordsInText } from './claim-index.ts'

const claim = (id: string) => articleSchema.mark('claim', { id, kind: 'quote' })
const text = (words: string, ...ids: string[]) => articleSchema.text(words, ids.map(claim))
const paragraph = (...content: ReturnType<typeof text>[]) => articleSchema.node('paragraph', null, content)
const doc = (...blocks: ReturnType<typeof paragraph>[]) => articleSchema.node('doc', null, blocks)

test('CI1 claims are read in the order of the text, with the words of all their pieces', () => {
  const article = doc(
    paragraph(text('He said '), text('GDP ', 'a'), text('fell', 'a', 'b'), text(' by 3', 'b')),
    paragraph(text('today', 'b')),
  )
  const claims = claimsInText(article)
  expect([...claims.keys()]).toEqual(['a', 'b'])
  expect(claims.get('a')).toMatchObject({ kind: 'quote', lane: 1, inPieces: true })
  expect(claims.get('b')).toMatchObject({ lane: 0, inPieces: true })
  expect(wordsInText(article, 'a')).toBe('GDP fell')
  expect(wordsInText(article, 'b')).toBe('fell by 3\ntoday')
})

test('CI1 those who watch are not told of keys, only of claims that come, go or move', () => {
  const index = new ClaimIndex()
  const seen: string[][] = []
  index.claims.subscribe(() => seen.push([...index.claims.get().keys()]))
  const first = paragraph(text('GDP fell', 'a'))
  index.read(doc(first, paragraph(text('x'))))
  index.read(doc(first, paragraph(text('xy'))))
  index.read(doc(paragraph(text('GDP rose', 'a')), paragraph(text('xy'))))
  index.read(doc(first, paragraph(text('xy', 'b'))))
  expect(seen).toEqual([['a'], ['a', 'b']])
})
