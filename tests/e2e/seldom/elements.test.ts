/** The elements of a claim: proposed from its words, checked with keys alone, seen at once by a second person, stale after a rewording. */
import { aClaim, anArticle, claimOf } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../people.ts'

test('EL1 EL2 EL3 a checker checks elements without a pointer, and everybody sees what was found in which words', async ({
  as,
}) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const article = await anArticle(noor)
  await aClaim(noor, article, 'The valley filled in eleven minutes', 'statistic')
  const page = await open(noor, article, '?claim=C1')
  const hers = await open(vera, article, '?claim=C1')
  const { keyboard } = noor.page
  await page.text.focus()
  await keyboard.press('l')
  const section = page.section('Elements')
  const figure = section.getByRole('radiogroup', { name: 'Figure' })
  await expect(figure.getByRole('radio', { name: 'Right' })).toBeFocused()
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(figure.getByRole('radio', { name: 'Wrong' })).toBeChecked()
  await expect(hers.section('Elements')).toContainText('Wrong')
  await section.getByRole('button', { name: 'More elements' }).focus()
  await keyboard.press('Enter')
  await expect(section.getByRole('radiogroup')).toHaveCount(5)
  await expectAccessible(noor.page, 'elements')
  await page.edit()
  await page.retype('eleven minutes', 'twelve minutes')
  await page.expectSaved()
  await expect(section).toContainText('found in other words')
  await expect(hers.section('Elements')).toContainText('found in other words')
  expect((await claimOf(noor, article, 'C1')).elements).toMatchObject([
    { element: 'figure', finding: 'wrong', words: 'The valley filled in eleven minutes' },
  ])
})
