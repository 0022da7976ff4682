/**
 * A real political long read, pasted as it was found and checked by keys. The article itself is not in this repository, and no more of
 * it is quoted here than finds a place in it.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { claimOf, claimsOf, textOf } from '../article.ts'
import { ArticlePage, open } from '../article-page.ts'
import { paste } from '../clipboard.ts'
import { expect, type Person, test } from '../people.ts'
import { caretBefore, selectByKeys } from '../words.ts'

const file = path.resolve(process.env['ARTICLES'] ?? '', 'wheres-the-real-mqm.txt')
const count = (text: string, character: string): number => text.split(character).length - 1

/** Pastes the article, and gives what was pasted. */
async function pasted(person: Person): Promise<string> {
  const text = await readFile(file, 'utf8')
  await person.page.goto('/harbour/import')
  await expect(person.page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
  await paste(person.page, { text })
  await expect(person.page.getByRole('heading', { name: 'As it will be' })).toBeFocused()
  return text
}

async function started(person: Person): Promise<{ id: string; page: ArticlePage }> {
  await person.page.keyboard.press('Control+Enter')
  await expect(person.page).toHaveURL(/\/articles\/[0-9a-f-]{36}/)
  const page = new ArticlePage(person.page)
  await expect(page.text).toBeVisible()
  return { id: person.page.url().slice(-36), page }
}

test('RA1 title, date line and deck of the real article are recognised, and every other character is kept', async ({
  as,
}) => {
  const noor = await as('noor')
  const original = await pasted(noor)
  const [title = '', , , , deck = ''] = original.split('\n')

  const preview = noor.page.getByRole('region', { name: 'As it will be' })
  await expect(preview.getByRole('heading', { name: title })).toHaveCount(1)
  await expect(preview.locator('[data-deck]')).toHaveText(deck)
  await expect(noor.page.getByLabel('Publication date')).toHaveValue('2016-03-13')
  const notes = noor.page.getByRole('region', { name: 'What we changed or could not bring' }).getByRole('listitem')
  await expect(
    notes.filter({ hasText: /^The title stood (?:twice|3 times) in the text\. It is kept once\.$/ }),
  ).toHaveCount(1)
  await expect(notes.filter({ hasText: '“March 13, 2016” is now the publication date' })).toHaveCount(1)
  await expect(notes.filter({ hasText: 'The paragraph below the title is taken for the standfirst.' })).toHaveCount(1)

  const { id } = await started(noor)
  const text = await textOf(noor, id)
  expect([count(text, '’'), count(text, '"'), count(text, '--')]).toEqual([25, 32, 5])
  // What was pasted, without the date line and the repeated title: nothing else differs.
  const [first = '', ...others] = original.split('\n').filter((line) => line !== '')
  const kept = [first, ...others.filter((line) => line !== title && line !== 'March 13, 2016')]
  expect(text.split('\n')).toEqual(kept)
})

test('RA2 an evening on the real article: twelve claims by keys, a nested one, verdicts, a rewording, a sign-off', async ({
  as,
}) => {
  const [noor, rafi, idris] = [await as('noor'), await as('rafi'), await as('idris')]
  await pasted(noor)
  const { id, page } = await started(noor)
  const { keyboard } = noor.page
  await page.text.focus()

  // The first sentence of each paragraph, with the kind that is guessed.
  const paragraphs = (await page.words()).split('\n').slice(2, 14)
  for (const [index, paragraph] of paragraphs.entries()) {
    await caretBefore(page.text, paragraph.slice(0, 40))
    await keyboard.press('s')
    await keyboard.press('m')
    await expect(page.kinds.locator(':focus')).toHaveCount(1)
    await keyboard.press('Enter')
    await page.expectSelected(`C${index + 1}`)
  }
  await page.expectCount('All', 12)

  // The casualty range stands inside no first sentence; the sentence around it is marked too.
  const toll = 'several hundreds, some say, thousands, perished'
  await selectByKeys(page.text, toll)
  await keyboard.press('m')
  await expect(page.kinds.getByRole('menuitemradio', { name: 'Casualty count' })).toBeFocused()
  await keyboard.press('Enter')
  await page.expectSelected('C13')
  await caretBefore(page.text, 'Karachi bled')
  await keyboard.press('s')
  await keyboard.press('m')
  await expect(page.kinds.locator(':focus')).toHaveCount(1)
  await keyboard.press('h')
  await keyboard.press('Enter')
  await page.expectSelected('C14')
  const marked = await claimsOf(noor, id)
  expect(marked).toHaveLength(14)
  expect(marked.every(({ place, doubled }) => place === 'placed' && doubled === 0)).toBe(true)

  for (const [claim, key] of Object.entries({ C3: '1', C4: '6', C5: '7', C6: '1' })) {
    await page.pickRow(claim)
    await page.list.focus()
    await keyboard.press(key)
  }
  await page.expectCount('Done', 4)
  await page.pickRow('C13')
  await page.list.focus()
  await keyboard.press('4')
  await expect(page.why).toBeFocused()
  await keyboard.type('No count names a source.')
  await keyboard.press('Control+Enter')
  await page.expectRow('C13', 'Casualty count, Cannot confirm', toll)

  const editor = await open(idris, id, '?claim=C13')
  await editor.list.focus()
  await idris.page.keyboard.press('v')
  // With the words right after it, it waits for the server no more: a signature that came after the edit would be refused.
  await editor.expectRow('C13', 'Casualty count, Cannot confirm, Signed off', toll)

  // The reporter changes one word: both claims over it are other words now, and the sign-off no longer counts.
  const reporter = await open(rafi, id)
  await reporter.retype('thousands', 'hundreds more')
  await reporter.expectSaved()
  await editor.expectRow('C13', 'Casualty count, Wording changed', toll.replace('thousands', 'hundreds more'))
  await editor.expectRow('C14', 'History, Open', 'Karachi bled and several hundreds, some say, hundreds more')
  expect(await claimOf(noor, id, 'C13')).toMatchObject({ signOff: { counts: false }, place: 'reworded' })
  await page.expectRow('C13', 'Casualty count, Wording changed', toll.replace('thousands', 'hundreds more'))
  await page.pickRow('C13')
  await page.list.focus()
  await keyboard.press('=')
  await page.expectRow('C13', 'Casualty count, Cannot confirm')
  await noor.page.goto('/harbour')
  await expect(noor.page.getByRole('rowheader').first()).toBeVisible()
  await expect
    .poll(async () => (await claimsOf(noor, id)).filter(({ standing }) => standing === 'judged').length)
    .toBe(5)
})
