/** What a key may cost: counted, not timed. React tells of each drawing through the same hook that its developer tools use. */
import type { Page } from '@playwright/test'
import { aClaim, allegation, anArticle, aVerdict, toll } from './article.ts'
import { open } from './article-page.ts'
import { expect, test } from './people.ts'
import { edgesOf } from './words.ts'

/** As much of React's inner tree as is needed to see which components were drawn. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly memoizedProps: Readonly<Record<string, unknown>> | null
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

declare global {
  interface Window {
    /** Components drawn since it was last set to 0 that show a claim or the article. */
    drawn: number
  }
}

/** Runs in the page before anything of its own. */
function countDrawings(): void {
  window.drawn = 0
  const performedWork = 1
  const functions = new Set([0, 11, 14, 15])
  const isOfDesk = ({ tag, memoizedProps: props }: Fiber) =>
    functions.has(tag) && props !== null && ('claim' in props || 'article' in props)
  const visit = (now: Fiber, before: Fiber | null): void => {
    if (isOfDesk(now) && (before === null || (now.flags & performedWork) !== 0)) window.drawn += 1
    // The same children: React did not look further.
    if (before !== null && now.child === before.child) return
    for (let child = now.child; child !== null; child = child.sibling) visit(child, child.alternate)
  }
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onPostCommitFiberRoot: () => undefined,
      onCommitFiberRoot: (_renderer: number, { current }: { current: Fiber }) => visit(current, current.alternate),
    },
  })
}

const drawn = (page: Page): Promise<number> => page.evaluate(() => window.drawn)

test('QK1 for a key in the text neither the desk nor any claim on it is drawn anew', async ({ as }) => {
  const rafi = await as('rafi')
  const noor = await as('noor')
  await rafi.page.addInitScript(countDrawings)
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const desk = await open(rafi, article)
  await desk.expectRow('C2', 'Allegation, Open')
  await desk.expectSaved()
  expect(await drawn(rafi.page), 'drawn as the desk opens').toBeGreaterThan(4)
  const { end } = await edgesOf(desk.text, 'The inquiry meets again')
  await rafi.page.mouse.click(end.x, end.y)
  await rafi.page.keyboard.type(' on')
  await desk.expectSaved()
  // The page asks once more a second after its live socket stands, and whenever the library changes. What it has of the claims has to be
  // of this text by then: the same answer draws nothing.
  await aVerdict(noor, article, 'C2')
  await desk.expectRow('C2', 'Allegation, Confirmed')
  await expect(rafi.page.locator('[data-gutter]')).toHaveCount(2)
  await expect(rafi.page.getByRole('scrollbar', { name: /sentences/ })).toBeVisible()
  await rafi.page.evaluate(() => (window.drawn = 0))
  const typed = 'twenty keys and more'
  await rafi.page.keyboard.type(typed)
  await desk.expectWords(typed)
  await desk.expectSaved()
  expect(await drawn(rafi.page), 'drawn for the keys').toBe(0)
})

test('QK4 while somebody writes above, the words under the eye and the own caret stay where they are', async ({
  as,
}) => {
  const rafi = await as('rafi', { viewport: { width: 1440, height: 700 } })
  const noor = await as('noor')
  const paragraphs = Array.from(
    { length: 30 },
    (_, at) => `Paragraph ${at} tells of the harbour at night, and of its lamps.`,
  )
  const article = await anArticle(noor, { text: ['A long night', ...paragraphs].join('\n\n') })
  const [his, hers] = [await open(rafi, article), await open(noor, article)]
  await hers.edit()
  const here = his.text.locator('p').filter({ hasText: /^Paragraph 20/ })
  const { end } = await edgesOf(his.text, 'Paragraph 20')
  await rafi.page.mouse.click(end.x, end.y)
  await rafi.page.keyboard.type(' x')
  await his.expectSaved()
  const top = async () => Math.round((await here.boundingBox())?.y ?? NaN)
  const before = await top()
  const above = await edgesOf(hers.text, 'Paragraph 1 tells')
  await noor.page.mouse.click(above.end.x, above.end.y)
  for (const line of ['first', 'second', 'third', 'fourth']) {
    await noor.page.keyboard.press('Enter')
    await noor.page.keyboard.type(`The ${line} line written above.`)
  }
  await his.expectWords('The fourth line written above.')
  // The browser holds them to a whole pixel of its scrolling.
  await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2)
  await rafi.page.keyboard.type('yz')
  await his.expectWords('Paragraph 20 xyz')
})
