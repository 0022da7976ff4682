/** Words that a verdict proposes: written with the keyboard, found by their count, put in the text one by one and together. */
import { aClaim, anArticle, claimOf, textOf, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, test } from '../people.ts'

const oldest = 'It is the oldest dam in the country'

test('WF1 WF3 WF4 a checker proposes other words by keyboard, and a reporter puts them in from the list of fixes', async ({
  as,
}) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, oldest, 'superlative')
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  await page.text.focus()
  await keyboard.press('2')
  const field = page.inspector.getByRole('textbox', { name: 'How it should read' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(toll)
  await keyboard.press('ControlOrMeta+a')
  await keyboard.type('four hundred and twelve perished')
  await expectAccessible(noor.page, 'proposing other words')
  await keyboard.press('ControlOrMeta+Enter')
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({
      verdict: { rating: 'confirmed-with-change', proposed: 'four hundred and twelve perished', why: null },
    })

  const his = await open(rafi, article, '?claim=C1')
  const door = his.door('Wording fixes')
  await expect(door).toHaveAccessibleName('Wording fixes, 1')
  await door.focus()
  await rafi.page.keyboard.press('Enter')
  const dialog = rafi.page.getByRole('dialog', { name: 'Wording fixes' })
  await expect(dialog.getByRole('deletion').first()).toBeVisible()
  await expectAccessible(rafi.page, 'the wording fixes')
  await dialog.getByRole('button', { name: 'Put it in the text: C1' }).focus()
  await rafi.page.keyboard.press('Enter')
  await expect(dialog).toContainText('No wording fixes are left.')
  await rafi.page.keyboard.press('Escape')
  await page.expectWords('four hundred and twelve perished')
  expect(await textOf(noor, article)).not.toContain(toll)
  expect(await claimOf(noor, article, 'C1')).toMatchObject({ standing: 'judged', place: 'placed' })
})

test('WF3 WF5 an editor puts all fixes in at once; one whose words were changed says so and stays', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  for (const [exact, proposed] of [
    [toll, 'four hundred and twelve perished'],
    [oldest, 'It is one of the oldest dams in the country'],
  ] as const) {
    const { id } = await aClaim(noor, article, exact, 'other')
    const given = { wordsSeen: exact, verdictSeen: null, rating: 'confirmed-with-change', proposed }
    await noor.ask('POST', `articles/${article}/claims/${id}/verdicts`, given)
  }
  const page = await open(idris, article, '?claim=C2')
  await expect(page.section('Verdict').getByRole('button', { name: 'Put it in the text' })).toBeVisible()
  await page.edit()
  await page.retype('oldest dam', 'largest dam')
  await page.expectSaved()
  await page.mode('Check').click()
  await page.expectRow('C2', 'Other, Wording changed')
  await page.door('Wording fixes').click()
  const dialog = idris.page.getByRole('dialog', { name: 'Wording fixes' })
  await expect(dialog.getByRole('listitem').nth(1)).toContainText('changed since they were judged')
  await dialog.getByRole('button', { name: 'Put it in', exact: true }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await idris.page.keyboard.press('Escape')
  await page.expectWords('four hundred and twelve perished')
  await page.expectCount('Wording fixes', 1)
})
