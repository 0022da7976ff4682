import { aClaim, anArticle, claimsOf, textOf, toll } from './article.ts'
import { ArticlePage, open, rowName } from './article-page.ts'
import { expect, signIn, test } from './people.ts'
import { dragOver } from './words.ts'
import { Line } from './wire.ts'

test('WI30 “Saved” is said when the server has stored the words, and not before', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const line = await Line.of(noor.page)
  const page = await open(noor, article)
  await page.expectSaved()
  await page.edit()
  line.holdSaved()
  await page.retype('Friday', 'Monday')
  await expect(page.wire).toHaveText('Saving…')
  // The words are stored by now; this page has not been told, and does not guess.
  await expect.poll(() => textOf(noor, article)).toContain('meets again on Monday.')
  await expect(page.wire).toHaveText('Saving…')
  line.letGo()
  await page.expectSaved()
})

test('WI31 offline is said, words typed meanwhile stay and arrive, and are not called saved before', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  const line = await Line.of(noor.page)
  const [hers, his] = [await open(noor, article), await open(karim, article)]
  await hers.edit()
  await his.edit()
  await line.cut()
  await expect(hers.wire).toHaveText(/^Offline/)
  await hers.retype('Friday', 'Monday')
  await expect(hers.wire).toHaveText('Offline. Your edits are kept in this tab')
  await his.retype('eleven minutes', 'nine minutes')
  await his.expectSaved()
  await expect(hers.wire).toHaveText('Offline. Your edits are kept in this tab')
  expect(await textOf(karim, article)).toContain('meets again on Friday.')

  await line.mend()
  await expect(hers.wire).toHaveText('Saved', { timeout: 20_000 })
  for (const page of [hers, his]) {
    await page.expectWords('The valley filled in nine minutes')
    await page.expectWords('meets again on Monday.')
  }
  expect(await textOf(karim, article)).toBe(await hers.words())
})

test('WI32 a claim marked offline is there at once and numbered on return', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const line = await Line.of(noor.page)
  const page = await open(noor, article)
  await page.expectSaved()
  await line.cut()
  await expect(page.wire).toHaveText(/^Offline/)
  await page.markByPointer(toll, 'Casualty count')
  await expect(page.list.getByRole('option')).toHaveAccessibleName(
    rowName('New', 'Casualty count, Open. waiting for the server', toll),
  )
  await line.mend()
  await page.expectRow('C1', 'Casualty count, Open', toll)
  expect(await claimsOf(noor, article)).toHaveLength(1)
})

test('WI34 a viewer reads along, is offered no way to change anything, and is told so', async ({ as }) => {
  const [vera, noor] = [await as('vera'), await as('noor')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const [hers, noors] = [await open(vera, article), await open(noor, article)]
  await expect(hers.wire).toHaveText('Read-only')
  await expect(hers.bar.getByRole('radiogroup', { name: 'Mode' })).toHaveCount(0)
  await expect(hers.text).toHaveAttribute('aria-readonly', 'true')
  await hers.pickRow('C1')
  await expect(hers.section('Verdict')).toBeVisible()
  await expect(
    hers.inspector.getByRole('button', { name: /Confirmed|Withdraw|Add source|Sign off|To me/ }),
  ).toHaveCount(0)
  await expect(hers.inspector.getByRole('textbox')).toHaveCount(0)
  await dragOver(hers.text, 'Officials deny it.')
  await vera.page.keyboard.press('m')
  await vera.page.keyboard.type('x')
  await expect(hers.markButton).toHaveCount(0)
  await expect(hers.kinds).toHaveCount(0)

  await noors.edit()
  await noors.retype('Friday', 'Monday')
  await hers.expectWords('meets again on Monday.')
  await expect(hers.wire).toHaveText('Read-only')
})

test('WI35 a session that ends in another tab closes the text within seconds and leads to the way back in', async ({
  as,
  stranger,
  baseURL,
}) => {
  const article = await anArticle(await as('noor'))
  const context = await stranger()
  await signIn(context, 'noor', baseURL ?? '')
  const tab = await context.newPage()
  await tab.goto(`/harbour/articles/${article}`)
  const page = new ArticlePage(tab)
  await page.expectSaved()

  const other = await context.newPage()
  await other.goto('/harbour')
  await other.getByRole('button', { name: 'Account of Noor Kassem' }).click()
  await other.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(other).toHaveURL('/sign-in')

  await tab.bringToFront()
  await expect(tab.getByRole('heading', { name: 'Sign in' })).toBeVisible({ timeout: 15_000 })
  await expect(tab).toHaveURL(`/sign-in?to=${encodeURIComponent(`/harbour/articles/${article}`)}`)
  await expect(page.text).toHaveCount(0)
})

test('WI36 leaving with unsaved words is asked about, and with saved words is not', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const line = await Line.of(noor.page)
  const page = await open(noor, article)
  await page.edit()
  await page.retype('Friday', 'Monday')
  await page.expectSaved()
  await noor.page.reload()
  await expect(page.text).toBeVisible()
  await page.edit()
  await line.cut()
  await expect(page.wire).toHaveText(/^Offline/)
  await page.retype('Monday', 'Tuesday')
  const asked = noor.page.waitForEvent('dialog')
  const leaving = noor.page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  await page.expectWords('meets again on Tuesday.')
})

test('WI37 words typed offline outlive the end of the session: asked to sign in, and then they arrive', async ({
  as,
  stranger,
  baseURL,
}) => {
  const karim = await as('karim')
  const article = await anArticle(karim)
  const context = await stranger()
  await signIn(context, 'noor', baseURL ?? '')
  const tab = await context.newPage()
  const line = await Line.of(tab)
  await tab.goto(`/harbour/articles/${article}`)
  const page = new ArticlePage(tab)
  await page.expectSaved()
  await page.edit()
  await line.cut()
  await page.retype('Friday', 'Monday')
  await expect(page.wire).toHaveText('Offline. Your edits are kept in this tab')
  await context.request.post('/api/auth/sign-out', { data: {}, headers: { origin: baseURL ?? '' } })
  await line.mend()

  // The first answer that says so leads to the way in by itself.
  const form = tab.getByLabel('Email')
  await expect(form).toBeVisible({ timeout: 20_000 })
  await form.fill('noor@demo.test')
  await tab.getByLabel('Password', { exact: true }).fill('tickmark-demo')
  await tab.getByLabel('Password', { exact: true }).press('Enter')
  await expect(page.text).toBeVisible()
  await page.expectWords('meets again on Monday.')
  await expect(page.wire).toHaveText('Saved', { timeout: 20_000 })
  expect(await textOf(karim, article)).toContain('meets again on Monday.')
})
