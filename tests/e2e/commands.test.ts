import type { Page } from '@playwright/test'
import { aClaim, allegation, anArticle, aVerdict, claimOf, toll } from './article.ts'
import { type ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, type Person, test } from './people.ts'

const denial = 'Officials deny it.'

async function threeClaims(person: Person): Promise<string> {
  const article = await anArticle(person)
  await aClaim(person, article, toll, 'casualty')
  await aClaim(person, article, allegation, 'allegation')
  await aClaim(person, article, denial, 'quote')
  return article
}

const palette = (page: Page) => page.getByRole('dialog', { name: 'All commands' })
const findCommand = (page: Page) => palette(page).getByRole('searchbox').or(palette(page).getByRole('textbox'))

/** A key of another layout: what it writes, and where it lies. */
const press = (page: ArticlePage, key: string, code: string) => page.text.dispatchEvent('keydown', { key, code })

test('KB35 all commands: found by typing, done with the focus back in the text, and claims by number', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  await expect(page.text).toBeFocused()
  await page.expectSelected('C1')
  await keyboard.press('Control+k')
  await expect(findCommand(noor.page)).toBeFocused()
  await expectAccessible(noor.page, 'all commands')
  for (let step = 0; step < 30; step += 1) await keyboard.press('ArrowDown')
  await expect(palette(noor.page).locator('[role=menuitem][data-focused]')).toBeInViewport({ ratio: 1 })
  await keyboard.type('high')
  await expect(palette(noor.page).getByRole('menuitem')).toHaveText([/^High risk, or not\s*f$/])
  await keyboard.press('Enter')
  await expect(palette(noor.page)).toBeHidden()
  await expect(page.text).toBeFocused()
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ risk: 'normal' })

  await keyboard.press('Control+k')
  await expect(findCommand(noor.page)).toBeFocused()
  await keyboard.type('c3')
  await keyboard.press('Enter')
  await page.expectSelected('C3')
  await expect(page.text).toBeFocused()

  await keyboard.press('Control+k')
  await expect(findCommand(noor.page)).toBeFocused()
  await keyboard.type('why')
  await keyboard.press('Enter')
  await expect(page.why).toBeFocused()
  // From a field too; Escape gives the focus back to it, and what was typed is still there.
  await keyboard.type('Asked twice')
  await keyboard.press('Control+k')
  await expect(findCommand(noor.page)).toBeFocused()
  await keyboard.type('qqqq')
  await expect(palette(noor.page).getByText('Nothing of that name can be done here now.').first()).toBeVisible()
  await keyboard.press('Escape')
  await expect(palette(noor.page)).toBeHidden()
  await expect(page.why).toBeFocused()
  await expect(page.why).toHaveValue('Asked twice')
})

test('KB35 in Edit mode too, and whoever reads is offered nothing that changes', async ({ as }) => {
  const [noor, reader] = [await as('noor'), await as('vera')]
  const article = await threeClaims(noor)
  const page = await open(noor, article)
  await page.edit()
  await page.text.focus()
  await noor.page.keyboard.press('Control+k')
  await expect(findCommand(noor.page)).toBeFocused()
  await noor.page.keyboard.type('mark')
  await expect(palette(noor.page).getByRole('menuitem', { name: /^Mark the selection/ })).toBeVisible()
  await noor.page.keyboard.press('Escape')

  const hers = await open(reader, article, '?claim=C1')
  await hers.list.focus()
  await reader.page.keyboard.press('Control+k')
  await expect(palette(reader.page).getByRole('menuitem', { name: /^Next claim/ })).toBeVisible()
  await expect(palette(reader.page).getByRole('menuitem', { name: /^Mark|^Confirmed|^Talk/ })).toHaveCount(0)
})

test('KB36 keys of one’s own: a taken one is named and swapped, used, listed, and put back', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  await noor.page.goto('/profile')
  const { page } = noor
  await page.getByRole('button', { name: 'Change the key of “High risk, or not”, now f' }).click()
  await page.keyboard.press('j')
  await expect(page.getByText('j is taken by “Next claim”.')).toBeVisible()
  await page.getByRole('button', { name: 'Swap them' }).click()
  await expect(page.getByRole('button', { name: 'Change the key of “Next claim”, now f' })).toBeVisible()
  await expectAccessible(page, 'keys of one’s own')

  const desk = await open(noor, article, '?claim=C1')
  await desk.expectSelected('C1')
  await page.keyboard.press('j')
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ risk: 'normal' })
  await page.keyboard.press('f')
  await desk.expectSelected('C2')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText(/f\s*Next claim/)
  await page.getByRole('link', { name: 'Change keys' }).click()
  await page.getByRole('button', { name: 'All keys as they were' }).click()
  await expect(page.getByRole('button', { name: 'Change the key of “Next claim”, now j' })).toBeVisible()
})

test('KB36 one-key verbs can be off, and a verdict need not lead on', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  const { page } = noor
  await page.goto('/profile')
  await page.getByRole('checkbox', { name: /^Go on after a verdict/ }).press('Space')
  const desk = await open(noor, article, '?claim=C1')
  await desk.expectSelected('C1')
  await page.keyboard.press('1')
  await desk.expectRow('C1', 'Casualty count, Confirmed')
  await desk.expectSelected('C1')

  await page.goto('/profile')
  await page.getByRole('checkbox', { name: /^Keys of one letter/ }).press('Space')
  await open(noor, article, '?claim=C2')
  await expect(desk.text).toBeFocused()
  await page.keyboard.press('1')
  await page.keyboard.press('j')
  await page.keyboard.press('F6')
  await expect(desk.list).toBeFocused()
  await desk.expectSelected('C2')
  expect((await claimOf(noor, article, 'C2')).verdict).toBeNull()
})

test('KB37 the next reworded, the last verdict again, what is found, and pages, by key', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  await aVerdict(noor, article, 'C3')
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  await page.edit()
  await page.retype('Officials deny', 'Nobody denies')
  await keyboard.press('Escape')
  await page.expectRow('C3', 'Quote, .*Wording changed', 'Nobody denies it.')
  await keyboard.press('u')
  await page.expectSelected('C3')

  await keyboard.press('k')
  await page.expectSelected('C2')
  await keyboard.press('.')
  await expect(noor.page.getByText('You have given no verdict here yet.').first()).toBeVisible()
  await keyboard.press('4')
  await expect(page.why).toBeFocused()
  await keyboard.type('No paper says so.')
  await keyboard.press('Control+Enter')
  await page.expectSelected('C3')
  await keyboard.press('.')
  await expect
    .poll(() => claimOf(noor, article, 'C3'))
    .toMatchObject({ verdict: { rating: 'cannot-confirm', why: 'No paper says so.' } })

  await keyboard.press('/')
  await expect(noor.page.getByRole('searchbox', { name: 'Find in claims' })).toBeFocused()
  await keyboard.type('gate')
  await expect(noor.page).toHaveURL(/find=gate/)
  await expect(page.row('C3')).toBeHidden()
  await keyboard.press('Enter')
  await page.expectSelected('C2')
  await keyboard.press('Escape')
  await expect(page.text).toBeFocused()

  await keyboard.press('g')
  await keyboard.press('s')
  await expect(noor.page).toHaveURL(/\/harbour\/sources/)
})

test('KB38 on an Urdu keyboard the place of a key decides, for two keys in a row too', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  const page = await open(noor, article, '?claim=C1')
  await page.expectSelected('C1')
  await press(page, 'ج', 'KeyJ')
  await page.expectSelected('C2')
  await press(page, '۱', 'Digit1')
  await page.expectRow('C2', 'Allegation, Confirmed')
  await press(page, 'گ', 'KeyG')
  await press(page, 'ڈ', 'KeyD')
  await expect(noor.page).toHaveURL(/\/harbour\/?$/)
})

test('AT7 a link pasted on the desk is a source for the selected claim', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  const page = await open(noor, article, '?claim=C1')
  await page.expectSelected('C1')
  await page.text.evaluate((text) => {
    const data = new DataTransfer()
    data.setData('text/plain', 'https://coastguard.example/log')
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(noor.page.getByLabel('Find in the library, or paste a link')).toHaveValue(
    'https://coastguard.example/log',
  )
})

test('CL8 ⌫ begins to withdraw the selected claim, and Enter does it', async ({ as }) => {
  const noor = await as('noor')
  const article = await threeClaims(noor)
  const page = await open(noor, article, '?claim=C1')
  await expect(page.text).toBeFocused()
  await page.expectSelected('C1')
  await noor.page.keyboard.press('Backspace')
  await expect(page.inspector.getByLabel('Why is it withdrawn? (optional)')).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ standing: 'withdrawn' })
})

test('AT8 z undoes one’s own decisions one by one, says what, and leaves the text alone', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await threeClaims(noor)
  await aVerdict(idris, article, 'C1', { rating: 'confirmed' })
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  const words = await page.words()
  await expect(page.text).toBeFocused()
  await keyboard.press('6')
  await page.expectRow('C1', 'Casualty count, Author’s word only')
  await page.expectSelected('C2')
  await keyboard.press('f')
  await expect.poll(() => claimOf(noor, article, 'C2')).toMatchObject({ risk: 'normal' })

  await keyboard.press('z')
  await expect(noor.page.getByText('Risk of C2 undone. The text is as it was.').first()).toBeVisible()
  await expect.poll(() => claimOf(noor, article, 'C2')).toMatchObject({ risk: 'high' })
  await keyboard.press('z')
  await expect(noor.page.getByText('Verdict on C1 undone. The text is as it was.').first()).toBeVisible()
  await page.expectSelected('C1')
  // The one it had taken the place of stands again, as the other person gave it.
  await page.expectRow('C1', 'Casualty count, Confirmed')
  await keyboard.press('z')
  await expect(noor.page.getByText('You have decided nothing here that can be undone.').first()).toBeVisible()

  await keyboard.press('0')
  await page.expectRow('C1', 'Casualty count, Open')
  await keyboard.press('z')
  await expect(noor.page.getByText('What was decided on C1 is not undone.').first()).toBeVisible()
  expect(await page.words()).toBe(words)
  await expect(page.text).toBeFocused()
})
