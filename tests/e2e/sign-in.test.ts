import { anArticle } from './article.ts'
import { expect, signIn, test } from './people.ts'

test('PP1 a wrong password says so and loses nothing that was typed', async ({ stranger }) => {
  const page = await (await stranger()).newPage()
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('noor@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText('This email address and password do not go together.')
  await expect(page.getByLabel('Email')).toHaveValue('noor@demo.test')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
})

test('PP2 a door of the demo opens the desk with one click', async ({ stranger }) => {
  const page = await (await stranger()).newPage()
  await page.goto('/')
  await expect(page).toHaveURL('/sign-in')
  await page.getByRole('button', { name: /^Noor Kassem/ }).click()
  await expect(page).toHaveURL('/harbour')
  await expect(page.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Account of Noor Kassem' })).toBeVisible()
})

test('PP3 signing out ends the session, and going back shows nothing of it', async ({ stranger, baseURL }) => {
  const context = await stranger()
  await signIn(context, 'noor', baseURL ?? '')
  const page = await context.newPage()
  await page.goto('/harbour')
  await page.getByRole('button', { name: 'Account of Noor Kassem' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/sign-in')
  expect((await context.request.get('/api/me')).status()).toBe(401)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Tonight' })).toBeHidden()
})

test('PP4 whoever is not signed in is asked to, and then brought to the page they wanted', async ({ stranger, as }) => {
  const article = await anArticle(await as('noor'))
  const page = await (await stranger()).newPage()
  await page.goto(`/harbour/articles/${article}?show=left`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await page.getByLabel('Email').fill('karim@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('tickmark-demo')
  await page.getByLabel('Password', { exact: true }).press('Enter')
  await expect(page).toHaveURL(`/harbour/articles/${article}?show=left`)
  await expect(page.getByRole('textbox', { name: /^Text of the article/ })).toBeVisible()
})

test('PP5 pages of a newsroom one has no part in look like pages that do not exist', async ({ as }) => {
  const article = await anArticle(await as('noor'))
  const { page } = await as('omar')
  const nothing = page.getByText('There is nothing at this address that is open to you.')
  for (const address of ['/harbour', '/harbour/import', `/harbour/articles/${article}`, '/no-such-newsroom']) {
    await page.goto(address)
    await expect(nothing, address).toBeVisible()
    await expect(page).toHaveTitle('Not found · Tickmark')
  }
  await page.goto(`/other/articles/${article}`)
  await expect(nothing).toBeVisible()
  await page.getByRole('link', { name: 'Go to your desk' }).click()
  await expect(page).toHaveURL('/other')
})

test('PP6 what is missing in the form is said where it is missing', async ({ stranger }) => {
  const page = await (await stranger()).newPage()
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByLabel('Email')).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Write your email address.')
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription('Write your password.')
})
