import { aClaim, allegation, anArticle, aVerdict, damPaste, toll } from './article.ts'
import { open, rowName } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { paste } from './clipboard.ts'
import { expect, test } from './people.ts'
import { expectReadable } from './readable.ts'
import { dragOver } from './words.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `AX30 axe finds nothing at sign-in, on the desk and on the way in, ${colorScheme}`,
    { tag: '@long' },
    async ({ as, stranger }) => {
      const outside = await (await stranger({ colorScheme })).newPage()
      await outside.goto('/sign-in')
      await outside.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(outside.getByText('Write your password.')).toBeVisible()
      await expectAccessible(outside, 'sign-in with something missing')

      const { page } = await as('noor', { colorScheme })
      await page.goto('/harbour')
      await expect(page.getByRole('table')).toBeVisible()
      await expectAccessible(page, 'newsroom desk')
      await page.getByRole('button', { name: 'Account of Noor Kassem' }).click()
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
      await expectAccessible(page, 'account menu')
      await page.goto('/harbour?find=nothing-is-called-so')
      await expect(page.getByText('No article fits these filters.')).toBeVisible()
      await expectAccessible(page, 'desk on which nothing fits')

      await page.goto('/harbour/import')
      await expect(page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
      await expectAccessible(page, 'import, empty')
      await paste(page, { text: damPaste })
      await expect(page.getByRole('heading', { name: 'As it will be' })).toBeVisible()
      await expectAccessible(page, 'import, preview')
      await page.goto('/harbour/nowhere/at/all')
      await expect(page.getByText('There is nothing at this address')).toBeVisible()
      await expectAccessible(page, 'not found')
    },
  )

  test(
    `AX31 axe finds nothing on the article desk, in any of its states, ${colorScheme}`,
    { tag: '@long' },
    async ({ as }) => {
      const idris = await as('idris', { colorScheme })
      const article = await anArticle(idris)
      await aClaim(idris, article, toll, 'casualty')
      await aClaim(idris, article, allegation, 'allegation')
      await aVerdict(await as('noor'), article, 'C1', { rating: 'needs-context', why: 'By whose count?' })
      const page = await open(idris, article)
      await expect(page.row('C2')).toBeVisible()
      await expectAccessible(idris.page, 'no claim selected')
      await page.pick('C1', toll)
      await expectAccessible(idris.page, 'a judged claim selected')
      await page
        .section('Sources')
        .getByRole('button', { name: /^Add source/ })
        .click()
      await page.inspector.getByRole('button', { name: 'New source', exact: true }).click()
      await page.inspector.getByRole('button', { name: 'Add to C1' }).click()
      await page.rating('Wrong').click()
      await page.inspector.getByRole('button', { name: 'History' }).click()
      await expectAccessible(idris.page, 'a claim with every form open')

      await dragOver(page.text, 'Officials deny it.')
      await expect(page.markButton).toBeVisible()
      await expectAccessible(idris.page, 'words selected')
      await page.markButton.click()
      await expect(page.kinds).toBeVisible()
      await expectAccessible(idris.page, 'menu of kinds')
      await idris.page.keyboard.press('Escape')
      await page.edit()
      await page.retype('thousands', 'hundreds more')
      await page.expectRow('C1', 'Casualty count, Wording changed')
      await page.pickRow('C1')
      await expectAccessible(idris.page, 'a reworded claim, in Edit mode')
      await page.bar.getByRole('button', { name: 'List of keys' }).click()
      await expect(idris.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
      await expectAccessible(idris.page, 'list of keys')
    },
  )
}

test('AX32 what happens is spoken: a mark, a verdict, and what somebody else does to the selected claim', async ({
  as,
}) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const article = await anArticle(noor)
  const page = await open(noor, article)
  const spoken = noor.page.locator('[aria-live="polite"]')
  await page.markByPointer(toll, 'Casualty count')
  await expect(spoken).toHaveText('Marked: Casualty count.')
  await page.expectSelected('C1')
  await page.rating('Confirmed').click()
  await expect(spoken).toHaveText('C1: Confirmed.')
  await page.pickRow('C1')
  await (await open(rafi, article)).retype('thousands', 'dozens')
  await expect(spoken).toHaveText('C1: the wording changed.')
})

test('AX33 each mark names its row in the list, and each row its claim', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const page = await open(noor, article)
  const row = await page.mark(toll).getAttribute('aria-details')
  expect(row).not.toBeNull()
  await expect(noor.page.locator(`[id="${row}"]`)).toHaveAccessibleName(rowName('C1', 'Casualty count, Open', toll))
  await page.list.focus()
  await noor.page.keyboard.press('ArrowDown')
  await expect(page.list).toHaveAttribute('aria-activedescendant', row ?? '')
  await expect(page.row('C1')).toHaveAttribute('aria-selected', 'true')
})

test(
  'AX34 with forced colours every word of a control can be read, dark and light',
  { tag: '@long' },
  async ({ as }) => {
    const article = await anArticle(await as('noor'))
    await aClaim(await as('noor'), article, allegation, 'allegation')
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await as('noor', { forcedColors: 'active', colorScheme })
      await page.goto('/harbour?show=allegations')
      await expect(page.getByRole('table')).toBeVisible()
      await expectReadable(page, `desk, ${colorScheme}`)
      await page.goto(`/harbour/articles/${article}?claim=C1`)
      await expect(page.getByRole('option', { selected: true })).toBeVisible()
      await expectReadable(page, `article, ${colorScheme}`)
      await page.goto('/harbour/import')
      await expect(page.getByRole('heading', { name: 'Bring an article in' })).toBeVisible()
      await expectReadable(page, `import, ${colorScheme}`)
    }
  },
)
