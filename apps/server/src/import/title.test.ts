import { describe, expect, test } from 'vitest'
import { imported, notesOf, outline, plainText } from './outline.ts'

const story = 'The ferry left Tarsal at nine with 212 people aboard, and nobody counted them twice. It never came back.'

describe('the title', () => {
  test.each([
    ['the first line', `Nobody counted\n\n${story}`, 'Nobody counted'],
    ['a question', `Who counted them?\n\n${story}`, 'Who counted them?'],
    ['the line above its writer', `Nobody counted\nBy Noor Baloch\n\n${story}`, 'Nobody counted'],
    ['the line above its date', `Nobody counted\n3 March 2026\n${story}\nIt rained.\n\n${story}`, 'Nobody counted'],
    ['the line below the date', `3 March 2026\n\nNobody counted\n\n${story}`, 'Nobody counted'],
    ['a line that ends in an abbreviation', `What they knew in the U.S.\n\n${story}`, 'What they knew in the U.S.'],
    ['a line with a full stop above a heading', `Nobody counted.\n\nSummary\n\n${story}`, 'Nobody counted.'],
    ['a line above a story that begins small', `Nobody counted\n\nal-Bahr left at nine. ${story}`, 'Nobody counted'],
    ['an Urdu line', `کسی نے گنا نہیں\n\nکشتی نو بجے روانہ ہوئی۔ واپس نہیں آئی۔`, 'کسی نے گنا نہیں'],
    ['a Chinese line', `没有人数过\n\n渡轮九点离开。它再也没有回来。`, '没有人数过'],
  ])('IM3 is %s', (_what, text, title) => {
    const article = imported({ text })
    expect(article.article.title).toBe(title)
    expect(outline(article)[0]).toBe(`title| ${title}`)
    expect(notesOf(article, 'title-missing')).toEqual([])
  })

  test('IM3 a page has one main heading: it is the title, and what stood above it follows', () => {
    const article = imported({ html: `<p>Opinion</p><h1>Nobody <em>counted</em></h1><p>${story}</p>` })
    expect(outline(article)).toEqual(['title| Nobody <italic counted>', 'p| Opinion', `p| ${story}`])
  })

  test('IM3 a heading with a line break is one title', () => {
    const article = imported({ html: `<h1>Nobody<br>counted</h1><p>${story}</p><p>Nobody counted</p>` })
    expect(article.article.title).toBe('Nobody counted')
    expect(outline(article)).toEqual(['title| Nobody / counted', `p| ${story}`])
  })

  test('IM3 where several main headings differ the first line is the title and they are headings', () => {
    const article = imported({
      html: `<p>Nobody counted</p><h1>Morning</h1><p>${story}</p><h1>Night</h1><p>${story}</p>`,
    })
    expect(outline(article).map((line) => line.slice(0, 10))).toEqual([
      'title| Nob',
      '2| Morning',
      'p| The fer',
      '2| Night',
      'p| The fer',
    ])
  })
})

describe('repeats of the title', () => {
  test('IM3 a repeated title line is kept once, wherever it stands', () => {
    const article = imported({
      text: `Nobody counted\n\nNobody counted\n\n${story}\n\n${story}\nNobody counted\n\nNobody counted`,
    })
    expect(outline(article)).toEqual(['title| Nobody counted', `p| ${story}`, `p| ${story}`])
    expect(notesOf(article, 'title-kept-once')).toEqual([
      { code: 'title-kept-once', title: 'Nobody counted', times: 4 },
    ])
  })

  test('IM3 case, quote style and spacing are the same for comparing, and the first one keeps its characters', () => {
    const article = imported({ text: `Where’s the “ferry”\n\nWHERE'S  THE "FERRY"\u00a0\n\n${story}` })
    expect(outline(article)).toEqual(['title| Where’s the “ferry”', `p| ${story}`])
  })

  test('IM3 a line that only contains the title stays, and so do list items and quotations', () => {
    const rest = `<p>Nobody counted them</p><ul><li>Nobody counted</li></ul><blockquote>Nobody counted</blockquote>`
    expect(outline(imported({ html: `<h1>Nobody counted</h1><p>${story}</p>${rest}` }))).toHaveLength(5)
  })

  test('IM3 a repeated first sentence far down does not make it a title', () => {
    const text = [...Array<string>(8).fill(story), 'It rained.', story].join('\n\n')
    expect(notesOf(imported({ text: `It rained.\n\n${text}` }), 'title-missing')).toHaveLength(1)
  })
})

describe('no title', () => {
  test.each([
    ['a sentence', `Nobody counted them that day.\n\n${story}`],
    ['a salutation', `Dear editor,\n\n${story}`],
    ['a list item', `- Nobody counted\n\n${story}`],
    ['a writer', `By Noor Baloch\n\n${story}`],
    ['all there is', 'Nobody counted'],
    ['the first line of a paragraph with breaks', `Nobody counted\nthem that day.\n\n${story}`],
    [
      'the first of many lines of one width',
      'The ferry left Tarsal at nine with two hundred people\naboard, and nobody had counted them, not even once\nthat day. It never came back.',
    ],
    ['longer than a title', `${'word '.repeat(30)}\n\n${story}`],
  ])('IM5 when the first line is %s the article has no title block and a name of its first words', (_what, text) => {
    const article = imported({ text })
    expect(outline(article)[0]).toMatch(/^p\| /)
    expect(notesOf(article, 'title-missing')).toEqual([{ code: 'title-missing', title: article.article.title }])
    expect(plainText(article).replace('\n', ' ').startsWith(article.article.title)).toBe(true)
    expect(notesOf(article, 'deck-recognised')).toEqual([])
  })

  test('IM5 a name of first words ends with a word and has at most 80 characters', () => {
    expect(imported({ text: story }).article.title).toBe(
      'The ferry left Tarsal at nine with 212 people aboard, and nobody counted them',
    )
    expect(imported({ text: 'a'.repeat(79) + '👩‍👧'.repeat(20) }).article.title.length).toBeLessThanOrEqual(80)
    expect(imported({ text: `a${'\u0301'.repeat(500)}` }).article.title).not.toBe('')
  })
})
