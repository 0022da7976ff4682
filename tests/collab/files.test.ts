/**
 * Files that are brought in, by the built server: what is read and kept, and what a file cannot do to the server, to the people on it,
 * or to anybody outside. Rules FI1–FI8.
 */
import { createServer, type Server } from 'node:http'
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { UploadedFile } from '#protocol/uploaded-file.ts'
import type { ArticleDraft, ImportNote } from '#document/draft.ts'
import { aDocx, paragraph, trackedDocx, words } from '#server/import/docx-for-test.ts'
import { aPerson, type Person, type Reply } from '../builders/person.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'
import { aZip, packedSpaces } from '../builders/zip.ts'

let premises: Premises
let server: ServerProcess
let rafi: Person
let idris: Person
let listener: Server
/** Addresses that somebody asked the listener for. */
const hits: string[] = []

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  ;[rafi, idris] = await Promise.all([aPerson(server, 'rafi'), aPerson(server, 'idris')])
  listener = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('x')
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
}, 120_000)

afterAll(async () => {
  for (const person of [rafi, idris]) person?.leave()
  listener?.close()
  await premises?.clear()
}, 120_000)

interface Read {
  readonly article: ArticleDraft
  readonly notes: ImportNote[]
  readonly original: UploadedFile
  readonly importedBefore: { id: string; title: string }[]
}

async function upload(
  person: Person,
  name: string,
  bytes: Uint8Array,
  more: Record<string, string> = {},
): Promise<Reply> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), name)
  for (const [field, value] of Object.entries(more)) form.append(field, value)
  const response = await fetch(`${server.url}/api/newsrooms/harbour/articles/import`, {
    method: 'POST',
    headers: { ...person.headers, 'idempotency-key': crypto.randomUUID() },
    body: form,
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

async function read(name: string, bytes: Uint8Array, more: Record<string, string> = {}): Promise<Read> {
  const { status, body } = await upload(rafi, name, bytes, more)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Read
}

describe('a file that is brought in', () => {
  test('FI5 is read with its changes as asked, and nothing is on the desk yet', async () => {
    const { articles: before } = await rafi.done<{ articles: unknown[] }>('GET', 'articles')
    const accepted = await read('draft.docx', trackedDocx('Read twice'))
    const original = await read('draft.docx', trackedDocx('Read twice'), { tracked: 'original' })
    expect(JSON.stringify(accepted.article.document)).toContain('At least 17 people')
    expect(JSON.stringify(original.article.document)).toContain('At least 14 people')
    expect(accepted.notes).toContainEqual(expect.objectContaining({ code: 'tracked-changes', taken: 'accepted' }))
    expect(await rafi.done('GET', 'articles')).toEqual({ articles: before })
  })

  test('FI8 is kept byte for byte, says so when it comes again, and is downloaded as it came', async () => {
    const bytes = trackedDocx('Kept as it came')
    const first = await read('Entwurf “für” morgen.docx', bytes)
    expect(first.importedBefore).toEqual([])
    const { id } = await rafi.done<{ id: string }>('POST', 'articles', {
      ...first.article,
      byline: 'Rafi Amiri',
      desk: 'city',
      original: first.original,
    })
    const { receipt: _, ...file } = first.original
    expect(await rafi.article(id)).toMatchObject({ byline: 'Rafi Amiri', desk: 'city', original: file })

    const again = await read('another name.docx', bytes)
    expect(again.importedBefore).toEqual([{ id, title: 'Kept as it came' }])

    const response = await fetch(`${server.url}/api/newsrooms/harbour/articles/${id}/original`, {
      headers: rafi.headers,
    })
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Entwurf _f_r_ morgen.docx"; filename*=UTF-8''Entwurf%20%E2%80%9Cf%C3%BCr%E2%80%9D%20morgen.docx`,
    )
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true)
  })

  test('FI8 an article cannot claim a file that was not uploaded here, nor one of another size', async () => {
    const { article, original } = await read('draft.txt', Buffer.from('A title\n\nSome words of an article.'))
    for (const file of [
      { ...original, sha256: 'a'.repeat(64) },
      { ...original, size: original.size + 1 },
      { ...original, sha256: '../'.repeat(21).padEnd(64, 'x') },
      { ...original, receipt: '' },
    ]) {
      expect(await rafi.api('POST', 'articles', { ...article, original: file })).toMatchObject({
        status: 422,
        body: { refusal: 'file-unknown' },
      })
    }
  })

  test('FI13 who knows a file by its SHA-256 alone has not uploaded it', async () => {
    const { article, original: closed } = await read('closed.txt', Buffer.from('A title\n\nFor few eyes.'))
    const { receipt } = (await read('mine.txt', Buffer.from('A title\n\nMine.'))).original
    for (const guess of [receipt, 'A'.repeat(43), '…']) {
      expect(await rafi.api('POST', 'articles', { ...article, original: { ...closed, receipt: guess } })).toMatchObject(
        {
          status: 422,
          body: { refusal: 'file-unknown' },
        },
      )
    }
  })

  test('FI8 what was pasted has no original', async () => {
    const { article } = await rafi.done<Read>('POST', 'articles/import', { text: 'A title\n\nSome pasted words.' })
    const { id } = await rafi.done<{ id: string }>('POST', 'articles', article)
    expect(await rafi.api('GET', `articles/${id}/original`)).toMatchObject({ status: 404 })
  })

  test('FI2 a file in an old encoding is read, and the note says which', async () => {
    const { article, notes } = await read(
      'draft.txt',
      Buffer.from('Caf\u00e9 ferm\u00e9\n\nLe caf\u00e9 est ferm\u00e9.', 'latin1'),
    )
    expect(article.title).toBe('Café fermé')
    expect(notes).toContainEqual({ code: 'encoding', encoding: 'windows-1252' })
  })

  test('AC3 a viewer brings nothing in', async () => {
    const vera = await aPerson(server, 'vera')
    expect(await upload(vera, 'draft.txt', Buffer.from('Words.'))).toMatchObject({ status: 403 })
  })

  test('FI1 other kinds, larger files and no file at all are refused with a reason', async () => {
    const refusalOf = async (reply: Promise<Reply>) => {
      const { status, body } = await reply
      return [status, (body as { refusal: string }).refusal]
    }
    expect(await refusalOf(upload(rafi, 'draft.pages', Buffer.from('Words.')))).toEqual([422, 'file-kind-unknown'])
    expect(await refusalOf(upload(rafi, 'draft.docx', Buffer.from('Words.')))).toEqual([422, 'file-broken'])
    expect(await refusalOf(upload(rafi, 'draft.txt', Buffer.from(' \n')))).toEqual([422, 'nothing-to-import'])
    expect(await refusalOf(upload(rafi, 'draft.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'word ')))).toEqual([
      413,
      'too-large',
    ])
    expect(await refusalOf(upload(rafi, 'draft.txt', Buffer.alloc(21 * 1024 * 1024, 'word ')))).toEqual([
      413,
      'too-large',
    ])
    const empty = new FormData()
    empty.append('tracked', 'accepted')
    const response = await fetch(`${server.url}/api/newsrooms/harbour/articles/import`, {
      method: 'POST',
      headers: rafi.headers,
      body: empty,
    })
    expect([response.status, ((await response.json()) as { refusal: string }).refusal]).toEqual([400, 'not-understood'])
  })

  test('FI7 a long text of words comes through, or is refused because of its length', async () => {
    const { article } = await read(
      'long.txt',
      Buffer.from('A long story\n\n' + 'One more paragraph of it.\n\n'.repeat(20_000)),
    )
    expect(article.title).toBe('A long story')
    expect(await upload(rafi, 'longer.txt', Buffer.alloc(19 * 1024 * 1024, 'word '))).toMatchObject({ status: 413 })
  })

  test('FI7 twelve at once are all answered, those for whom there is no turn with “try again”', async () => {
    const bytes = trackedDocx('At once')
    const replies = await Promise.all(Array.from({ length: 12 }, () => upload(rafi, 'draft.docx', bytes)))
    const statuses = replies.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(10)
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true)
  })
})

describe('a file that means harm', () => {
  const plain = paragraph(words('Words of an article.'))
  const outside = () => `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const document = { name: 'word/document.xml', data: 0 }
  const bomb = packedSpaces(300)

  const cases: readonly [string, () => Uint8Array][] = [
    ['a bomb of 298 kB', () => aZip([bomb], [{ ...document, claimedSize: 300 * 1024 * 1024 }])],
    ['a bomb that claims to be small', () => aZip([bomb], [{ ...document, claimedSize: 10_000 }])],
    [
      'a bomb of gigabytes, all from one piece',
      () =>
        aZip(
          [bomb],
          [
            { ...document, claimedSize: 1_000_000 },
            ...Array.from({ length: 30 }, (_, n) => ({
              name: `word/${n}.xml`,
              data: 0,
              claimedSize: 300 * 1024 * 1024,
            })),
          ],
        ),
    ],
    ['a bomb that goes off in its reader’s memory', () => aDocx({ body: paragraph(words('w')).repeat(600_000) })],
    [
      'ten thousand entries',
      () => zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`word/${n}.xml`, strToU8('<x/>')]))),
    ],
    ['a zip in a zip in a zip', () => zipSync({ 'a.docx': zipSync({ 'b.docx': trackedDocx() }) })],
    [
      'a document type that points elsewhere',
      () =>
        aDocx({
          body: plain,
          prolog: `<!DOCTYPE w SYSTEM "${outside()}/type"><!ENTITY % x SYSTEM "${outside()}/entity">`,
        }),
    ],
    [
      'a document type that multiplies',
      () =>
        aDocx({
          body: paragraph(words('&b;')),
          prolog: '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        }),
    ],
    [
      'elements nested without end',
      () => aDocx({ body: '<w:sdt><w:sdtContent>'.repeat(200_000) + '</w:sdtContent></w:sdt>'.repeat(200_000) }),
    ],
    ['one cut off', () => trackedDocx().slice(0, 1_200)],
    ['one with its middle missing', () => Buffer.concat([trackedDocx().slice(0, 700), trackedDocx().slice(1_500)])],
  ]

  test.each(cases)(
    'D30 FI7 %s is refused, people go on working and the server keeps its memory',
    async (_case, bytes) => {
      const file = bytes()
      // Making it takes a while, in which the server may have closed idle connections: time to notice, before one is used again.
      await pause(100)
      const before = memoryOf(server.child.pid)
      let isOver = false
      let answered = 0
      let most = 0
      const meanwhile = async () => {
        while (!isOver) {
          expect((await idris.api('GET', 'desk')).status).toBe(200)
          answered += 1
          most = Math.max(most, memoryOf(server.child.pid))
          await pause(20)
        }
      }
      const others = meanwhile()
      const reply = await upload(rafi, 'draft.docx', file)
      isOver = true
      await others
      expect(reply.status, JSON.stringify(reply.body)).toBe(422)
      expect((reply.body as { refusal: string }).refusal).toMatch(/^file-(?:broken|too-much)$/)
      expect(answered).toBeGreaterThan(0)
      expect(most - before, 'MB of memory').toBeLessThan(300)
      expect(server.child.exitCode).toBeNull()
    },
  )

  test('D30 FI4 nothing outside is asked for, whatever a file points to', async () => {
    const away = (id: string, kind: string, path: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${outside()}/${path}" TargetMode="External"/>`
    const pointing = aDocx({
      body:
        plain +
        paragraph(
          `<w:r><w:drawing><a:blip r:link="i"/></w:drawing></w:r><w:hyperlink r:id="h">${words('a link')}</w:hyperlink>`,
        ) +
        '<w:altChunk r:id="c"/>',
      relations:
        away('i', 'image', 'image') +
        away('h', 'hyperlink', 'link') +
        away('c', 'aFChunk', 'chunk') +
        away('t', 'attachedTemplate', 'template') +
        away('f', 'footnotes', 'footnotes') +
        away('y', 'styles', 'styles'),
    })
    const { notes, article } = await read('draft.docx', pointing)
    expect(notes).toContainEqual({ code: 'left-out', what: 'image', count: 1 })
    expect(JSON.stringify(article.document)).toContain(`${outside()}/link`)
    const page = `<p>Words of a page.</p><img src="${outside()}/a.png"><link rel="stylesheet" href="${outside()}/b.css"><iframe src="${outside()}/c"></iframe>`
    await read('page.html', Buffer.from(page))
    await read('page.md', Buffer.from(`# A title\n\n![x](${outside()}/d.png)\n\n${page}`))
    expect(hits).toEqual([])
  })
})

test('BL3 what was read and never brought in is gone after a day, at the next start; what an article came in from stays', async () => {
  const kept = await read('kept.txt', Buffer.from('A title\n\nBrought in and kept.'))
  const { id } = await rafi.done<{ id: string }>('POST', 'articles', { ...kept.article, original: kept.original })
  const left = await read('left.txt', Buffer.from('A title\n\nRead and left behind.'))
  const { original: today } = await read('today.txt', Buffer.from('A title\n\nRead just now.'))
  const folder = path.join(premises.dataDir, 'blobs')
  const [newsroom = ''] = readdirSync(folder)
  const longAgo = new Date(Date.now() - 2 * 24 * 60 * 60_000)
  for (const { original } of [kept, left]) utimesSync(path.join(folder, newsroom, original.sha256), longAgo, longAgo)
  await server.stop()
  server = await premises.start()
  const there = readdirSync(path.join(folder, newsroom))
  expect([kept.original, left.original, today].map(({ sha256 }) => there.includes(sha256))).toEqual([true, false, true])
  expect(await rafi.api('GET', `articles/${id}/original`)).toMatchObject({ status: 200 })
})

/** Resident memory in MB; 0 where the system does not say. */
function memoryOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return 0
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024
}
