/** The first night of somebody new, on an empty Tickmark of their own: in the shared demo everybody has done everything by now. */
import { type OwnServer, anOwnServer } from '../own-server.ts'
import { anArticle, aVerdict, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, Person, test } from '../people.ts'
import { expectWithinWidth } from '../sideways.ts'
import { selectByKeys } from '../words.ts'

let server: OwnServer

test.afterEach(async () => {
  await server.stop()
})

test('FN1 FN2 FN3 the card ticks itself, fits the roles, and closed by key it stays closed', async ({ browser }) => {
  server = await anOwnServer()
  const { origin } = new URL(server.url)
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByLabel('Newsroom').fill('Harbour')
  await page.getByLabel('Your name').fill('Ines Prado')
  await page.getByLabel('Email').fill('ines@harbour.test')
  await page.getByLabel('Choose a password').fill('a long enough password')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page).toHaveURL('/harbour')
  // At the newsroom's address the other builders know.
  const ines = new Person(page, 'noor', origin)

  const card = page.getByRole('region', { name: 'First night' })
  const step = (name: RegExp) => card.getByRole('listitem').filter({ hasText: name })
  await expect(card).toContainText('6 things to try')
  await expect(card.getByRole('listitem')).toHaveCount(6)
  await expectAccessible(page, 'first night on an empty desk')

  const id = await anArticle(ines)
  const article = await open(ines, id)
  await article.text.focus()
  await selectByKeys(article.text, toll)
  await page.keyboard.press('m')
  await expect(article.kinds.getByRole('menuitemradio', { name: 'Casualty count' })).toBeFocused()
  await page.keyboard.press('Enter')
  await article.expectSelected('C1')
  await article.expectSaved()
  await page.goto('/harbour')
  await expect(step(/^Mark a claim/)).toContainText('done')
  await expect(card).toContainText('5 things to try')

  await aVerdict(ines, id, 'C1')
  const again = await open(ines, id, '?claim=C1')
  await again.edit()
  await again.text.focus()
  await selectByKeys(again.text, 'thousands')
  await page.keyboard.type('hundreds more')
  await expect(page.getByRole('heading', { name: 'Wording changed since the verdict' })).toBeVisible()
  await again.expectSaved()
  await page.goto('/harbour')
  await expect(step(/^Give a verdict/)).toContainText('done')
  await expect(step(/^See a reworded claim/)).toContainText('done')
  await expect(step(/^Add a source/)).not.toContainText('done')
  await expect(card).toContainText('3 things to try')
  await expectAccessible(page, 'first night half done')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectWithinWidth(page, 'first night on a phone')

  const { id: ownId } = (await (await context.request.get('/api/me')).json()) as { id: string }
  await ines.ask('PATCH', `members/${ownId}`, { roles: ['admin', 'checker'] })
  await page.reload()
  await expect(card.getByRole('listitem')).toHaveCount(4)
  await expect(card).not.toContainText('Sign off')
  await expect(card).toContainText('1 thing to try')

  await ines.ask('PATCH', `members/${ownId}`, { roles: ['admin', 'viewer'] })
  await page.reload()
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await expect(card).toHaveCount(0)
  await ines.ask('PATCH', `members/${ownId}`, { roles: ['admin', 'editor'] })
  await page.reload()
  await expect(card.getByRole('listitem')).toHaveCount(6)

  const close = card.getByRole('button', { name: 'Close “First night” for good' })
  await close.focus()
  await page.keyboard.press('Enter')
  await expect(card).toHaveCount(0)
  await expect(page.getByRole('main')).toBeFocused()
  await page.reload()
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await expect(card).toHaveCount(0)
  await context.close()
})
