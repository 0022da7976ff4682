import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentFrom } from '#document/seed.ts'
import { textOf } from '#document/text.ts'
import { refuse } from '#domain/result.ts'
import { imported, outline, plainText } from './outline.ts'
import { type Imported, importPasted } from './paste.ts'

/** As difficult as what newsrooms paste: title three times, straight and curly quotes, "--", a no-break space, a dateline look-alike. */
const longRead = [
  'Who counted the Marisol’s dead?',
  'March 8, 2026',
  'After the harbour inquiry, there’s alarm, rage, embarrassment -- and confusion on the quay and inside the company',
  'Who counted the Marisol’s dead?',
  'The list is gone. It’s the worst of signs. As one of the line’s slogans says: "…a ferry never forgets".',
  'Several dozens, some say, hundreds, were aboard. "A crew is a family," says a deckhand late Wednesday night, "but the captain is the ship."',
  'TARSAL, March 7, 2026 — The owner (‘the old man’) spoke of 41 dead -- a figure above the coast guard’s. It may spell\u00a0 trouble.',
  '"Nobody asked us," says a mate. He can’t say more; the company’s lawyers won’t let him.',
  'However, it’s too early to say how the inquiry ends in the days to come.',
  'Who counted the Marisol’s dead?',
]

describe('a long read', () => {
  const article = imported({ text: longRead.join('\n\n') + '\n\n' })

  test('IM3 IM6 IM7 title, date and deck are recognised, and told', () => {
    const { document: _, ...details } = article.article
    expect(details).toEqual({
      title: longRead[0],
      deck: longRead[2],
      publicationDate: '2026-03-08',
      language: 'en',
      direction: 'ltr',
    })
    expect(article.notes).toEqual([
      { code: 'title-kept-once', title: longRead[0], times: 3 },
      { code: 'date-line', line: 'March 8, 2026', date: '2026-03-08' },
      { code: 'deck-recognised', deck: longRead[2] },
    ])
  })

  test('IM1 every other character is where it was', () => {
    expect(plainText(article)).toBe([longRead[0], longRead[2], ...longRead.slice(4, 9)].join('\n'))
  })

  test('IM9 the same article as HTML is the same document', () => {
    const html = longRead
      .map((paragraph, index) => (index === 0 ? `<h1>${paragraph}</h1>` : `<p>${paragraph}</p>`))
      .join('\n')
    expect(imported({ html })).toEqual(article)
    expect(imported({ html: longRead.map((paragraph) => `<div>${paragraph}</div>`).join('') })).toEqual(article)
  })
})

test('IM8 an Urdu article keeps its joiners and reads from the right', () => {
  const text =
    'کشتی کس نے گنی\n\nاتوار، ۸ مارچ ۲۰۲۶\n\nکشتی نو بجے بندرگاہ سے روانہ ہوئی اور واپس نہیں آئی۔ Marisol پر 212 افراد می‌سوار تھے۔'
  const article = imported({ text })
  expect(outline(article)).toEqual(['title| کشتی کس نے گنی', `p| ${text.split('\n\n')[2] ?? ''}`])
  expect(article.article).toMatchObject({ publicationDate: '2026-03-08', language: 'ur', direction: 'rtl' })
})

test.each([
  [{ text: '' }],
  [{ text: ' \n\u200b\n\ufeff' }],
  [{ text: '— * —' }],
  [{ html: '' }],
  [{ html: '<p>&nbsp;</p><img src=x>' }],
  [{ html: '<script>words</script>' }],
])('IM13 %j has no words and is refused', (input) => expect(importPasted(input)).toEqual(refuse('nothing-to-import')))

const lettersAndDigits = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).toSorted().join('')

/** Letters of the input that notes say were taken out of the text. */
const told = ({ notes }: Imported) =>
  notes
    .map((note) => {
      if (note.code === 'title-kept-once') return note.title.repeat(note.times - 1)
      return note.code === 'date-line' ? note.line : ''
    })
    .join('')

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\n',
          '\n\n',
          '\r\n',
          '\u2029',
          ' ',
          'Title',
          'By Noor',
          '2016-03-13',
          '\ud83d',
          '\0',
          'می‌',
          '.',
          ':',
        ),
        fc.string(),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

const tags = 'p div b i a ul ol li table tr td h1 h2 blockquote nav form svg span pre q sup font o:p br'.split(' ')
const attributes = [
  '',
  ' hidden',
  ' href="#fn1"',
  ' href="https://a.test"',
  ' style="mso-list:l0 level3 lfo1"',
  ' style="display:none"',
  ' start=x',
]
const anyHtml = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes))
        .map(([tag, attribute]) => `<${tag}${attribute}>`),
      fc.constantFrom(...tags).map((tag) => `</${tag}>`),
      fc.constantFrom('<!--', '-->', '<![CDATA[', '&amp;', '&#0;', '<title>', '<script>', '</script>', '<', '\u2028'),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('a', ' ', '1', '\n'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

describe('any input', () => {
  test('IM12 any text becomes a document that fits the schema, or is refused', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const outcome = importPasted({ text })
        if (outcome.ok) documentFrom(outcome.value.article.document)
        else expect(text).not.toMatch(/[\p{L}\p{N}]/u)
      }),
      { numRuns: 500 },
    )
  })

  test('IM1 IM12 every letter and digit of a text is in the document or in a note', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const outcome = importPasted({ text })
        // Repeats of a title may be written in other letter case: then there is nothing to compare them with.
        if (!outcome.ok || outcome.value.notes.some((note) => note.code === 'title-kept-once')) return
        const kept = plainText(outcome.value)
        expect(lettersAndDigits(kept + told(outcome.value))).toBe(lettersAndDigits(text))
      }),
      { numRuns: 500 },
    )
  })

  test('IM12 any HTML becomes a document that fits the schema, or is refused', () => {
    fc.assert(
      fc.property(fc.oneof(anyHtml, anyText), (html) => {
        const outcome = importPasted({ html })
        if (outcome.ok) documentFrom(outcome.value.article.document)
        else expect(outcome.refusal).toBe('nothing-to-import')
      }),
      { numRuns: 1000 },
    )
  })

  test('IM12 text in any tags that are shown is all there', () => {
    const shown = 'p div b i ul ol li table tr td h1 h2 blockquote span pre font sup u o:p dl dt dd section'.split(' ')
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(...shown).map((tag) => `<${tag}>`),
        fc.constantFrom(...shown).map((tag) => `</${tag}>`),
        fc.string({ unit: fc.constantFrom('a', 'ب', '7', 'é', ' ') }),
      ),
      { maxLength: 80 },
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const outcome = importPasted({ html: parts.join('') })
        if (!outcome.ok || outcome.value.notes.some((note) => note.code === 'title-kept-once')) return
        const words = parts.filter((part) => !part.startsWith('<')).join('')
        expect(lettersAndDigits(textOf(documentFrom(outcome.value.article.document)).text)).toBe(
          lettersAndDigits(words),
        )
      }),
      { numRuns: 500 },
    )
  })

  const million = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length))
  test.each<[string, { text: string } | { html: string }]>([
    ['10,000 nested elements', { html: `${'<div>'.repeat(10_000)}deep${'</div>'.repeat(10_000)}` }],
    ['nested lists', { html: million('<ul><li>x') }],
    ['nested quotations', { html: million('<blockquote>x') }],
    ['nested tables', { html: million('<table><tr><td>x') }],
    ['formatting that never ends', { html: [...Array(50_000).keys()].map((id) => `<b id=${id}>x<p>`).join('') }],
    ['end tags without elements', { html: `<b>${'<i>'.repeat(150_000)}${'</b>'.repeat(120_000)}x` }],
    ['nested menus and forms', { html: million('<nav><form>x') + '</form></nav>'.repeat(80_000) }],
    ['tags that never close', { html: `x ${million('<a ')}` }],
    ['an endless comment', { html: `x<!--${million('-')}` }],
    ['prose', { html: million('<p>The <b>brown</b> fox said “no” &amp; went.</p>\n') }],
    ['one line of spaces', { text: `x${million(' ')}y` }],
    ['a million line ends', { text: `x${million('\r')}` }],
    ['half a million lines', { text: million('a\n') }],
    ['dates', { text: million('13 March 2016\n\n') }],
    ['combining marks', { text: `a${million('\u0301')}` }],
    ['halves of pairs', { text: million('\ud800a') }],
  ])(
    'IM12 a megabyte of %s takes no time to speak of',
    (_what, input) => expect(importPasted(input).ok).toBe(true),
    // About a second on a slow machine; quadratic work would take minutes.
    60_000,
  )
})
