/** Claims repaired on the desk, by pointer and by keyboard: put on other words, merged, split; and what a date claim means. */
import { aClaim, anArticle, aVerdict, claimOf, claimsOf, damParagraphs, toll } from '../article.ts'
import { type ArticlePage, open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, type Person, test } from '../people.ts'
import { dragOver } from '../words.ts'

const oldest = 'It is the oldest dam in the country'

/** Takes the claim's words away, waits until the desk says so, and writes others at the end of the paragraph. */
async function lose(page: ArticlePage, claim: string, words: string, by: string): Promise<void> {
  await page.edit()
  await dragOver(page.text, words)
  await page.page.keyboard.press('Delete')
  await page.expectRow(claim, '.*Detached')
  await page.page.keyboard.press('End')
  await page.page.keyboard.type(by)
  await page.expectSaved()
  await page.mode('Check').click()
}

const told = async (person: Person, article: string, claim: string) => {
  const { entries } = await person.ask<{ entries: { type: string }[] }>(
    'GET',
    `articles/${article}/claims/${claim}/history`,
  )
  return entries.map(({ type }) => type)
}

test('RP1 a detached claim is put on the words that were guessed, and a second person sees it there', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  const page = await open(noor, article, '?claim=C1')
  const his = await open(karim, article, '?claim=C1')
  await lose(page, 'C1', oldest, ' It is one of the oldest dams in the country')
  await page.pickRow('C1')
  await expect(page.section('Where its words stood')).toContainText(oldest)
  const guess = page.section('Where they may stand now')
  await expect(guess.getByRole('strong')).toContainText('oldest dams in the country')
  await expectAccessible(noor.page, 'a detached claim')
  await guess.getByRole('button', { name: 'Put it there' }).click()
  await page.expectRow('C1', 'Superlative, .*')
  await expect(his.mark('oldest dams in the country')).toBeVisible()
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ place: 'reworded' })
  // The words are back a moment before the history tells who put the claim there.
  await expect.poll(async () => (await told(noor, article, 'C1'))[0]).toBe('claim-relinked')
})

test('RP1 a detached claim is put on words selected in the text, by the bar beside them and by the key p', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  await aClaim(noor, article, 'Officials deny it', 'quote')
  const page = await open(noor, article)
  await lose(page, 'C1', oldest, ' So they say')
  await page.pickRow('C1')
  await dragOver(page.text, 'So they say')
  await noor.page.getByRole('toolbar', { name: 'Selected words for C1' }).getByRole('button').click()
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ words: 'So they say', place: 'reworded' })
  // The same paragraph is dragged over next: its new mark has to be drawn by then.
  await expect(page.mark('So they say')).toBeVisible()
  await lose(page, 'C2', 'Officials deny it', ' Nobody admits it')
  await page.pickRow('C2')
  await dragOver(page.text, 'Nobody admits it')
  await noor.page.keyboard.press('p')
  await expect.poll(() => claimOf(noor, article, 'C2')).toMatchObject({ words: 'Nobody admits it' })
})

test('RP2 RP4 a claim is merged into the one over the same words, by keyboard', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, 'several hundreds', 'casualty')
  const page = await open(noor, article, '?claim=C3')
  await page.inspector.getByRole('button', { name: 'Merge into…' }).focus()
  await noor.page.keyboard.press('Enter')
  const dialog = noor.page.getByRole('dialog', { name: 'Merge C3 into another claim' })
  await expect(dialog.getByRole('radio').first()).toBeFocused()
  await expect(dialog.getByRole('radio').first()).toHaveAccessibleName(/^C2 /)
  await expectAccessible(noor.page, 'merging')
  await noor.page.keyboard.press('Space')
  await noor.page.keyboard.press('Enter')
  await page.expectSelected('C2')
  await expect.poll(() => claimOf(noor, article, 'C3')).toMatchObject({ standing: 'withdrawn' })
  const merged = await open(noor, article, '?claim=C3')
  await expect(merged.inspector).toContainText('Merged into C2.')
  await merged.inspector.getByRole('button', { name: 'Go to C2' }).click()
  await merged.expectSelected('C2')
})

test('RP3 a claim that is two is split, by keyboard, and a second person sees both', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  const [, , paragraph] = damParagraphs
  const words = paragraph.slice(0, paragraph.indexOf(' It is'))
  await aClaim(noor, article, words, 'allegation')
  await aVerdict(noor, article, 'C1')
  const page = await open(noor, article, '?claim=C1')
  const his = await open(karim, article)
  await page.inspector.getByRole('button', { name: 'Split…' }).click()
  const dialog = noor.page.getByRole('dialog', { name: 'Split C1 in two' })
  await dialog.getByRole('radio', { name: 'Officials' }).focus()
  await noor.page.keyboard.press('Space')
  await expect(dialog).toContainText(
    'C1 keepsTwo engineers allegedly sold the spare gate in 1991.New claimOfficials deny it.',
  )
  await expectAccessible(noor.page, 'splitting')
  await noor.page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await his.expectRow('C1', 'Allegation, Wording changed')
  await his.expectRow('C2', '.*Open', 'Officials deny it.')
  expect((await claimsOf(noor, article)).map((claim) => claim.words)).toEqual([
    'Two engineers allegedly sold the spare gate in 1991.',
    'Officials deny it.',
  ])
})

test('RD2 a date claim says what its words mean by the publication date, and that it has none without', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, 'meets again on Friday', 'date')
  const page = await open(noor, article, '?claim=C1')
  const dates = page.section('By the publication date')
  await expect(dates).toContainText(/“on Friday” = Friday,? 11 March 2016/)
  await expect(dates).toContainText(/Published Sunday,? 13 March 2016\./)
  await aVerdict(noor, article, 'C1')
  await noor.ask('PATCH', `articles/${article}`, { publicationDate: '2016-03-20' })
  await expect(page.inspector.getByRole('region', { name: 'The publication date changed' })).toBeVisible()
  await expect(dates).toContainText(/Friday,? 18 March 2016/)
  await noor.ask('PATCH', `articles/${article}`, { publicationDate: null })
  await expect(dates).toContainText('this article has none')
})
