import { Transform } from '@tiptap/pm/transform'
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { editUpdate, marking } from './server-edit.ts'
import { clearOfPairs, place, surroundings } from './placement.ts'
import { findQuote } from './quote.ts'
import { articleSchema } from './schema.ts'
import { documentFrom, fragmentName, seedUpdate } from './seed.ts'
import { textOf } from './text.ts'
import { TextIndex } from './text-index.ts'

const id = '01a1f7a0-0000-7000-8000-000000000001'

/** A live article of one or more paragraphs. */
function anArticle(...paragraphs: string[]) {
  const content = paragraphs.map((text) => ({
    type: 'paragraph',
    content: text === '' ? [] : [{ type: 'text', text }],
  }))
  const live = new Y.Doc()
  Y.applyUpdate(live, seedUpdate(documentFrom({ type: 'doc', content })).update)
  const fragment = live.getXmlFragment(fragmentName)
  const index = new TextIndex(fragment)
  const change = (edit: (transform: Transform, at: (words: string) => [number, number]) => void) => {
    const document = yXmlFragmentToProseMirrorRootNode(fragment, articleSchema)
    const { text, positionAt } = textOf(document)
    const transform = new Transform(document)
    edit(transform, (words) => [positionAt(text.indexOf(words)), positionAt(text.indexOf(words) + words.length)])
    updateYFragment(live, fragment, transform.doc, { mapping: new Map(), isOMark: new Map() })
  }
  return {
    live,
    index,
    change,
    mark: (words: string, claim = id) => {
      const found = findQuote(index.text, { exact: words })
      if (found.kind !== 'once') throw new Error(`“${words}” is there ${found.kind}`)
      Y.applyUpdate(
        live,
        editUpdate(Y.encodeStateAsUpdate(live), 4711, marking(found.at, { id: claim, kind: 'other' })),
      )
    },
    place: (recorded: string, claim = id) => place(index.text, index.runs().get(claim), recorded),
  }
}

test('AN1 words typed before a claim move it and leave its words alone', () => {
  const article = anArticle('He said GDP fell today.')
  article.mark('GDP fell')
  article.change((transform) => transform.insert(1, articleSchema.text('Today ')))
  expect(article.place('GDP fell')).toEqual({ ranges: [{ from: 14, to: 22 }], words: 'GDP fell', doubled: [] })
})

test('AN2 a word replaced inside a claim is seen in its words', () => {
  const article = anArticle('several hundreds, some say, thousands, perished.')
  article.mark('several hundreds, some say, thousands, perished')
  article.change((transform, at) => {
    const [from, to] = at('thousands')
    const marks = transform.doc.resolve(from + 1).marks()
    transform.replaceWith(from, to, articleSchema.text('hundreds', marks))
  })
  expect(article.place('')?.words).toBe('several hundreds, some say, hundreds, perished')
})

test('AN3 a claim whose words are deleted has no place, and none is guessed', () => {
  const article = anArticle('He said GDP fell today. GDP fell.')
  article.change((transform) => transform.addMark(9, 17, articleSchema.mark('claim', { id, kind: 'other' })))
  article.change((transform) => transform.delete(9, 17))
  expect(article.index.text).toBe('He said  today. GDP fell.')
  expect(article.place('GDP fell')).toBeNull()
})

test('AN4 only blocks that changed are read again, and the result is that of reading all', () => {
  const article = anArticle('One 1.', 'Two 2.', 'Three 3.')
  article.mark('Two 2')
  article.change((transform, at) => transform.insert(at('Three')[0], articleSchema.text('Then ')))
  const fresh = new TextIndex(article.live.getXmlFragment(fragmentName))
  expect([article.index.text, article.index.runs()]).toEqual([fresh.text, fresh.runs()])
  expect(article.index.text).toBe('One 1.\nTwo 2.\nThen Three 3.')
})

test('AN5 of a claim that stands twice, the run that reads as recorded is the claim and the other is flagged', () => {
  const runs = [
    { id, kind: 'other', from: 0, to: 3 },
    { id, kind: 'other', from: 10, to: 18 },
  ]
  expect(place('GDP ...   GDP fell.', runs, 'GDP fell')).toEqual({
    ranges: [{ from: 10, to: 18 }],
    words: 'GDP fell',
    doubled: [{ from: 0, to: 3 }],
  })
})

test('AN5 a claim in pieces of which none reads as recorded is its pieces joined', () => {
  const article = anArticle('GDP fell sharply.')
  article.mark('GDP fell sharply')
  article.change((transform, at) => transform.split(at(' sharply')[0]))
  expect(article.place('GDP fell sharply')?.words).toBe('GDP fell\n sharply')
})

test('AN6 claims overlap and nest without losing one another', () => {
  const inner = id.replace(/1$/, '2')
  const article = anArticle('Karachi bled and several hundreds, some say, thousands, perished.')
  article.mark('Karachi bled and several hundreds, some say, thousands, perished')
  article.mark('several hundreds, some say, thousands, perished', inner)
  expect(article.place('')?.words).toBe('Karachi bled and several hundreds, some say, thousands, perished')
  expect(article.place('', inner)?.words).toBe('several hundreds, some say, thousands, perished')
})

test('AN7 a quote is placed where it stands exactly once, its surroundings deciding between repeats', () => {
  const text = 'GDP fell. Later GDP fell again.'
  expect(findQuote(text, { exact: 'GDP fell' })).toEqual({ kind: 'several', places: 2 })
  expect(findQuote(text, { exact: 'GDP fell', prefix: 'Later ' })).toEqual({ kind: 'once', at: { from: 16, to: 24 } })
  expect(findQuote(text, { exact: 'GDP fell', suffix: '.' })).toEqual({ kind: 'once', at: { from: 0, to: 8 } })
  expect(findQuote(text, { exact: 'gdp fell' })).toEqual({ kind: 'nowhere' })
  expect(findQuote(text, { exact: '' })).toEqual({ kind: 'nowhere' })
  expect(findQuote('a𝔸b', { exact: 'a\ud835' })).toEqual({ kind: 'nowhere' })
})

test('AN8 surroundings are 32 characters on each side and never half a character', () => {
  const text = `${'𝔸'.repeat(20)}GDP fell${'𝔹'.repeat(20)}`
  const { before, after } = surroundings(text, [{ from: 40, to: 48 }])
  expect([before, after]).toEqual(['𝔸'.repeat(16), '𝔹'.repeat(16)])
  expect(clearOfPairs('𝔸𝔸', 1)).toBe(2)
})

test('AN8 a mark whose edge lies inside a character takes the whole character in', () => {
  const run = { id, kind: 'other', from: 1, to: 5 }
  expect(place('𝔸bc𝔹d', [run], null)?.words).toBe('𝔸bc𝔹')
})

test('DC3 what no database can hold as text reads as a replacement character, and no offset moves', () => {
  const article = anArticle('GDP\u0000fell \ud800today')
  expect(article.index.text).toBe('GDP\uFFFDfell \uFFFDtoday')
  article.mark('today')
  expect(article.place('today')?.ranges).toEqual([{ from: 10, to: 15 }])
})
