/** Quotes on the desk: said and true, by keys; who says so; the history by keys; and a sign-off that its editor takes back. */
import { aClaim, anArticle, aVerdict, claimOf } from './article.ts'
import { open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './people.ts'

const words = 'We were told it would hold'

test('QT1 QT2 KY8 a checker says by keys that a quote was said and is not true, and everybody sees both', async ({
  as,
}) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const article = await anArticle(noor)
  await aClaim(noor, article, words, 'quote')
  const page = await open(noor, article, '?claim=C1')
  const hers = await open(vera, article, '?claim=C1')
  await expect(hers.section('Verdict')).toContainText('Nobody has said yet whether it is true.')
  const { keyboard } = noor.page
  await page.expectSelected('C1')
  await expect(page.section('Verdict').getByRole('heading', { name: 'True?' })).toBeVisible()
  await page.text.focus()
  await keyboard.press('Shift+Digit5')
  const why = page.inspector.getByRole('textbox', { name: 'Why true, or not' })
  await expect(why).toBeFocused()
  await keyboard.type('The log of 1990 warns of it.')
  await keyboard.press('ControlOrMeta+Enter')
  await expect(why).toHaveCount(0)
  const chosen = page.section('Verdict').getByRole('group', { name: 'Say whether it is true' })
  await expect(chosen.getByRole('button', { name: 'Wrong', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.text.focus()
  await keyboard.press('1')
  await page.expectRow('C1', 'Quote, Confirmed')
  await expect(hers.section('Verdict')).toContainText('The log of 1990 warns of it.')
  await expectAccessible(noor.page, 'quote')
  await page.text.focus()
  await keyboard.press('Shift+Digit0')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).truth).toBeNull()
  await keyboard.press('z')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).truth?.rating).toBe('wrong')
})

test('AS1 AS2 the speaker of a quote is named with their terms, and a name that is missing is asked for', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, words, 'quote')
  const page = await open(noor, article, '?claim=C1')
  await page.inspector.getByRole('button', { name: 'Not said' }).click()
  const dialog = noor.page.getByRole('dialog', { name: 'Who says C1' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('Say who says so, by name.')
  await expectAccessible(noor.page, 'asserter')
  await dialog.getByRole('combobox', { name: 'Name' }).fill('Joan Arbel')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.inspector.getByRole('button', { name: 'Joan Arbel, on record' })).toBeVisible()
  await expect
    .poll(async () => (await claimOf(noor, article, 'C1')).asserter)
    .toEqual({ kind: 'person', name: 'Joan Arbel', terms: 'on-record' })
})

test('SO7 QT4 an editor signs off both findings, and takes the sign-off back with a key', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, words, 'quote')
  await aVerdict(noor, article, 'C1')
  const page = await open(idris, article, '?claim=C1')
  await expect(page.section('Sign-off')).toContainText('Say first whether what is quoted is true')
  await noor.ask('POST', `articles/${article}/claims/C1/truth`, { wordsSeen: words, rating: 'not-checkable' })
  await page
    .section('Sign-off')
    .getByRole('button', { name: /^Sign off/ })
    .click()
  await expect(page.section('Sign-off')).toContainText('Signed off by Idris Mbeki')
  await page.expectRow('C1', 'Quote, Confirmed, Signed off')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).standing).toBe('signed')
  await page.list.focus()
  await idris.page.keyboard.press('Shift+V')
  await page.expectRow('C1', 'Quote, Confirmed')
  await expect(page.section('Sign-off').getByRole('button', { name: /^Sign off/ })).toBeVisible()
})

test('KY7 two keys go through the history of a claim while the text keeps the focus', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, words, 'quote')
  await aVerdict(noor, article, 'C1')
  const page = await open(noor, article, '?claim=C1')
  await page.expectRow('C1', 'Quote, Confirmed')
  await expect(page.section('Verdict')).toBeVisible()
  await page.text.focus()
  const { keyboard } = noor.page
  const shown = page.inspector.locator('li[aria-current]')
  await keyboard.press('[')
  await expect(shown).toContainText('gave the verdict')
  await keyboard.press('[')
  await expect(shown).toContainText('marked')
  await keyboard.press('[')
  await expect(shown).toContainText('marked')
  await keyboard.press(']')
  await expect(shown).toContainText('gave the verdict')
  await page.inspector.getByRole('button', { name: 'Earlier change' }).click()
  await expect(shown).toContainText('marked')
})
