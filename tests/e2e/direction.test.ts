import { aClaim, anArticle, aVerdict, textOf } from './article.ts'
import { open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { openDesk } from './desk-page.ts'
import { expect, type Person, test } from './people.ts'
import { expectWithinWidth } from './sideways.ts'
import { dragOver } from './words.ts'

const urduTitle = 'پل ٹوٹنے کی رات'
const urdu = [
  urduTitle,
  'دریا کے کنارے کم از کم 17 افراد ہلاک ہوئے، ضلعی دفتر نے جمعرات کی رات بتایا۔ عملے کا کہنا ہے کہ گنتی ابھی جاری ہے۔',
  '"ہمیں کسی نے نہیں بتایا،" ایک چوکیدار نے کہا جس نے اپنا نام ظاہر نہیں کیا۔',
].join('\n\n')

async function inPseudo(person: Person): Promise<void> {
  const { page } = person
  await page.goto('/harbour')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitemradio', { name: 'Right-to-left test' }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
}

test('RT30 an Urdu article reads from the right in a left-to-right page, and is marked by dragging over it', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor, { text: urdu })
  const page = await open(noor, article)
  await expect(noor.page.locator('html')).toHaveAttribute('dir', 'ltr')
  await expect(page.text).toHaveAttribute('lang', 'ur')
  expect(
    await page.text
      .locator('p')
      .first()
      .evaluate((block) => getComputedStyle(block).direction),
  ).toBe('rtl')
  const words = 'کم از کم 17 افراد ہلاک ہوئے'
  await dragOver(page.text, words)
  await page.markButton.click()
  await page.kinds.getByRole('menuitemradio', { name: 'Casualty count' }).click()
  await page.expectRow('C1', 'Casualty count, Open', words)
  await expectWithinWidth(noor.page, 'Urdu article')
  await expectAccessible(noor.page, 'Urdu article')
  await page.edit()
  await page.retype('17', '19')
  await expect(page.row('C1')).toHaveAccessibleName(new RegExp('کم از کم 19 افراد'))
  await page.expectSaved()
  expect(await textOf(noor, article)).toBe(urdu.replaceAll('\n\n', '\n').replace('17', '19'))
})

test(
  'RT31 the interface the other way round: every page fits, and axe finds nothing',
  { tag: '@long' },
  async ({ as }) => {
    const idris = await as('idris')
    const article = await anArticle(idris, { text: urdu })
    await aClaim(idris, article, '17', 'casualty')
    await aVerdict(await as('noor'), article, 'C1')
    await inPseudo(idris)
    await expectWithinWidth(idris.page, 'desk')
    await expectAccessible(idris.page, 'desk')
    await idris.page.goto('/harbour/import')
    await expect(idris.page.getByRole('textbox')).toBeFocused()
    await expectWithinWidth(idris.page, 'import')
    await idris.page.goto(`/harbour/articles/${article}?claim=C1`)
    await expect(idris.page.getByRole('option', { selected: true })).toBeVisible()
    await expect(idris.page.locator('html')).toHaveAttribute('dir', 'rtl')
    await expectWithinWidth(idris.page, 'article')
    await expectAccessible(idris.page, 'article')
    await idris.page.setViewportSize({ width: 390, height: 844 })
    await expectWithinWidth(idris.page, 'article on a phone')
    await idris.page.goto('/harbour')
    await expect(idris.page.getByRole('table')).toBeVisible()
    await expectWithinWidth(idris.page, 'desk on a phone')
  },
)

test('RT32 theme and language are remembered by this browser and shared by its tabs', async ({ as }) => {
  const noor = await as('noor')
  await openDesk(noor)
  const other = await noor.context.newPage()
  await other.goto('/harbour')
  await expect(other.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  await noor.page.getByRole('button', { name: /^Account of/ }).click()
  await noor.page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await noor.page.reload()
  await expect(noor.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await noor.page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark')
})
