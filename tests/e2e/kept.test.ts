/** Decisions made while the server cannot be reached: shown at once, kept on the device, sent once and in order, refused with a sentence. */
import type { Page } from '@playwright/test'
import { aClaim, anArticle, allegation, claimOf, claimsOf, damPaste, titled, toll } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { anOwnServer, type OwnServer } from './own-server.ts'
import { expect, type Person, signIn, test } from './people.ts'
import { held, Line } from './wire.ts'
import { caretBefore } from './words.ts'

/** Events of such a type in the claim's history: what happened once is there once. */
async function happened(person: Person, article: string, claim: string, type: string): Promise<number> {
  const { entries } = await person.ask<{ entries: { event: { type: string } }[] }>(
    'GET',
    `articles/${article}/claims/${claim}/history`,
  )
  return entries.filter(({ event }) => event.type === type).length
}

/** Everything the bar says of the wire from now on. */
async function saidOf(page: ArticlePage): Promise<() => Promise<string[]>> {
  await page.wire.evaluate((wire) => {
    const said = [wire.textContent ?? '']
    Object.assign(globalThis, { said })
    new MutationObserver(() => said.push(wire.textContent ?? '')).observe(wire, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  return () => page.page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}

async function keysOf(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

test('KP1 KP2 what is decided offline is shown at once, counted, and there once when the line is back', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const line = await Line.of(noor.page)
  const page = await open(noor, article, '?claim=C1')
  await page.expectSaved()
  await page.expectSelected('C1')
  const said = await saidOf(page)
  await line.cut()
  await expect(page.wire).toHaveText('Offline')
  await page.list.focus()
  await keysOf(noor.page, '1')
  await page.expectRow('C1', 'Casualty count, Confirmed. waiting for the server')
  await expect(page.wire).toHaveText('Offline, 1 decision kept on this device')
  await page.pickRow('C2')
  await page.list.focus()
  await keysOf(noor.page, 'i', 'f')
  await page.rating('Wrong').click()
  await page.why.fill('The register has 412.')
  await page.why.press('Control+Enter')
  await page.expectRow('C2', 'Allegation, Wrong. waiting for the server')
  await expect(page.wire).toHaveText('Offline, 4 decisions kept on this device')
  await page.edit()
  await page.retype('Friday', 'Monday')
  await expect(page.wire).toHaveText('Offline. 4 decisions kept on this device, your edits in this tab')

  await line.mend()
  await page.expectRow('C1', 'Casualty count, Confirmed', toll)
  await page.expectRow('C2', 'Allegation, Wrong', allegation)
  await expect(page.wire).toHaveText('Saved', { timeout: 20_000 })
  expect(await said()).toContain('Reconnected')
  expect(await claimOf(noor, article, 'C2')).toMatchObject({
    risk: 'normal',
    verdict: { rating: 'wrong', why: 'The register has 412.' },
  })
  for (const claim of ['C1', 'C2']) expect(await happened(noor, article, claim, 'verdict-given')).toBe(1)
})

test('KP3 what was kept outlives the tab, and is sent from whatever page comes next', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const line = await Line.of(noor.page)
  const page = await open(noor, article, '?claim=C1')
  await page.expectSaved()
  await page.expectSelected('C1')
  await line.cut()
  await expect(page.wire).toHaveText('Offline')
  await page.list.focus()
  await keysOf(noor.page, '1')
  await expect(page.wire).toHaveText('Offline, 1 decision kept on this device')
  await page.rating('Wrong').click()
  await page.why.fill('The register has 412.')
  await page.why.press('Control+Enter')
  await expect(page.wire).toHaveText('Offline, 2 decisions kept on this device')
  await noor.page.close()
  await line.mend()
  const tab = await noor.context.newPage()
  await tab.goto('/harbour/sources')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).verdict?.why).toBe('The register has 412.')
  expect(await happened(noor, article, 'C1', 'verdict-given')).toBe(2)
  expect((await claimOf(noor, article, 'C1')).rivals).toEqual([])
})

test('KP5 what is refused on return puts the old value back, keeps the reason, and is listed until looked at', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const line = await Line.of(noor.page)
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(karim, article)]
  await hers.expectSaved()
  await line.cut()
  await expect(hers.wire).toHaveText('Offline')
  await hers.rating('Wrong').click()
  await hers.why.fill('The register has 412.')
  await hers.why.press('Control+Enter')
  await hers.expectRow('C1', 'Casualty count, Wrong. waiting for the server')
  await hers.expectSelected('C2')

  await his.edit()
  await his.retype('some say, thousands', 'some say, two thousand')
  await his.expectSaved()
  await expect.poll(async () => (await claimOf(karim, article, 'C1')).words).toContain('two thousand')
  await line.mend()
  await expect(hers.wire).toHaveText('Reconnected, 1 needs you', { timeout: 20_000 })
  await hers.expectRow('C1', 'Casualty count, Open')
  // The way is offered before the claims are there, and leads to the claim all the same.
  const claims = await held(noor.page, '**/claims')
  await noor.page.reload()
  await expect(hers.wire).toHaveText('Saved, 1 needs you')
  await hers.wire.getByRole('button', { name: '1 needs you' }).click()
  claims.letGo()
  await hers.expectSelected('C1')
  await expect(hers.inspector.getByText('The wording changed while you were reading. Look again.')).toBeVisible()
  await expect(hers.why).toHaveValue('The register has 412.')
  await hers.expectSaved()
  await hers.why.press('Control+Enter')
  await hers.expectRow('C1', 'Casualty count, Wrong')
  await expect
    .poll(async () => (await claimsOf(noor, article)).map(({ verdict }) => verdict?.why ?? null))
    .toEqual(['The register has 412.', null])
})

test('KP5 what is refused while its article is not open is told where the person is, with the way to the claim', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const line = await Line.of(noor.page)
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(karim, article)]
  await hers.expectSaved()
  await line.cut()
  await expect(hers.wire).toHaveText('Offline')
  await hers.rating('Wrong').click()
  await hers.why.fill('The register has 412.')
  await hers.why.press('Control+Enter')
  await expect(hers.wire).toHaveText('Offline, 1 decision kept on this device')
  await noor.page.close()
  await his.edit()
  await his.retype('some say, thousands', 'some say, two thousand')
  await his.expectSaved()
  await expect.poll(async () => (await claimOf(karim, article, 'C1')).words).toContain('two thousand')

  await line.mend()
  const tab = await noor.context.newPage()
  await tab.goto('/harbour/sources')
  const told = tab.getByRole('region', { name: 'Messages' })
  await expect(told).toContainText(
    'a decision of yours was not taken. The wording changed while you were reading. Look again.',
  )
  await expectAccessible(tab, 'refused elsewhere')
  await told.getByRole('button', { name: 'Go there' }).click()
  const there = new ArticlePage(tab)
  await there.expectSelected('C1')
  await expect(there.why).toHaveValue('The register has 412.')
  await there.expectSaved()
})

test('KP5 the last of what needs somebody leads to its claim, and the keys go on', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const page = await open(noor, article, '?claim=C1')
  await page.expectSaved()
  await page.expectSelected('C1')
  // Somebody else's decision came first, as far as this page can know.
  await noor.page.route('**/verdicts', (route) =>
    route.fulfill({ status: 409, json: { refusal: 'words-changed', text: 'The wording changed.' } }),
  )
  await page.list.focus()
  await keysOf(noor.page, '1')
  await page.expectSelected('C2')
  const needsYou = page.wire.getByRole('button', { name: '1 needs you' })
  await needsYou.focus()
  await needsYou.press('Enter')
  await page.expectSelected('C1')
  await expect(needsYou).toBeHidden()
  await expect(page.list).toBeFocused()
  await noor.page.unroute('**/verdicts')
  await keysOf(noor.page, '1')
  await page.expectRow('C1', 'Casualty count, Confirmed')
})

test('KP8 sentences ticked offline are counted with the decisions, and ticked once when the line is back', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor, {
    text: `${titled('Ticks offline').title}\n\nIt was a grey morning. Nobody rang.\n`,
  })
  const line = await Line.of(noor.page)
  const page = await open(noor, article)
  const door = noor.page.getByRole('button', { name: /sentences? untouched|Every sentence looked at/ })
  await expect(door).toHaveText('3 sentences untouched')
  await page.expectSaved()
  await line.cut()
  await expect(page.wire).toHaveText('Offline')
  await caretBefore(page.text, 'It was a grey')
  await keysOf(noor.page, 't')
  await expect(door).toHaveText('2 sentences untouched')
  await expect(page.wire).toHaveText('Offline, 1 decision kept on this device')
  await line.mend()
  await expect(page.wire).toHaveText('Saved', { timeout: 20_000 })
  await expect(door).toHaveText('2 sentences untouched')
  const { ticks } = await noor.ask<{ ticks: { words: string }[] }>('GET', `articles/${article}/ticks`)
  expect(ticks.map(({ words }) => words)).toEqual(['It was a grey morning.'])
})

test('KP8 a suggestion skipped offline is gone at once, counted with the decisions, and skipped for all when the line is back', async ({
  as,
}) => {
  const noor = await as('noor')
  const { title } = titled('Skipped offline')
  const article = await anArticle(noor, {
    text: `${title}\n\nAt least 41 people died. Nobody rang.\n`,
    suggests: true,
  })
  const line = await Line.of(noor.page)
  const page = await open(noor, article)
  const tray = noor.page.getByRole('region', { name: 'Suggested claims' })
  await expect(tray).toContainText('1 suggestion')
  await page.expectSaved()
  await line.cut()
  await expect(page.wire).toHaveText('Offline')
  await tray.getByRole('button', { name: 'Next suggestion' }).click()
  await tray.getByRole('button', { name: 'Skip' }).click()
  await expect(tray.getByRole('button', { name: 'Skipped 1' })).toBeVisible()
  await expect(page.wire).toHaveText('Offline, 1 decision kept on this device')
  await line.mend()
  await expect(page.wire).toHaveText('Saved', { timeout: 20_000 })
  await expect(tray.getByRole('button', { name: 'Skipped 1' })).toBeVisible()
  const { skips } = await noor.ask<{ skips: { words: string }[] }>('GET', `articles/${article}/skips`)
  expect(skips.map(({ words }) => words)).toEqual(['At least 41 people died.'])
})

test('KP4 what waits is asked about before signing out, and is gone from the device afterwards', async ({
  as,
  stranger,
  baseURL,
}) => {
  const article = await anArticle(await as('karim'))
  await aClaim(await as('karim'), article, toll, 'casualty')
  const context = await stranger()
  await signIn(context, 'noor', baseURL ?? '')
  const tab = await context.newPage()
  const page = new ArticlePage(tab)
  await tab.goto(`/harbour/articles/${article}?claim=C1`)
  await page.expectSaved()
  // Only the decision does not get through.
  await tab.route('**/verdicts', (route) => route.abort())
  await page.rating('Confirmed').click()
  await expect(page.wire).toHaveText('Saving…')
  await tab.getByRole('button', { name: 'Account of Noor Kassem' }).click()
  await tab.getByRole('menuitem', { name: 'Sign out' }).click()
  const asked = tab.getByRole('region', { name: 'Messages' })
  await expect(asked).toContainText('1 decision has not reached the server yet. Signing out drops it.')
  await asked.getByRole('button', { name: 'Sign out all the same' }).click()
  await expect(tab).toHaveURL('/sign-in')
  expect(await tab.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('tickmark.kept')))).toEqual(
    [],
  )
  expect((await claimOf(await as('karim'), article, 'C1')).verdict).toBeNull()
})

test('KP4 what one person decided is not sent as another who signed in meanwhile', async ({
  as,
  stranger,
  baseURL,
}) => {
  const karim = await as('karim')
  const article = await anArticle(karim)
  await aClaim(karim, article, toll, 'casualty')
  const context = await stranger()
  await signIn(context, 'noor', baseURL ?? '')
  const tab = await context.newPage()
  const page = new ArticlePage(tab)
  const line = await Line.of(tab)
  await tab.goto(`/harbour/articles/${article}?claim=C1`)
  await page.expectSaved()
  // Loaded after the text, and not any more once the line is cut.
  await expect(page.rating('Confirmed')).toBeVisible()
  await line.cut()
  await page.rating('Confirmed').click()
  await expect(page.wire).toHaveText('Offline, 1 decision kept on this device')
  await context.clearCookies()
  await line.mend()
  await signIn(context, 'idris', baseURL ?? '')
  await tab.goto(`/harbour/articles/${article}?claim=C1`)
  await expect(tab.getByRole('button', { name: 'Account of Idris Mbeki' })).toBeVisible()
  await page.expectSaved()
  await page.expectRow('C1', 'Casualty count, Open')
  expect((await claimOf(karim, article, 'C1')).verdict).toBeNull()

  await context.clearCookies()
  await signIn(context, 'noor', baseURL ?? '')
  await tab.goto('/harbour')
  await expect.poll(async () => (await claimOf(karim, article, 'C1')).verdict?.rating).toBe('confirmed')
})

test.describe('with a server of its own', () => {
  let server: OwnServer
  test.afterEach(async () => {
    await server.stop()
  })

  test('KP6 the server is killed in the middle of a night: the desk says so, keeps what is decided and typed, and goes on', async ({
    browser,
  }) => {
    // It starts a server twice.
    test.setTimeout(120_000)
    server = await anOwnServer()
    const context = await browser.newContext({ baseURL: server.url })
    const tab = await context.newPage()
    const asks = async <T>(path: string, data: unknown): Promise<T> => {
      const reply = await context.request.post(path, { headers: { origin: server.url }, data })
      expect(reply.ok(), await reply.text()).toBe(true)
      return (await reply.json()) as T
    }
    await asks('/api/first-run', {
      newsroom: { name: 'Night', slug: 'night', zone: 'UTC' },
      name: 'Ines Prado',
      email: 'ines@night.test',
      password: 'a long enough password',
    })
    const at = '/api/newsrooms/night/articles'
    const { article } = await asks<{ article: object }>(`${at}/import`, { text: damPaste })
    const { id } = await asks<{ id: string }>(at, { ...article, dueAt: null })
    await asks(`${at}/${id}/claims`, { exact: toll, kind: 'casualty' })
    await tab.goto(`/night/articles/${id}?claim=C1`)
    const page = new ArticlePage(tab)
    await page.expectSaved()
    // Loaded after the text, and not any more without a server.
    await expect(page.rating('Confirmed')).toBeVisible()

    await server.kill()
    await expect(page.wire).toHaveText('Offline')
    await page.rating('Confirmed').click()
    await page.expectRow('C1', 'Casualty count, Confirmed. waiting for the server')
    await page.edit()
    await page.retype('Friday', 'Monday')
    await expect(page.wire).toHaveText('Offline. 1 decision kept on this device, your edits in this tab')
    await server.startAgain()
    await expect(page.wire).toHaveText('Saved', { timeout: 30_000 })
    await page.expectRow('C1', 'Casualty count, Confirmed')
    await tab.reload()
    await page.expectSaved()
    await page.expectRow('C1', 'Casualty count, Confirmed')
    await page.expectWords('meets again on Monday.')
    await context.close()
  })
})
