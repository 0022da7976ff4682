/** An article on paper: from its menu or the browser's own key, with notes, and without anything that may not leave. */
import type { Page } from '@playwright/test'
import { aClaim, allegation, anArticle, aVerdict, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expect, test } from '../people.ts'

/** The browser's dialog cannot be answered here: that it was asked for is noted. */
async function printing(page: Page): Promise<() => Promise<boolean>> {
  await page.addInitScript(() => {
    window.print = () => Object.assign(globalThis, { printed: true })
  })
  return () => page.evaluate(() => 'printed' in globalThis)
}

test('PN1 PN2 PN3 the printed article has its marks and numbers, and notes of what may leave', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const attach = (claim: string, source: object) =>
    noor.ask('POST', `articles/${article}/claims/${claim}/evidence`, {
      source: { kind: 'interview', ...source },
      stance: 'supports',
      locator: 'p. 9',
      excerpt: '',
    })
  await attach('C1', {
    title: 'The county register',
    publisher: 'Velm county',
    url: 'https://example.test/register?page=9',
  })
  await attach('C1', { title: 'A clerk nobody may name', terms: 'off-record', anonymity: 'job' })
  await attach('C1', { title: 'The second foreman', terms: 'background', attribution: 'a foreman', anonymity: 'job' })
  await aVerdict(noor, article, 'C1', { rating: 'wrong', why: 'The register has 412.' })
  const isPrinted = await printing(noor.page)
  const page = await open(noor, article)
  await page.expectSaved()
  await page.bar.getByRole('button', { name: 'More of this article' }).click()
  await noor.page.getByRole('menuitem', { name: 'Print…' }).click()
  await expect.poll(isPrinted).toBe(true)

  await noor.page.emulateMedia({ media: 'print' })
  const notes = noor.page.getByRole('region', { name: 'Notes' })
  await expect(notes).toBeVisible()
  const [first, second] = [
    notes.getByRole('listitem').filter({ hasText: toll }),
    notes.getByRole('listitem').filter({ hasText: allegation }),
  ]
  await expect(first).toContainText('Wrong')
  await expect(first).toContainText('The register has 412.')
  await expect(first).toContainText('The county register, Velm county, p. 9 https://example.test/register?page=9')
  await expect(first).toContainText('Supports: a foreman')
  await expect(first).toContainText('1 source is off the record.')
  await expect(second).toContainText('No verdict yet')
  await expect(notes).not.toContainText(/clerk|second foreman/)
  await expect(page.bar).toBeHidden()
  await expect(page.list).toBeHidden()
  const numbers = await page.text.evaluate((text) =>
    [...text.querySelectorAll('mark')].map((mark) => getComputedStyle(mark, '::after').content),
  )
  expect(numbers).toEqual(['"1"', '"2"'])
  expect(await page.mark(toll).evaluate((mark) => getComputedStyle(mark).backgroundColor)).toBe('rgba(0, 0, 0, 0)')
  for (const format of ['A4', 'Letter'] as const) {
    const pdf = await noor.page.pdf({ format, preferCSSPageSize: true })
    expect(pdf.length).toBeGreaterThan(10_000)
  }

  await noor.page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(notes).toHaveCount(0)
})

test('PN1 the browser’s own key prints the same, and a refusal is told', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const isPrinted = await printing(noor.page)
  const page = await open(noor, article)
  await page.text.focus()
  await noor.page.route('**/exports/json', (route) => route.abort())
  await noor.page.keyboard.press('Control+P')
  await expect(noor.page.getByText(/^The server cannot be reached/).first()).toBeVisible({ timeout: 30_000 })
  await noor.page.unroute('**/exports/json')
  await noor.page.keyboard.press('Control+P')
  await expect.poll(isPrinted).toBe(true)
  await noor.page.emulateMedia({ media: 'print' })
  await expect(noor.page.getByRole('region', { name: 'Notes' })).toContainText('No claims are marked in this text.')
})

test('PN1 where what printing takes cannot be loaded, each press says so', async ({ as }) => {
  const noor = await as('noor')
  const page = await open(noor, await anArticle(noor))
  await page.text.focus()
  await noor.page.route('**/assets/printed-*', (route) => route.abort())
  const told = noor.page.getByRole('region', { name: 'Messages' })
  for (const _press of ['first', 'second']) {
    await noor.page.keyboard.press('Control+P')
    await expect(told).toContainText('The server cannot be reached')
    await told.getByRole('button', { name: 'Dismiss' }).click()
    await expect(told).toHaveCount(0)
  }
})
