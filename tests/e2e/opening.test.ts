/** How an article opens: what is asked for when, and what does not come. An answer held back shows what does not wait for it. */
import type { Page } from '@playwright/test'
import { aClaim, allegation, anArticle, textOf, titled } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { DeskPage } from './desk-page.ts'
import { expect, test } from './people.ts'

/** Holds the answers to these questions back until `release`. */
async function holdBack(page: Page, address: RegExp): Promise<{ release: () => void }> {
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(address, async (route) => {
    await released
    await route.continue()
  })
  return { release }
}

test('OP1 an article is asked for before the answer to who is asking', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const me = await holdBack(noor.page, /\/api\/me$/)
  const asked = noor.page.waitForRequest(new RegExp(`/articles/${article}$`))
  const opening = open(noor, article)
  await asked
  me.release()
  await opening
})

test('OP2 the text is there and can be typed in while the claims are still on their way', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, allegation, 'allegation')
  const claims = await holdBack(noor.page, /\/claims$/)
  const desk = await open(noor, article)
  await desk.mode('Edit').click()
  await desk.text.getByText('The inquiry meets again').click()
  await noor.page.keyboard.press('End')
  await noor.page.keyboard.type(' At noon.')
  await expect.poll(() => textOf(noor, article)).toContain('again on Friday. At noon.')
  claims.release()
  await desk.expectRow('C1', 'Allegation, Open')
})

test('OP3 pointing at an article reads it ahead, and does not go into its text', async ({ as }) => {
  const noor = await as('noor')
  const { title, text } = titled('Read ahead')
  const article = await anArticle(noor, { text })
  const sockets: string[] = []
  noor.page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname))
  await noor.page.goto('/harbour')
  const desk = new DeskPage(noor.page)
  const ahead = noor.page.waitForResponse(new RegExp(`/articles/${article}$`))
  const link = desk.row(title).getByRole('link', { name: title, exact: true })
  await link.hover()
  await ahead
  // What follows from that answer has followed.
  await noor.page.waitForLoadState('networkidle')
  const texts = () => sockets.filter((path) => path.startsWith('/sync/'))
  expect(texts()).toEqual([])
  await link.click()
  await expect(new ArticlePage(noor.page).text).toBeVisible()
  expect(texts()).toEqual([`/sync/harbour/${article}`])
})

test('LD2 a part of the page that could not be loaded says so in its place, and how to get it', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, allegation, 'allegation')
  const part = /\/assets\/talk-section-/
  await noor.page.route(part, (route) => route.abort())
  const desk = await open(noor, article, '?claim=C1')
  const excuse = desk.inspector.getByRole('status').filter({ hasText: 'The server cannot be reached.' })
  await expect(excuse).toBeVisible()
  await expect(desk.section('Talk')).toBeHidden()
  await noor.page.unroute(part)
  await excuse.getByRole('button', { name: 'Reload the page' }).click()
  await expect(desk.section('Talk')).toBeVisible()
  await expect(excuse).toBeHidden()
})
