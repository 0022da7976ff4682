/**
 * The article desk beside a plain Tiptap and Yjs page with the same text and no claims, in a real browser, while four others type:
 * `npm run bench:desk`. BENCH_ROUNDS makes it steadier, BENCH_WORDS=10000:1000 asks for one size only (words:claims), BENCH_PROFILES names
 * a folder for CPU profiles.
 */
import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { aPerson, type Person } from '../builders/person.ts'
import { keyUpdate } from '../builders/key-update.ts'
import { findChromium } from '../e2e/chromium.ts'
import { type Measured, probe, type Work } from './desk/probe.ts'
import { openBench } from './peers.ts'
import type { Peer, Room } from './peer.ts'
import { markdownTable, median, mb, ms } from './table.ts'

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const sizes = (process.env['BENCH_WORDS'] ?? '10000:1000,50000:5000')
  .split(',')
  .map((size) => size.split(':').map(Number) as [number, number])

/** A marked quote is four words; each sentence has words of its own, so that every quote stands once. */
function articleOf(words: number): { text: string; quotes: string[] } {
  const quotes: string[] = []
  const paragraphs: string[] = []
  for (let at = 0; at < words; at += 60) {
    const sentences = [0, 1, 2, 3, 4].map((one) => {
      const number = at / 12 + one
      const quote = `figure ${number} was ${number + 41}`
      quotes.push(quote)
      return `The county office said that ${quote} people by the end of the year.`
    })
    paragraphs.push(sentences.join(' '))
  }
  return { text: `The night of figures\n\n${paragraphs.join('\n\n')}\n`, quotes }
}

/** In bundles as large as the API takes. */
async function mark(person: Person, article: string, quotes: readonly string[]): Promise<void> {
  for (let from = 0; from < quotes.length; from += 500) {
    const items = quotes.slice(from, from + 500).map((exact) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      target: { source: 'urn:bench', selector: { type: 'TextQuoteSelector', exact } },
    }))
    await person.done('POST', `articles/${article}/annotations`, items)
  }
}

let clients = 7_000_000

/** Four people who type five keys a second each at the top of the article. */
async function typists(peer: Peer, room: Room): Promise<{ type(seconds: number): Promise<number>; leave(): void }> {
  const people = await Promise.all(
    [1, 2, 3, 4].map(async (person) => ({
      visitor: await peer.visit(room, person).inStep(),
      client: (clients += 1),
      clock: 0,
    })),
  )
  return {
    type: async (seconds) => {
      let typed = 0
      for (const end = performance.now() + seconds * 1_000; performance.now() < end; await pause(200)) {
        for (const one of people) {
          one.visitor.update(keyUpdate(one.client, one.clock, room.place))
          one.clock += 1
          typed += 1
        }
      }
      return typed
    },
    leave: () => people.forEach(({ visitor }) => visitor.client.drop()),
  }
}

const bench = await openBench(['Tickmark'])
const { executablePath, args, env } = await findChromium(process.env)
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
const floorScript = readFileSync(path.join(import.meta.dirname, 'floor.js'), 'utf8')
try {
  const peer = bench.peers.Tickmark
  const base = `http://127.0.0.1:${peer.process.port}`
  for (const [words, claims] of sizes) {
    const { text, quotes } = articleOf(words)
    const [desk, floor] = await peer.rooms(2, text)
    if (desk === undefined || floor === undefined) throw new Error('No articles were made.')
    const noor = await aPerson({ url: base }, 'noor')
    // The reporter edits at once; spread over the whole text.
    const rafi = await aPerson({ url: base }, 'rafi')
    await mark(
      noor,
      desk.id,
      quotes.filter((_, index) => index % Math.max(1, Math.floor(quotes.length / claims)) === 0).slice(0, claims),
    )
    const { search } = new URL(await rafi.socketUrl(floor.id))
    const results: Record<'desk' | 'floor', Measured[]> = { desk: [], floor: [] }
    for (let round = 0; round < rounds; round += 1) {
      for (const name of ['floor', 'desk'] as const) {
        const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } })
        const [cookieName = '', ...value] = rafi.cookie.split('=')
        await context.addCookies([{ name: cookieName, value: value.join('='), url: base }])
        const page = await context.newPage()
        // For the floor alone: a page with routes has no cache, and the desk is opened every night.
        if (name === 'floor')
          await page.route('**/floor?**', (route) =>
            route.fulfill({
              contentType: 'text/html',
              body: `<!doctype html><body><script type="module">${floorScript}</script>`,
            }),
          )
        const room = name === 'desk' ? desk : floor
        const others = await typists(peer, room)
        const address = name === 'desk' ? `/harbour/articles/${desk.id}` : `/floor${search}&article=${floor.id}`
        const at = quotes[Math.floor(quotes.length / 2)] ?? ''
        results[name].push(
          await probe({ page, name, address, at, keys: 80, others: (seconds) => others.type(seconds) }),
        )
        others.leave()
        await context.close()
      }
    }
    const line = (what: string, figure: (one: Measured) => number, said: (value: number) => string) => {
      const [onDesk, onFloor] = [median(results.desk.map(figure)), median(results.floor.map(figure))]
      return {
        what,
        figures: { desk: said(onDesk), floor: said(onFloor), ratio: (onDesk / onFloor).toFixed(2) },
      }
    }
    const work = (what: string, of: (one: Measured) => Work) => [
      line(`main thread per key of ${what}`, (one) => of(one).task, ms),
      line('… script', (one) => of(one).script, ms),
      line('… style', (one) => of(one).style, ms),
      line('… layout', (one) => of(one).layout, ms),
    ]
    process.stdout.write(
      markdownTable(`${words} words, ${claims} claims, four others typing (${rounds} rounds)`, [
        line('key to paint p50', ({ keyP50 }) => keyP50, ms),
        line('key to paint p95', ({ keyP95 }) => keyP95, ms),
        ...work('one’s own', ({ ownKey }) => ownKey),
        ...work('somebody else', ({ remoteKey }) => remoteKey),
        line('a key of somebody else, arrived to applied', ({ applied }) => applied, ms),
        line('first paint of a text one can type in', ({ firstPaint }) => firstPaint, ms),
        line('heap', ({ heapMb }) => heapMb, mb),
      ]),
    )
  }
} finally {
  await browser.close()
  await bench.close()
}
process.exit()
