/** The first visit to an empty Tickmark, in a browser: from any page to one's own empty desk. */
import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { anOwnServer, type OwnServer } from '../own-server.ts'
import { expect, test } from '../people.ts'

let server: OwnServer

test.afterEach(async () => {
  await server.stop()
})

async function visit(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: new URL(server.url).origin })
  const page = await context.newPage()
  await page.goto(address)
  return page
}

test('FR1 FR3 any page leads to the first run, and from there to the newsroom’s empty desk', async ({ browser }) => {
  server = await anOwnServer()
  const page = await visit(browser, '/somewhere/articles/1')
  await expect(page).toHaveURL('/sign-in/first-run')
  await expect(page).toHaveTitle('First run · Tickmark')
  await expectAccessible(page, 'first run')

  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByLabel('Newsroom')).toBeFocused()
  await expect(page.getByLabel('Newsroom')).toHaveAccessibleDescription('Name the newsroom.')
  await expect(page.getByLabel('Choose a password')).toHaveAccessibleDescription(
    /A password has at least 10 characters/,
  )
  await expectAccessible(page, 'first run with mistakes')

  await page.getByLabel('Newsroom').fill('The Night Désk')
  await expect(page.getByLabel('Its address')).toHaveValue('the-night-desk')
  await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Lisbon')
  await page.getByLabel('Your name').fill('Ines Prado')
  await page.getByLabel('Email').fill('ines@night.test')
  await page.getByLabel('Choose a password').fill('a long enough password')
  await page.getByLabel('Its address').fill('api')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByLabel('Its address')).toBeFocused()
  await page.getByLabel('Its address').fill('night')
  await page.getByLabel('Its address').press('Enter')

  await expect(page).toHaveURL('/night')
  await expect(page.getByRole('button', { name: 'Account of Ines Prado' })).toBeVisible()
  await expect(page.getByText('No articles tonight')).toBeVisible()
  await page.goto('/sign-in/first-run')
  await expect(page).not.toHaveURL('/sign-in/first-run')
  const stranger = await visit(browser, '/')
  await expect(stranger).toHaveURL('/sign-in')
})

test('FR2 under a public address the page asks for the code that was printed', async ({ browser }) => {
  // Known before the start, as PUBLIC_URL has to be; beside the port of the demo that the other tests share.
  const port = Number(process.env['E2E_PORT'] ?? '3987') + 2
  server = await anOwnServer({ PUBLIC_URL: `http://localhost:${port}`, PORT: String(port) })
  const page = await visit(browser, '/')
  await expect(page).toHaveURL('/sign-in/first-run')
  await page.getByLabel('Newsroom').fill('Night')
  await page.getByLabel('Your name').fill('Ines Prado')
  await page.getByLabel('Email').fill('ines@night.test')
  await page.getByLabel('Choose a password').fill('a long enough password')
  await page.getByLabel('Code').fill('AAAA-BBBB-CCCC')
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/printed when it was started/)
  const code = /code: ([A-Z0-9-]+)/.exec(server.printed())?.[1] ?? ''
  await page.getByLabel('Code').fill(code)
  await page.getByLabel('Code').press('Enter')
  await expect(page).toHaveURL('/night')
})
