/** Claims whose words changed only in how they are set: named so, and waved through together, each with a decision of its own. */
import { aClaim, anArticle, aVerdict, claimOf } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../people.ts'

test('TY1 TY2 typographic changes are affirmed together by keyboard, and another wording is left to be judged', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, '“We were told it would hold,”', 'quote')
  await aClaim(noor, article, 'in eleven minutes', 'statistic')
  await aClaim(noor, article, 'It is the oldest dam in the country', 'superlative')
  for (const claim of ['C1', 'C2', 'C3']) await aVerdict(noor, article, claim)
  const page = await open(noor, article, '?claim=C1')
  await page.edit()
  await page.retype('“We', '"We')
  await page.retype('eleven minutes', 'twelve minutes')
  await page.retype('oldest dam', 'Oldest Dam')
  await page.expectSaved()
  await page.mode('Check').click()
  await page.expectRow('C3', 'Superlative, Wording changed')
  await expect(page.inspector).toContainText('Typographic only')
  const door = page.door('Typographic changes')
  await expect(door).toHaveAccessibleName('Typographic changes, 2')
  await door.focus()
  await noor.page.keyboard.press('Enter')
  const dialog = noor.page.getByRole('dialog', { name: 'Typographic changes' })
  await expect(dialog.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(noor.page, 'the typographic changes')
  await expect(dialog.getByRole('button', { name: 'All 2 still hold' })).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  for (const claim of ['C1', 'C3']) {
    await expect.poll(() => claimOf(noor, article, claim)).toMatchObject({ standing: 'judged', place: 'placed' })
    const { entries } = await noor.ask<{ entries: { type: string; words: string | null }[] }>(
      'GET',
      `articles/${article}/claims/${claim}/history`,
    )
    expect(entries[0]).toMatchObject({ type: 'still-held' })
  }
  await page.expectRow('C2', '.*, Wording changed')
})
