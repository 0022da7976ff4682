import type { Page } from '@playwright/test'
import { anArticle, textOf } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { expect, test } from './people.ts'
import { arrivals } from './wire.ts'

const tooOld = 'This page is older than the server. Reload it to go on.'

/** From when `isOld` is set the page says that it was built with the schema before. */
const aPageThatAges = (page: Page, { isOld }: { isOld: boolean }) =>
  page.addInitScript((old) => {
    Object.assign(window, { isOld: old })
    const Current = window.WebSocket
    window.WebSocket = class extends Current {
      constructor(address: string | URL, protocols?: string | string[]) {
        const isOldNow = (window as { isOld?: boolean }).isOld === true
        super(isOldNow ? String(address).replace(/schema=\d+/, 'schema=0') : address, protocols)
      }
    }
  }, isOld)

test('WP9, D18 words typed offline in a page that is outdated by then are offered for copying, and change nothing', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  const before = await textOf(karim, article)
  await noor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await aPageThatAges(noor.page, { isOld: false })
  const arrived = arrivals(noor.page)
  const page = await open(noor, article)
  await page.expectSaved()
  await page.edit()
  // What tells of the end is loaded after the text, and not any more once there is no network.
  await arrived()
  await noor.context.setOffline(true)
  await expect(page.wire).toHaveText(/^Offline/)
  await page.retype('Friday', 'Monday evening')
  await noor.page.evaluate(() => Object.assign(window, { isOld: true }))
  await noor.context.setOffline(false)

  const ended = noor.page.getByRole('alert').filter({ hasText: tooOld })
  await expect(ended).toBeVisible({ timeout: 20_000 })
  await ended.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(() => noor.page.evaluate(() => navigator.clipboard.readText())).toContain('Monday evening')
  expect(await textOf(karim, article)).toBe(before)
})

test('WP9 a page of the schema before is turned away before it has sent or seen anything', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const before = await textOf(noor, article)
  await aPageThatAges(noor.page, { isOld: true })
  const sent: (string | Buffer)[] = []
  noor.page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/')) socket.on('framereceived', ({ payload }) => sent.push(payload))
  })
  await noor.page.goto(`/harbour/articles/${article}`)
  await expect(noor.page.getByRole('alert').filter({ hasText: tooOld })).toBeVisible()
  expect(sent).toEqual([])
  await expect(new ArticlePage(noor.page).text).toHaveCount(0)
  expect(await textOf(noor, article)).toBe(before)
})
