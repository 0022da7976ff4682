/** What is on screen stays where it is, and what is selected stays selected, while the rest of the page and the words of others come in. */
import type { Page } from '@playwright/test'
import { aClaim, allegation, anArticle, aVerdict } from './article.ts'
import { open } from './article-page.ts'
import { expect, test } from './people.ts'
import { caretBefore, dragOver, expectWordsSelected } from './words.ts'

/** The browser's own measure: how much of the window moved how far, unasked; and what it was. */
interface Shift {
  readonly value: number
  readonly at: number
  readonly moved: readonly string[]
}

declare global {
  interface Window {
    shifts: Shift[]
    isSelectionHeld: boolean
  }
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = []
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const at = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`
        const moved = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `“${node?.textContent?.slice(0, 30)}” from ${at(previousRect)} to ${at(currentRect)}`,
        )
        window.shifts.push({ value: entry.value, at: entry.startTime, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** Every answer takes its time, each another one. */
async function slowly(page: Page): Promise<void> {
  let count = 0
  await page.route(/\/api\//, async (route) => {
    count += 1
    await new Promise((resolve) => setTimeout(resolve, 50 + (count % 7) * 60))
    await route.continue()
  })
}

for (const [size, viewport] of [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(
    `LD1 on ${size} nothing that can be pressed moves because something else arrived later`,
    { tag: '@long' },
    async ({ as }) => {
      test.setTimeout(120_000)
      // In a newsroom where no other test makes an article meanwhile: a new one moves the rows of the desk, and should.
      const omar = await as('omar', { viewport })
      const article = await anArticle(omar, { suggests: true })
      await aClaim(omar, article, allegation, 'allegation')
      await aVerdict(omar, article, 'C1')
      await omar.ask('POST', 'sources', { kind: 'press', title: 'The county’s count' })
      const { page } = omar
      await watchShifts(page)
      await slowly(page)
      const text = page.getByRole('textbox', { name: /^Text of the article/ })
      for (const [path, there] of [
        [`articles/${article}`, text],
        [`articles/${article}?claim=C1`, text],
        [`articles/${article}/review`, page.getByRole('button', { name: 'Ask for review' })],
        ['', page.getByRole('row').nth(1)],
        ['sources', page.getByRole('heading', { level: 1 })],
      ] as const) {
        await page.goto(`/other/${path}`)
        await expect(there).toBeVisible()
        // Faces come once in a browser's life; here, where nothing is kept, with every page. They are not what this is about.
        const since = await page.evaluate(async () => {
          await Promise.all([...document.fonts].map((face) => face.load()))
          // A face is seen in the frame after the one in which it was there.
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
          return performance.now()
        })
        // Until nothing is on its way any more.
        await page.waitForLoadState('networkidle')
        const shifts = await page.evaluate((from) => window.shifts.filter(({ at }) => at > from), since)
        const much = shifts.filter(({ value }) => value > 0.001)
        expect(much, `what moved on /${path}`).toEqual([])
      }
    },
  )
}

/** As on a busy machine: the browser does not tell the page of its selection until a page asks. */
const holdSelection = (page: Page) =>
  page.addInitScript(() => {
    window.isSelectionHeld = false
    const hold = (event: Event) => {
      if (event.isTrusted && window.isSelectionHeld) event.stopImmediatePropagation()
    }
    window.addEventListener('selectionchange', hold, true)
  })

test('CT1 words just selected stay selected while others write in the same paragraph', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  await holdSelection(noor.page)
  const [hers, his] = [await open(noor, article), await open(karim, article)]
  await hers.text.focus()
  await his.edit()
  await hers.text.evaluate((root, wanted) => {
    window.isSelectionHeld = true
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from !== -1) document.getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length)
    }
  }, 'eleven minutes')
  await his.retype('some say', 'some of them say')
  await hers.expectWords('several hundreds, some of them say, thousands')
  await expectWordsSelected(hers.text, 'eleven minutes')
})

test('CT1 words are selected by dragging while the caret of another walks through them', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  const [hers, his] = [await open(noor, article), await open(karim, article)]
  await caretBefore(his.text, 'eleven minutes')
  let isWalking = true
  const walk = (async () => {
    while (isWalking) await karim.page.keyboard.press('Shift+Control+ArrowRight')
  })()
  // Downwards: the bar of the words selected before lies above them.
  try {
    for (const words of ['eleven minutes', 'several hundreds', 'some say', 'thousands, perished'])
      await dragOver(hers.text, words)
  } finally {
    isWalking = false
    await walk
  }
})
