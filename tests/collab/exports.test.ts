/** What leaves the house: a spreadsheet that runs nothing, and a file without what was said off the record. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articleExport } from '#protocol/export-view.ts'
import { anArticle } from '../builders/article.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

/** Each the whole words of a claim; lines of the text begin with them. */
const dangerous = [
  '=HYPERLINK("http://evil.example","click")',
  '+1 dead',
  '-2 degrees',
  '@SUM(A1:A9)',
  '＝1+1',
  'He said "41", she said "60"',
] as const

let server: TestServer
let noor: Person
let omar: Person
let article: string

beforeAll(async () => {
  server = await aServer()
  ;[noor, omar] = await Promise.all([aPerson(server, 'noor'), aPerson(server, 'omar')])
  article = (await anArticle(noor, { text: `Ferry, “toll” climbs\n\n${dangerous.join('\n\n')}\n\nA plain end.` })).id
  for (const exact of dangerous) await noor.done('POST', `articles/${article}/claims`, { exact, kind: 'other' })
  const why = '=cmd|calc\r\nand a second line, with a comma'
  const seen = { wordsSeen: dangerous[0], verdictSeen: null }
  await noor.done('POST', `articles/${article}/claims/C1/verdicts`, { ...seen, rating: 'wrong', why })
  const cite = (source: object, locator: string, excerpt: string) =>
    noor.done('POST', `articles/${article}/claims/C1/evidence`, { source, stance: 'supports', locator, excerpt })
  await cite({ kind: 'official', title: '=1+1', publisher: 'County', url: 'https://county.example/1' }, 'p. 1', 'Open.')
  const unnamed = { kind: 'interview', title: 'Harbour master Reis', author: 'Reis', anonymity: 'Fears for her post.' }
  await cite({ ...unnamed, terms: 'background', attribution: 'an officer of the port' }, 'Tuesday', 'BACKGROUND')
  await cite({ ...unnamed, title: 'Deckhand Vidal', author: 'Vidal', terms: 'off-record' }, 'by phone', 'OFFRECORD')
})

afterAll(async () => {
  for (const person of [noor, omar]) person?.leave()
  await server?.stop()
})

const take = (person: Person, format: string) =>
  fetch(`${server.url}/api/newsrooms/harbour/articles/${article}/exports/${format}`, {
    headers: { cookie: person.cookie },
  })

/** RFC 4180, written here anew: the writer's own reader would share its mistakes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (found === null) throw new Error('Not RFC 4180.')
    rows.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === '\r\n' && cell.lastIndex < text.length) rows.push([])
  }
  return rows
}

test('D28, EX2 the CSV has a row for each claim, quoted by RFC 4180, and no cell that a spreadsheet would run', async () => {
  const reply = await take(noor, 'csv')
  expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename=".*\.csv"; filename\*=UTF-8''Ferry/)
  const bytes = Buffer.from(await reply.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [head, ...rows] = parseCsv(bytes.subarray(3).toString('utf8'))
  expect(rows).toHaveLength(dangerous.length)
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head?.length]))
  const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1])
  expect(column('number')).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6'])
  expect(column('words')).toEqual(dangerous.map((words, index) => (index < 5 ? `'${words}` : words)))
  expect(column('why')[0]).toBe("'=cmd|calc\r\nand a second line, with a comma")
  expect(column('verdict')[0]).toBe('Wrong')
  expect(column('verdict by')[0]).toBe('Noor Kassem')
  expect(rows.flat().filter((value) => /^[=+\-@\t\r＝＋－＠]/u.test(value))).toEqual([])
})

test('EX1 nothing off the record leaves, of what is on background only its line; how many there are is told', async () => {
  for (const format of ['csv', 'json']) {
    const text = await (await take(noor, format)).text()
    for (const kept of ['Reis', 'Vidal', 'BACKGROUND', 'OFFRECORD', 'Fears', 'by phone'])
      expect(text).not.toContain(kept)
    expect(text).toContain('an officer of the port')
    expect(text).toContain('https://county.example/1')
  }
  const whole = articleExport.parse(await (await take(noor, 'json')).json())
  expect(whole.claims[0]).toMatchObject({ number: 1, offRecord: 1, verdict: { rating: 'wrong', by: 'Noor Kassem' } })
  expect(whole.claims[0]?.evidence.map(({ source }) => source.terms)).toEqual(['on-record', 'background'])
})

test('EX1 the JSON has the text its claims stand in, and the version that it is', async () => {
  const whole = articleExport.parse(await (await take(noor, 'json')).json())
  const { text } = await noor.done<{ text: string }>('GET', `articles/${article}/text`)
  expect(whole.text).toMatchObject({ plain: text, version: 1 })
  for (const { words, ranges } of whole.claims) {
    expect(ranges.map(({ from, to }) => text.slice(from, to)).join('\n')).toBe(words)
  }
})

test('EX1 an export is for those to whom the article is open', async () => {
  const unknown = await take(noor, 'docx')
  const foreign = await take(omar, 'csv')
  expect([unknown.status, foreign.status]).toEqual([404, 404])
})
