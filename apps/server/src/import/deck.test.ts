import { expect, test } from 'vitest'
import { imported, notesOf, outline } from './outline.ts'

const story =
  'The ferry left Tarsal at nine with 212 people aboard, and nobody counted them twice. The coast guard said the list was lost; the ' +
  'owner said there had never been one. By noon the harbour was full of people asking for names, and nobody had any to give.'
const deck = 'After the ferry sank, there’s alarm, rage and confusion in the harbour and among its owners'

test.each([
  ['the title stands behind it once more', `Nobody counted\n\n${deck}\n\nNobody counted\n\n${story}`],
  ['the date stands behind it', `Nobody counted\n\n${deck}.\n\nMarch 13, 2016\n\n${story}`],
  ['the writer stands behind it', `Nobody counted\n\n${deck}.\n\nBy Noor Baloch\n\n${story}`],
  [
    'it is no sentence and far shorter than the story’s paragraphs',
    `Nobody counted\n\n${deck}\n\n${story}\n\n${story}`,
  ],
  ['it shares the head’s paragraph', `Nobody counted\n${deck}\nBy Noor Baloch\n\n${story}`],
])('IM7 a deck is recognised when %s', (_sign, text) => {
  const article = imported({ text })
  const words = text.includes(`${deck}.`) ? `${deck}.` : deck
  expect(article.article.deck).toBe(words)
  expect(outline(article).slice(0, 2)).toEqual(['title| Nobody counted', `deck| ${words}`])
  expect(notesOf(article, 'deck-recognised')).toEqual([{ code: 'deck-recognised', deck: words }])
})

test('IM7 a deck is recognised when the page calls it one', () => {
  const html = `<h1>Nobody counted</h1><h2 class="article__standfirst"><b>After</b> the ferry sank.</h2><p>${story}</p>`
  expect(outline(imported({ html }))[1]).toBe('deck| <bold After> the ferry sank.')
})

test.each([
  ['a heading', `Nobody counted\n\nExecutive summary\n\n${story}`],
  ['a sentence', `Nobody counted\n\n${deck}.\n\n${story}`],
  ['as long as the story’s paragraphs', `Nobody counted\n\n${story.slice(0, -1)}\n\n${story}`],
  ['a lead-in to a list', `Nobody counted\n\n${deck}:\n\n${story}`],
  ['the writer', `Nobody counted\n\nBy Noor Baloch and Karim Shah of the Tarsal harbour desk\n\n${story}`],
  ['all there is below the title', `Nobody counted\n\n${deck}`],
  ['a paragraph with breaks', `Nobody counted\n\n${deck}\n${story}\n\n${story}`],
])('IM7 the line below the title is no deck when it is %s', (_what, text) => {
  const article = imported({ text })
  expect(article.article.title).toBe('Nobody counted')
  expect(article.article.deck).toBeNull()
  expect(notesOf(article, 'deck-recognised')).toEqual([])
})
