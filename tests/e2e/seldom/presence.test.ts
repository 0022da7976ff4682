/** Several people on one article: who is on what, following somebody, and a page that stays still while others type. */
import type { Page } from '@playwright/test'
import { expectAccessible } from '../axe.ts'
import { aClaim, allegation, anArticle, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expect, test } from '../people.ts'
import { dragOver } from '../words.ts'

test('PR2 what somebody else has open wears their ring and initials, in the list and beside the claim, and is no lock', async ({
  as,
}) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const [hers, his] = [await open(noor, article), await open(idris, article, '?claim=C1')]
  await expect(hers.row('C1').locator('[data-on-this]')).toHaveText('IM')
  await expect(hers.row('C1')).toHaveAccessibleName(/Idris Mbeki is on this/)
  await expect(hers.row('C2').locator('[data-on-this]')).toHaveCount(0)
  await hers.pickRow('C1')
  await expect(hers.inspector.getByText('Idris Mbeki is on this too')).toBeVisible()
  await hers.rating('Confirmed').click()
  await his.expectRow('C1', 'Casualty count, Confirmed')
  await his.pickRow('C2')
  await expect(hers.row('C2').locator('[data-on-this]')).toHaveText('IM')
  await expect(hers.row('C1').locator('[data-on-this]')).toHaveCount(0)
  await idris.page.close()
  await expect(hers.row('C2').locator('[data-on-this]')).toHaveCount(0)
})

test('PR3 a click on a face follows: their claim opens here too, until a key or a scroll of one’s own', async ({
  as,
}) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const [hers, his] = [await open(noor, article), await open(idris, article, '?claim=C1')]
  await hers.bar.getByRole('button', { name: 'Follow Idris Mbeki' }).click()
  const line = noor.page.locator('[data-follow]')
  await expect(line).toContainText('Following Idris Mbeki')
  await hers.expectSelected('C1')
  await his.pickRow('C2')
  await hers.expectSelected('C2')
  await expectAccessible(noor.page, 'following somebody')
  await noor.page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await his.pickRow('C1')
  await expect(hers.row('C1').locator('[data-on-this]')).toHaveText('IM')
  await hers.expectSelected('C2')

  // The line's own button goes with the line; the keys are those of the text again.
  await hers.bar.getByRole('button', { name: 'Follow Idris Mbeki' }).click()
  await hers.expectSelected('C1')
  await noor.page.getByRole('button', { name: 'Stop following' }).focus()
  await noor.page.keyboard.press('Escape')
  await expect(line).toHaveCount(0)
  await expect(hers.text).toBeFocused()

  await hers.bar.getByRole('button', { name: 'Follow Idris Mbeki' }).click()
  await hers.expectSelected('C1')
  await idris.page.close()
  await expect(line).toHaveCount(0)
})

test('PR3 two who follow each other stay where they are', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(idris, article, '?claim=C2')]
  await expect(his.row('C1').locator('[data-on-this]')).toHaveText('NK')
  await hers.bar.getByRole('button', { name: 'Follow Idris Mbeki' }).click()
  await hers.expectSelected('C2')
  // Until he has heard that she follows, following her leads to what was open on her desk.
  await expect(his.row('C1').locator('[data-on-this]')).toHaveCount(0)
  await his.bar.getByRole('button', { name: 'Follow Noor Kassem' }).click()
  await expect(idris.page.locator('[data-follow]')).toBeVisible()
  await expect(hers.row('C2').locator('[data-on-this]')).toHaveCount(0)
  await hers.expectSelected('C2')
  await his.expectSelected('C2')
})

/** What changes in a part of the page from now on. */
async function changesIn(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { changesSeen: seen })
    const told = ({ type, target, attributeName }: MutationRecord) =>
      `${type} ${attributeName ?? ''} in ${(target instanceof Element ? target : target.parentElement)?.outerHTML.slice(0, 120)}`
    // People who join meanwhile come into lists that are closed.
    const isClosedList = ({ target }: MutationRecord) => target instanceof Element && target.closest('select') !== null
    for (const part of document.querySelectorAll('[data-sheet], [data-region="inspector"], [data-card]'))
      new MutationObserver((changes) => seen.push(...changes.filter((one) => !isClosedList(one)).map(told))).observe(
        part,
        {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        },
      )
  })
  return () => page.evaluate(() => (globalThis as unknown as { changesSeen: string[] }).changesSeen)
}

test('PR4 while four people type, nothing outside of the text moves or flickers', { tag: '@long' }, async ({ as }) => {
  // Five browsers at once.
  test.setTimeout(120_000)
  const reader = await as('noor')
  const article = await anArticle(reader)
  await aClaim(reader, article, toll, 'casualty')
  await aClaim(reader, article, allegation, 'allegation')
  const page = await open(reader, article, '?claim=C1')
  const typists = [await as('karim'), await as('idris'), await as('sana'), await as('rafi')]
  const desks = []
  for (const typist of typists) desks.push(await open(typist, article))
  for (const desk of desks) if (!(await desk.mode('Edit').isChecked())) await desk.edit()
  await page.expectSaved()
  await expect(page.bar.getByRole('button', { name: /^Follow / })).toHaveCount(4)
  const places = ['eleven minutes', 'own count', 'foreman', 'Friday']
  for (const [n, desk] of desks.entries()) await dragOver(desk.text, places[n] ?? '')
  const changes = await changesIn(page.page)
  await Promise.all(desks.map((desk, n) => desk.page.keyboard.type(`desk ${n} knows`)))
  for (const n of places.keys()) await page.expectWords(`desk ${n} knows`)
  for (const desk of desks) await desk.expectSaved()
  // Past the moment at which places and words of claims are read again.
  await expect
    .poll(() => reader.ask<{ text: string }>('GET', `articles/${article}/text`).then(({ text }) => text))
    .toContain('desk 3 knows')
  expect(await changes()).toEqual([])
})

test('NC35 a dot on the strip says where somebody else is, moves with them and goes with them', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, 'The inquiry meets again on Friday.', 'date')
  const [hers, his] = [await open(noor, article), await open(idris, article, '?claim=C1')]
  const dot = noor.page.getByRole('scrollbar').locator('[title="Idris Mbeki"]')
  await expect(dot).toBeVisible()
  const down = () => dot.evaluate((element) => Number.parseFloat(element.style.insetBlockStart))
  await expect.poll(down).toBeLessThan(60)
  await dot.evaluate((element) => element.setAttribute('data-same', ''))
  await his.pickRow('C2')
  await his.text.focus()
  await idris.page.keyboard.press('Control+End')
  await expect.poll(down).toBeGreaterThan(80)
  await expect(dot).toHaveAttribute('data-same', '')
  await expect(hers.bar.getByRole('button', { name: 'Follow Idris Mbeki' })).toBeVisible()
  await idris.page.close()
  await expect(dot).toHaveCount(0)
})
