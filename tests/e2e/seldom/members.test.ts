/** Members, invitations, programs and sessions in a browser: an evening of an admin, and of somebody who joins and leaves. */
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { expectFocusWithin } from '../by-keyboard.ts'
import { expect, test } from '../people.ts'
import { expectWithinWidth } from '../sideways.ts'

const password = 'a long enough password'
let made = 0
/** Nobody of the demo: other tests go on with those. */
const somebody = () => `lea.${process.pid}.${(made += 1)}@harbour.test`

async function inviteBy(page: Page, email: string): Promise<string> {
  await page.goto('/harbour/members')
  await page.getByLabel('Email', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = page.getByRole('textbox', { name: `Link for ${email}` })
  await expect(link).toBeFocused()
  return link.inputValue()
}

async function join(context: BrowserContext, link: string, name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Choose a password').fill(password)
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page).toHaveURL('/harbour')
  return page
}

test('MB1 MB3 MB5 somebody is invited, joins, is seen to, and is taken out', async ({ as, stranger }) => {
  const { page } = await as('sana')
  const email = somebody()
  const link = await inviteBy(page, email)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('textbox', { name: /^Link for/ })).toBeHidden()

  const lea = await join(await stranger(), link, 'Lea Brandt')
  await expect(lea.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  // The admin's page follows by itself.
  const row = page.getByRole('listitem').filter({ hasText: email })
  await expect(row.getByText('Lea Brandt')).toBeVisible()
  await expect(page.getByRole('button', { name: `Withdraw the invitation of ${email}` })).toBeHidden()

  await row.getByRole('button', { name: 'Roles of Lea Brandt' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Roles of Lea Brandt' })
  await dialog.getByRole('checkbox', { name: /^checker/ }).press('Space')
  await dialog.getByRole('button', { name: 'Give these roles' }).click()
  await expect(dialog.getByText('Choose at least one role.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: /^viewer/ }).press('Space')
  await dialog.getByRole('button', { name: 'Give these roles' }).click()
  await expect(row.getByText('viewer', { exact: true })).toBeVisible()

  await row.getByRole('button', { name: 'Take Lea Brandt out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take out' }).click()
  await expect(row).toBeHidden()
  await lea.goto('/harbour')
  await expect(lea.getByText('There is nothing at this address that is open to you.')).toBeVisible()

  // Invited again: the account is there, its password opens the door.
  const again = await inviteBy(page, email)
  await lea.context().clearCookies()
  await lea.goto(again)
  await expect(lea.getByText('This address has an account already.')).toBeVisible()
  await lea.getByLabel('Password').fill('not the password')
  await lea.getByRole('button', { name: 'Join' }).click()
  await expect(lea.getByText('This email address and password do not go together.')).toBeVisible()
  await lea.getByLabel('Password').fill(password)
  await lea.getByRole('button', { name: 'Join' }).click()
  await expect(lea).toHaveURL('/harbour')
  await expect(row.getByText('Lea Brandt')).toBeVisible()
  // A link that was used is shown no longer.
  await expect(page.getByRole('textbox', { name: /^Link for/ })).toBeHidden()
  await row.getByRole('button', { name: 'Take Lea Brandt out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take out' }).click()
  await expect(row).toBeHidden()
})

test('MB5 a link that was withdrawn says so in one sentence', async ({ as, stranger }) => {
  const { page } = await as('sana')
  const email = somebody()
  const link = await inviteBy(page, email)
  await page.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toBeHidden()
  const other = await (await stranger()).newPage()
  await other.goto(link)
  await expect(other.getByRole('heading', { name: 'This invitation is over' })).toBeVisible()
  await expect(other.getByRole('alert')).toHaveText(/used, withdrawn or has run out/)
  await expectAccessible(other, 'an invitation that is over')
})

test('MB2 the last admin is told why they stay', async ({ as }) => {
  const { page } = await as('sana')
  await page.goto('/harbour/members')
  await page.getByRole('button', { name: 'Take Sana Ahmed out' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog.getByText('A newsroom needs at least one admin.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Take out' })).toBeDisabled()
  await expectFocusWithin(dialog)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Take Sana Ahmed out' })).toBeFocused()
})

test('MB4 a program gets a token that is shown once and works', async ({ as, playwright, baseURL }) => {
  const { page } = await as('sana')
  await page.goto('/harbour/members')
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await page.getByRole('textbox', { name: 'Name' }).fill('Wire desk')
  await page.getByRole('button', { name: 'Make the token' }).click()
  const token = await page.getByRole('textbox', { name: 'Token of Wire desk' }).inputValue()
  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await program.get('/api/newsrooms/harbour/desk')).status()).toBe(200)
  expect((await program.get('/api/newsrooms/other/desk')).status()).toBe(404)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Programs' })).toBeVisible()
  await expect(page.getByText(token)).toBeHidden()
  await page.getByRole('button', { name: 'Take Wire desk out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take out' }).click()
  await expect(page.getByRole('button', { name: 'Take Wire desk out' })).toBeHidden()
  expect((await program.get('/api/newsrooms/harbour/desk')).status()).toBe(401)
  await program.dispose()
})

test('AC12 members are for admins', async ({ as }) => {
  const { page } = await as('idris')
  await page.goto('/harbour/members')
  await expect(page.getByText('Members, rules and tokens are for admins. Ask one of yours.')).toBeVisible()
  await page.getByRole('button', { name: 'Account of Idris Mbeki' }).click()
  await expect(page.getByRole('menuitem', { name: 'Your account' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Members' })).toBeHidden()
})

test('AC12 who is admin alone has no desk, and is led to the members', async ({ as, stranger }) => {
  const { page } = await as('sana')
  const email = somebody()
  await page.goto('/harbour/members')
  await page.getByLabel('Email', { exact: true }).fill(email)
  const invite = page.getByRole('form', { name: 'Invite somebody' })
  await invite.getByRole('checkbox', { name: /^checker/ }).press('Space')
  await invite.getByRole('checkbox', { name: /^admin/ }).press('Space')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByRole('textbox', { name: `Link for ${email}` }).inputValue()
  const other = await (await stranger()).newPage()
  await other.goto(link)
  await other.getByLabel('Your name').fill('Lea Brandt')
  await other.getByLabel('Choose a password').fill(password)
  await other.getByRole('button', { name: 'Join' }).click()
  await expect(other).toHaveURL('/harbour/members')
  await expect(other.getByRole('heading', { name: 'People' })).toBeVisible()
  const row = page.getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: 'Take Lea Brandt out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take out' }).click()
  await expect(row).toBeHidden()
})

test('AC16 SE1 one’s own sessions: the other browser is signed out, and a new password ends the rest', async ({
  as,
  stranger,
}) => {
  const { page } = await as('sana')
  const email = somebody()
  const link = await inviteBy(page, email)
  const first = await join(await stranger(), link, 'Lea Brandt')
  const signInElsewhere = async () => {
    const other = await (await stranger()).newPage()
    await other.goto('/sign-in')
    await other.getByLabel('Email').fill(email)
    await other.getByLabel('Password', { exact: true }).fill(password)
    await other.getByLabel('Password', { exact: true }).press('Enter')
    await expect(other).toHaveURL('/harbour')
    return other
  }
  const second = await signInElsewhere()
  await first.getByRole('button', { name: 'Account of Lea Brandt' }).click()
  await first.getByRole('menuitem', { name: 'Your account' }).click()
  await expect(first).toHaveURL('/profile')
  const sessions = first.locator('[aria-labelledby=sessions-heading]').getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.first()).toContainText('this browser')
  await first.getByRole('button', { name: /^Sign out Chrome on/ }).click()
  await expect(sessions).toHaveCount(1)
  await second.goto('/harbour')
  await expect(second).toHaveURL(/\/sign-in/)

  const third = await signInElsewhere()
  await first.getByLabel('Password now').fill('not the password')
  await first.getByLabel('New password').fill('another long password')
  await first.getByRole('button', { name: 'Change password' }).click()
  await expect(first.getByLabel('Password now')).toHaveAccessibleDescription('This is not your password.')
  await first.getByLabel('Password now').fill(password)
  await first.getByRole('button', { name: 'Change password' }).click()
  await expect(first.getByText('Password changed. Every other browser is signed out.').first()).toBeVisible()
  await third.goto('/harbour')
  await expect(third).toHaveURL(/\/sign-in/)
  await first.goto('/harbour')
  await expect(first.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  await page.goto('/harbour/members')
  const row = page.getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: 'Take Lea Brandt out' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take out' }).click()
  await expect(row).toBeHidden()
})

const looks: readonly [string, BrowserContextOptions][] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
]

for (const [look, options] of looks) {
  test(`AX35 members, account and the API’s page hold up in ${look}`, { tag: '@long' }, async ({ as }) => {
    const { page } = await as('sana', options)
    await page.goto('/harbour/members')
    await expect(page.getByRole('heading', { name: 'People' })).toBeVisible()
    await expectAccessible(page, `members, ${look}`)
    await expectWithinWidth(page, `members, ${look}`)
    await page.getByRole('button', { name: 'Roles of Noor Kassem' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, `roles, ${look}`)
    await page.keyboard.press('Escape')
    await page.goto('/profile')
    await expect(page.getByText('· this browser')).toBeVisible()
    await expectAccessible(page, `account, ${look}`)
    await expectWithinWidth(page, `account, ${look}`)
    await page.goto('/api/reference')
    await expect(page.getByRole('heading', { name: 'API', exact: true })).toBeVisible()
    await page.locator('summary').first().click()
    await page.locator('summary').nth(20).click()
    await expectAccessible(page, `API, ${look}`)
    await expectWithinWidth(page, `API, ${look}`)
  })
}
