import { describe, expect, test } from 'vitest'
import { aDocx, deleted, inserted, paragraph, trackedDocx, words } from './docx-for-test.ts'
import type { TrackedChoice } from '#document/draft.ts'
import { refuse } from '#domain/result.ts'
import { importFile } from './file.ts'
import { notesOf, outline, plainText } from './outline.ts'
import type { Imported } from './paste.ts'

async function read(bytes: Uint8Array, tracked: TrackedChoice = 'accepted'): Promise<Imported> {
  const outcome = await importFile(bytes, { name: 'draft.docx', tracked })
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}
const bodyOf = (body: string) => aDocx({ body })

describe('a word processor’s file', () => {
  test('FI6 its text comes with its characters as they were, title, links and double spaces', async () => {
    const article = await read(trackedDocx())
    expect(outline(article)).toEqual([
      'title| The ferry that left early',
      'p| “Nobody  counted us,” said a deckhand -- one of six who were aboard that night.',
      'p| At least 17 people were on the quay when the ferry left, says the harbour master.',
      'p| See the <https://records.example/log?a=1&b=2 log book> of that night.',
    ])
  })

  test('FI6 what stands beside the text is counted, and its words are kept in the notes', async () => {
    const article = await read(trackedDocx())
    expect(notesOf(article, 'words-left-out')).toEqual([
      { code: 'words-left-out', what: 'comment', count: 1, words: ['Idris: Ask her again.'] },
      { code: 'words-left-out', what: 'footnote', count: 1, words: ['Port log, page 9.'] },
      { code: 'words-left-out', what: 'header', count: 1, words: ['Harbour Desk, not for publication'] },
    ])
    expect(notesOf(article, 'left-out')).toEqual([{ code: 'left-out', what: 'image', count: 1 }])
  })

  test('FI6 a text box that is written down for two programs is one, hidden words and formulas are told of', async () => {
    const box = `<w:txbxContent>${paragraph(words('In the box'))}</w:txbxContent>`
    const article = await read(
      bodyOf(
        paragraph(words('Some words of an article stand here.')) +
          paragraph(
            `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
          ) +
          paragraph(
            words('Seen') +
              '<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><m:oMath><m:r><m:t>x=41</m:t></m:r></m:oMath>',
          ),
      ),
    )
    expect(plainText(article)).toBe('Some words of an article stand here.\nSeen')
    expect(notesOf(article, 'words-left-out').map(({ what, words: kept }) => [what, kept])).toEqual([
      ['text-box', ['In the box']],
      ['hidden', ['unseen']],
      ['formula', ['x=41']],
    ])
  })

  test('FI6 words inside fields, directions and tables are text; a line break is one', async () => {
    const article = await read(
      bodyOf(
        paragraph(`<w:fldSimple w:instr="PAGE">${words('Page 4')}</w:fldSimple><w:r><w:br/></w:r>${words('and on')}`) +
          paragraph(`<w:bdo w:val="rtl">${words('عدد')}</w:bdo>`) +
          `<w:tbl><w:tr><w:tc>${paragraph(words('Ferry'))}</w:tc><w:tc>${paragraph(words('41'))}</w:tc></w:tr></w:tbl>`,
      ),
    )
    expect(plainText(article)).toBe('Page 4\nand on\nعدد\nFerry\n41')
    expect(notesOf(article, 'left-out')).toEqual([{ code: 'left-out', what: 'table', count: 1 }])
  })

  test('FI6 words that no reader of it knows are missed, not dropped in silence', async () => {
    const article = await read(bodyOf(paragraph(words('Kept') + `<w:unheardOf>${words('Lost')}</w:unheardOf>`)))
    expect(plainText(article)).toBe('Kept')
    expect(notesOf(article, 'left-out')).toEqual([{ code: 'left-out', what: 'unknown', count: 1 }])
  })
})

describe('tracked changes', () => {
  const gone = '<w:rPr><w:del w:id="5" w:author="Rafi"/></w:rPr>'
  const added = '<w:rPr><w:ins w:id="6" w:author="Rafi"/></w:rPr>'
  test.each<[string, string, string, string]>([
    [
      'FI5 words put in and words taken out',
      paragraph(words('At least ') + deleted('14') + inserted(words('17')) + words(' people died.')),
      'At least 17 people died.',
      'At least 14 people died.',
    ],
    [
      'FI5 words put in by one person and taken out by another',
      paragraph(words('It was ') + inserted(deleted('almost ')) + words('midnight.')),
      'It was midnight.',
      'It was midnight.',
    ],
    [
      'FI5 moved words stand where they went, or where they came from',
      paragraph(
        '<w:moveFrom w:id="3">' +
          words('Later. ') +
          '</w:moveFrom>' +
          words('First. ') +
          '<w:moveTo w:id="4">' +
          words('Later.') +
          '</w:moveTo>',
      ),
      'First. Later.',
      'Later. First.',
    ],
    [
      'FI5 a paragraph mark taken out joins two paragraphs',
      paragraph(words('One '), gone) + paragraph(words('two.')),
      'One two.',
      'One\ntwo.',
    ],
    [
      'FI5 a paragraph mark put in parts them',
      paragraph(words('One '), added) + paragraph(words('two.')),
      'One\ntwo.',
      'One two.',
    ],
    [
      'FI5 a whole paragraph put in',
      paragraph(words('One.')) + paragraph(inserted(words('New.')), added) + paragraph(words('Two.')),
      'One.\nNew.\nTwo.',
      'One.\nTwo.',
    ],
    [
      'FI5 a row of a table taken out',
      `<w:tbl><w:tr>${'<w:tc>' + paragraph(words('Stays')) + '</w:tc>'}</w:tr><w:tr><w:trPr><w:del w:id="9"/></w:trPr><w:tc>${paragraph(words('Went'))}</w:tc></w:tr></w:tbl>`,
      'Stays',
      'Stays\nWent',
    ],
  ])('%s', async (_case, body, accepted, original) => {
    expect(plainText(await read(bodyOf(body), 'accepted'))).toBe(accepted)
    expect(plainText(await read(bodyOf(body), 'original'))).toBe(original)
  })

  test('FI5 they are counted, and the note says how they were taken', async () => {
    const changes = { insertions: 1, deletions: 1, moves: 0 }
    for (const taken of ['accepted', 'original'] as const) {
      expect(notesOf(await read(trackedDocx(), taken), 'tracked-changes')).toEqual([
        { code: 'tracked-changes', taken, ...changes },
      ])
    }
    expect(notesOf(await read(bodyOf(paragraph(words('As it is.')))), 'tracked-changes')).toEqual([])
  })

  test('FI5 formatting goes back too', async () => {
    const wasPlain = '<w:pStyle w:val="heading2"/><w:pPrChange w:id="7"><w:pPr/></w:pPrChange>'
    const bytes = bodyOf(
      paragraph(words('A title to begin with'), '<w:pStyle w:val="Title"/>') +
        paragraph(words('Was it a heading? It was a paragraph.'), wasPlain),
    )
    expect(outline(await read(bytes, 'accepted'))[1]).toBe('2| Was it a heading? It was a paragraph.')
    expect(outline(await read(bytes, 'original'))[1]).toBe('p| Was it a heading? It was a paragraph.')
  })
})

describe('a file that means harm, or is none', () => {
  const plain = paragraph(words('Words.'))
  const broken = refuse('file-broken')
  test.each<[string, () => Uint8Array, ReturnType<typeof refuse>]>([
    ['FI4 a document type', () => aDocx({ body: plain, prolog: '<!DOCTYPE w [<!ENTITY a "b">]>' }), broken],
    ['FI4 cut off', () => trackedDocx().slice(0, 900), broken],
    [
      'FI4 a zip of something else',
      () => aDocx({ body: '', others: { 'word/document.xml': new Uint8Array() } }),
      broken,
    ],
    [
      'FI4 XML cut off',
      () => aDocx({ body: '', others: { 'word/document.xml': Buffer.from('<w:document><w:body>') } }),
      broken,
    ],
    ['FI1 no zip at all', () => Buffer.from('Words.'), broken],
    ['IM13 no words', () => aDocx({ body: '<w:p/>' }), refuse('nothing-to-import')],
  ])('%s is refused', async (_case, bytes, refusal) => {
    expect(await importFile(bytes(), { name: 'draft.docx', tracked: 'accepted' })).toEqual(refusal)
  })

  test('FI4 too many entries are too much', async () => {
    const many = Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`word/x${n}.xml`, new Uint8Array()]))
    const bytes = aDocx({ body: plain, others: many })
    expect(await importFile(bytes, { name: 'draft.docx', tracked: 'accepted' })).toEqual(refuse('file-too-much'))
  })

  test('FI4 an archive inside is not opened', async () => {
    const bytes = aDocx({ body: plain, others: { 'word/embeddings/sheet.xlsx': trackedDocx() } })
    expect(plainText(await read(bytes))).toBe('Words.')
  })
})
