import { aClaim, allegation, anArticle, aVerdict, claimOf, toll, titled } from './article.ts'
import { type ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { openDesk } from './desk-page.ts'
import { expect, test } from './people.ts'
import { expectWithinWidth } from './sideways.ts'
import { edgesOf, expectWordsSelected } from './words.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

/** What the handles of a phone do to the selection; the finger on them cannot be played. */
async function selectByHandles(page: ArticlePage, words: string): Promise<void> {
  await edgesOf(page.text, words)
  await page.text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from !== -1) document.getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length)
    }
  }, words)
  await expectWordsSelected(page.text, words)
}

async function tap(page: ArticlePage, words: string): Promise<void> {
  const { start } = await edgesOf(page.text, words)
  await page.page.touchscreen.tap(start.x + 10, start.y)
}

test('PH30 on a phone: mark by the bar at the selection, verdict, reason and source in the sheet', async ({ as }) => {
  const noor = await as('noor', phone)
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const page = await open(noor, article)
  await expectWithinWidth(noor.page, 'article')

  await selectByHandles(page, allegation)
  await page.markButton.tap()
  await page.kinds.getByRole('menuitemradio', { name: 'Allegation' }).tap()
  await expect(page.mark(allegation)).toBeVisible()
  // The sheet comes up with what was marked, which is brought into sight above it.
  await page.expectSelected('C2')

  await tap(page, 'several hundreds')
  await page.expectSelected('C1')
  await expect(page.inspector).toBeInViewport()
  // The words it is about stay above the sheet.
  await expect(page.mark(toll)).toBeInViewport()
  await expectWithinWidth(noor.page, 'article with the sheet')
  await expectAccessible(noor.page, 'article with the sheet')

  await page
    .section('Sources')
    .getByRole('button', { name: /^Add source/ })
    .tap()
  await page.inspector.getByLabel('Find in the library, or paste a link').fill('Parish book')
  await page.inspector.getByRole('button', { name: 'New source: Parish book' }).tap()
  await page.inspector.getByLabel('Where in the source').fill('p. 3')
  await expectWithinWidth(noor.page, 'form of a source')
  await page.inspector.getByRole('button', { name: 'Add to C1' }).tap()
  await expect(page.section('Sources').getByRole('listitem')).toContainText('p. 3')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).evidence).toHaveLength(1)
  await page.rating('Cannot confirm').tap()
  await page.why.fill('The parish book ends in May.')
  await page.inspector.getByRole('button', { name: 'Give verdict: Cannot confirm' }).tap()
  await page.expectSelected('C2')
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({ verdict: { rating: 'cannot-confirm' }, evidence: [{ locator: 'p. 3' }] })

  await page.inspector.getByRole('button', { name: 'Previous claim' }).tap()
  await page.expectSelected('C1')
  await page.inspector.getByRole('button', { name: 'Close' }).tap()
  await expect(page.inspector).toBeHidden()
})

test('PH31 on a phone: the list of claims opens from the foot, and an editor signs off in the sheet', async ({
  as,
}) => {
  const idris = await as('idris', phone)
  const article = await anArticle(idris)
  await aClaim(idris, article, toll, 'casualty')
  await aVerdict(await as('noor'), article, 'C1')
  const page = await open(idris, article)
  const foot = idris.page.getByRole('navigation', { name: 'Claims' })
  await foot.getByRole('button', { name: 'Claims' }).tap()
  await expect(page.row('C1')).toBeInViewport()
  await expectWithinWidth(idris.page, 'list of claims')
  await expectAccessible(idris.page, 'list of claims on a phone')
  await page.row('C1').tap()
  await page.expectSelected('C1')
  await page
    .section('Sign-off')
    .getByRole('button', { name: /^Sign off/ })
    .tap()
  await expect(page.section('Sign-off')).toContainText('Signed off by Idris Mbeki')
})

test(
  'PH32 no page scrolls sideways on a phone, and the desk says what its numbers count',
  { tag: '@long' },
  async ({ as, stranger }) => {
    const outside = await (await stranger(phone)).newPage()
    await outside.goto('/sign-in')
    await expect(outside.getByRole('button', { name: /^Noor Kassem/ })).toBeVisible()
    await expectWithinWidth(outside, 'sign-in')

    const noor = await as('noor', phone)
    const { title, text } = titled(
      'A long title that goes on and on and says everything twice, as titles late at night do',
    )
    const article = await anArticle(noor, { text, dueIn: 1 })
    await aClaim(noor, article, allegation, 'allegation')
    const desk = await openDesk(noor)
    await expect(desk.door(title, '1 allegation left')).toHaveText(/^1\s*allegation$/)
    await expectWithinWidth(noor.page, 'desk')
    await expectAccessible(noor.page, 'desk on a phone')
    await desk.door(title, '1 allegation left').tap()
    await expect(noor.page).toHaveURL(/show=allegations/)
    await noor.page.goto('/harbour/import')
    await expect(noor.page.getByRole('heading', { name: 'Bring an article in' })).toBeVisible()
    await expectWithinWidth(noor.page, 'import')
    await noor.page.getByRole('textbox', { name: 'The article’s text' }).fill(text)
    await noor.page.getByRole('button', { name: 'Continue' }).tap()
    await expect(noor.page.getByRole('heading', { name: 'As it will be' })).toBeVisible()
    await expectWithinWidth(noor.page, 'import preview')
    await noor.page.goto('/harbour/no/such/page')
    await expect(noor.page.getByText('There is nothing at this address')).toBeVisible()
    await expectWithinWidth(noor.page, 'not found')
  },
)

test('PH35 on a phone all commands open from the menu of the article, and one is done by a tap', async ({ as }) => {
  const noor = await as('noor', phone)
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const page = await open(noor, article, '?claim=C1')
  await page.expectSelected('C1')
  await noor.page.getByRole('button', { name: 'More of this article' }).tap()
  await noor.page.getByRole('menuitem', { name: 'All commands' }).tap()
  const commands = noor.page.getByRole('dialog', { name: 'All commands' })
  await expect(commands.getByRole('searchbox').or(commands.getByRole('textbox'))).toBeFocused()
  await expectWithinWidth(noor.page, 'all commands')
  await commands.getByRole('menuitem', { name: /^Next claim/ }).tap()
  await expect(commands).toBeHidden()
  await page.expectSelected('C2')
})

test('PH33 a narrow window has the claims in a drawer, and closing it gives the text back', async ({ as }) => {
  const noor = await as('noor', { viewport: { width: 900, height: 700 } })
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const page = await open(noor, article)
  await expect(page.inspector).toBeHidden()
  await page.pick('C1', toll)
  await expect(page.inspector).toBeInViewport()
  await expectWithinWidth(noor.page, 'drawer')
  await noor.page.keyboard.press('Escape')
  await expect(page.inspector).toBeHidden()
  await expect(page.text).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await page.expectSelected('C1')
})
