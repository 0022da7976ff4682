import { expect, test } from 'vitest'
import { refuse } from '#domain/result.ts'
import { importFile } from './file.ts'
import { kindByName, plainName } from './file-kind.ts'
import { notesOf, outline, plainText } from './outline.ts'
import type { Imported } from './paste.ts'

const ask = (name: string, bytes: Uint8Array) => importFile(bytes, { name, tracked: 'accepted' })

async function read(name: string, bytes: Uint8Array | string): Promise<Imported> {
  const outcome = await ask(name, typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`)
  return outcome.value
}

test.each([
  ['FI1 a text', 'Notes.TXT', 'text'],
  ['FI1 Markdown', 'draft.v2.md', 'markdown'],
  ['FI1 a page', 'story.htm', 'html'],
  ['FI1 a word processor’s file', 'FINAL final.docx', 'docx'],
  ['FI1 an old word processor’s file', 'story.doc', null],
  ['FI1 no ending', 'README', null],
  ['FI1 a name that every object has', 'x.constructor', null],
])('%s is known by its name', (_case, name, kind) => expect(kindByName(name)).toBe(kind))

test.each([
  ['FI1 a PDF that calls itself a text', 'story.txt', '%PDF-1.7 …', 'file-broken'],
  ['FI1 something else that nobody reads', 'story.pages', 'Words.', 'file-kind-unknown'],
  ['FI2 bytes that are no text', 'story.txt', 'Words\0and bytes\u0001', 'file-broken'],
  ['IM13 nothing in it', 'story.txt', '', 'nothing-to-import'],
  ['IM13 no words in it', 'story.md', '---\n\n***\n', 'nothing-to-import'],
] as const)('%s is refused', async (_case, name, text, refusal) => {
  expect(await ask(name, Buffer.from(text))).toEqual(refuse(refusal))
})

test.each([
  ['folders and a name', String.raw`C:\Users\Rafi\draft.docx`, 'draft.docx'],
  ['what turns a name round', 'draft\u202excod.exe\n', 'draftxcod.exe'],
  ['nothing but dots and slashes', '../', 'file'],
])('FI8 %s come down to a plain name', (_case, given, name) => expect(plainName(given)).toBe(name))

test('FI8 a name without end is shortened and keeps its ending', () => {
  expect(plainName(`${'ä'.repeat(500)}.docx`)).toBe(`${'ä'.repeat(195)}.docx`)
})

const sentence = '“Several hundreds,” some say — thousands. Naïve façade.'

test.each([
  ['UTF-8', Buffer.from(sentence), undefined],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`), undefined],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${sentence}`, 'utf16le'), 'utf-16'],
  ['UTF-16 from the other end', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16(), 'utf-16'],
  ['UTF-16 without a mark', Buffer.from(sentence, 'utf16le'), 'utf-16'],
  [
    'Windows-1252',
    Buffer.concat([
      Buffer.from([0x93]),
      Buffer.from('Several hundreds,'),
      Buffer.from([0x94]),
      Buffer.from(' some say '),
      Buffer.from([0x97]),
      Buffer.from(' thousands. Na\u00efve fa\u00e7ade.', 'latin1'),
    ]),
    'windows-1252',
  ],
] as const)('FI2 %s is read, and told of where it is not the usual one', async (_case, bytes, told) => {
  const article = await read('story.txt', bytes)
  expect(plainText(article)).toBe(sentence)
  expect(notesOf(article, 'encoding').map(({ encoding }) => encoding)).toEqual(told === undefined ? [] : [told])
})

test('FI2 a page in the encoding it names', async () => {
  const page = Buffer.concat([
    Buffer.from('<meta charset="windows-1251"><p>'),
    Buffer.from([0xcf, 0xee, 0xf0, 0xf2]),
    Buffer.from('</p>'),
  ])
  expect(plainText(await read('story.html', page))).toBe('Порт')
})

test('FI3 Markdown becomes headings, lists, links and quotations; a line end is a space, two spaces are two', async () => {
  const article = await read(
    'story.md',
    '---\nauthor: Rafi\n---\n# The ferry\n\nShe left  early,\nsays the *log*\nand [the clerk](https://records.example/x).\n\n> “Nobody -- nobody.”\n\n- one\n- two\n',
  )
  expect(outline(article)).toEqual([
    'title| The ferry',
    'p| She left  early, says the <italic log> and <https://records.example/x the clerk>.',
    'blockquote>p| “Nobody -- nobody.”',
    'bulletList>listItem>p| one',
    'bulletList>listItem>p| two',
  ])
  expect(notesOf(article, 'words-left-out')).toEqual([
    { code: 'words-left-out', what: 'front-matter', count: 1, words: ['author: Rafi'] },
  ])
})

test('FI3 raw HTML in Markdown is cleaned like any other page', async () => {
  const article = await read(
    'story.md',
    'Words <b>kept</b>.\n\n<script>harm()</script>\n\n<img src="https://tracker.example/x.png" onerror="harm()">\n\n[go](javascript:harm())\n',
  )
  expect(plainText(article)).toBe('Words kept.\ngo')
  expect(JSON.stringify(article.article.document)).not.toMatch(/harm|tracker|javascript/)
  expect(
    notesOf(article, 'left-out')
      .map(({ what }) => what)
      .toSorted(),
  ).toEqual(['image', 'script'])
})
