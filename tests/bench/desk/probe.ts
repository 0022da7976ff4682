/** Measures one page in a browser: when its text can first be typed in, what a key takes to be painted, what others' keys cost. */
import type { CDPSession, Page } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from '../table.ts'

/** What the main thread did, in milliseconds. */
export interface Work {
  /** All of it. */
  readonly task: number
  readonly script: number
  readonly style: number
  readonly layout: number
}

/** In milliseconds, and megabytes of 1,000,000 bytes. */
export interface Measured {
  readonly firstPaint: number
  readonly keyP50: number
  readonly keyP95: number
  /** Per key of one's own, while nobody else types: steadier than the time to paint on a busy machine. */
  readonly ownKey: Work
  /** Per key of somebody else. */
  readonly remoteKey: Work
  /** Of that, from a message's arrival until its words are in the text, in milliseconds per key. */
  readonly applied: number
  readonly heapMb: number
}

declare global {
  interface Window {
    editableAt?: number
    keysTook: number[]
    messagesTook: number
  }
}

/** Runs in the page before anything of its own. */
function listen(): void {
  window.keysTook = []
  window.messagesTook = 0
  const { set = () => undefined, ...rest } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage') ?? {}
  Object.defineProperty(WebSocket.prototype, 'onmessage', {
    ...rest,
    set(this: WebSocket, handler: ((event: MessageEvent) => void) | null) {
      set.call(this, (event: MessageEvent) => {
        const from = performance.now()
        handler?.call(this, event)
        window.messagesTook += performance.now() - from
      })
    },
  })
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', then, { once: true })
      port1.start()
      port2.postMessage(null)
    })
  addEventListener(
    'keydown',
    () => {
      const from = performance.now()
      afterPaint(() => window.keysTook.push(performance.now() - from))
    },
    true,
  )
  const watching = new MutationObserver(() => {
    const text = document.querySelector('[contenteditable=true]')
    if (window.editableAt !== undefined || (text?.textContent.length ?? 0) < 1_000) return
    watching.disconnect()
    afterPaint(() => (window.editableAt = performance.now()))
  })
  watching.observe(document, { subtree: true, childList: true, attributes: true })
}

const combined = (one: Work, other: Work, how: (one: number, other: number) => number): Work => ({
  task: how(one.task, other.task),
  script: how(one.script, other.script),
  style: how(one.style, other.style),
  layout: how(one.layout, other.layout),
})

async function workSoFar(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics')
  const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1_000
  return {
    task: ms('TaskDuration'),
    script: ms('ScriptDuration'),
    style: ms('RecalcStyleDuration'),
    layout: ms('LayoutDuration'),
  }
}

/** Work per key of what `type` does; `quiet` is what a millisecond costs anyway. */
async function workPerKey(session: CDPSession, quiet: Work, type: () => Promise<number>): Promise<Work> {
  const [before, at] = [await workSoFar(session), performance.now()]
  const keys = await type()
  // What was put off until the hand rests belongs to it.
  await pause(1_000)
  const took = performance.now() - at
  const work = combined(await workSoFar(session), before, (after, first) => after - first)
  return combined(work, quiet, (all, each) => (all - each * took) / keys)
}

const profiles = process.env['BENCH_PROFILES']

/** Where BENCH_PROFILES names a folder, what the page did meanwhile is kept there as a CPU profile. */
async function profiled<T>(session: CDPSession, name: string, act: () => Promise<T>): Promise<T> {
  if (profiles === undefined) return act()
  await session.send('Profiler.enable')
  await session.send('Profiler.start')
  const result = await act()
  const { profile } = await session.send('Profiler.stop')
  writeFileSync(path.join(profiles, `${name}.cpuprofile`), JSON.stringify(profile))
  return result
}

export interface Probe {
  readonly page: Page
  /** Names its profiles. */
  readonly name: string
  readonly address: string
  /** Words to type after. */
  readonly at: string
  readonly keys: number
  /** Lets the others type for so long; resolves with the number of keys they typed. */
  others(seconds: number): Promise<number>
}

export async function probe({ page, name, address, at, keys, others }: Probe): Promise<Measured> {
  await page.addInitScript(listen)
  const firstPaints: number[] = []
  // The first time fills the cache.
  for (let visit = 0; visit < 4; visit += 1) {
    await page.goto(address)
    await page.waitForFunction(() => window.editableAt !== undefined, null, { timeout: 120_000 })
    if (visit > 0) firstPaints.push((await page.evaluate(() => window.editableAt)) ?? NaN)
  }
  await pause(3_000)
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')

  const [quietFrom, quietAt] = [await workSoFar(session), performance.now()]
  await pause(5_000)
  const quietMs = performance.now() - quietAt
  const quiet = combined(await workSoFar(session), quietFrom, (after, before) => (after - before) / quietMs)
  await page.evaluate(() => (window.messagesTook = 0))
  let remoteKeys = 0
  const othersType = async () => (remoteKeys = await others(8))
  const remoteKey = await profiled(session, `${name}-remote`, () => workPerKey(session, quiet, othersType))
  const applied = (await page.evaluate(() => window.messagesTook)) / remoteKeys

  const paragraph = page.locator('[contenteditable=true]').getByText(at).first()
  await paragraph.scrollIntoViewIfNeeded()
  await paragraph.click()
  const type = async (count: number) => {
    for (let key = 0; key < count; key += 1) {
      await page.keyboard.press('x')
      await pause(125)
    }
    return count
  }
  await type(3)
  const ownKey = await profiled(session, `${name}-own`, () => workPerKey(session, quiet, () => type(keys / 2)))
  await page.evaluate(() => (window.keysTook = []))
  await Promise.all([others(keys / 8 + 2), type(keys)])
  const took = (await page.evaluate(() => window.keysTook)).toSorted((a, b) => a - b)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return {
    firstPaint: median(firstPaints),
    keyP50: took[Math.floor(took.length / 2)] ?? NaN,
    keyP95: took[Math.floor(took.length * 0.95)] ?? NaN,
    ownKey,
    remoteKey,
    applied,
    heapMb: usedSize / 1e6,
  }
}
