/** A whole night on a long article: forty claims, each with a source and a verdict, then review and forty signatures, and no pointer touched. */
import type { Page } from '@playwright/test'
import type { ClaimView } from '#protocol/view.ts'
import { anArticle, claimsOf } from './article.ts'
import { type ArticlePage, open } from './article-page.ts'
import { regionTo, tabTo } from './by-keyboard.ts'
import { expect, type Person, test } from './people.ts'
import { caretBefore, expectWordsSelected } from './words.ts'

const most = 40
const suggested = Array.from({ length: most - 2 }, (_, ward) => `Ward ${ward + 1} had ${ward + 11} beds that night.`)
const unnoticed = ['The night sister had gone home.', 'Somebody had locked the front gate.']
const skipped = 'Room 9 was painted in 1971.'
const text = ['A night in the wards', ...suggested, skipped, ...unnoticed].join('\n\n')
const ledger = 'Ledger of the wards'

/** Claims are numbered as they are made. The screen counts one that is being marked too: here all of them have been stored. */
async function inOrderOfText(noor: Person, article: string): Promise<ClaimView[]> {
  await expect.poll(async () => (await claimsOf(noor, article)).length).toBe(most)
  const from = ({ ranges }: ClaimView) => ranges[0]?.from ?? -1
  return (await claimsOf(noor, article)).toSorted((a, b) => from(a) - from(b))
}

const unpointed = (page: Page) =>
  page.addInitScript(() => {
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(
        type,
        ({ isTrusted }) => isTrusted && console.error(`${type} in a night without a pointer`),
        true,
      )
    }
  })

async function markAll(desk: ArticlePage): Promise<void> {
  const { keyboard } = desk.page
  await expect(desk.page.getByRole('region', { name: 'Suggested claims' })).toContainText(`${most - 1} suggestions`)
  await regionTo(desk.page, desk.text)
  await keyboard.press('y')
  for (const words of suggested) {
    await expectWordsSelected(desk.text, words)
    await keyboard.press('y')
  }
  await expectWordsSelected(desk.text, skipped)
  await keyboard.press('x')
  for (const words of unnoticed) {
    await caretBefore(desk.text, words.slice(0, 12))
    await keyboard.press('s')
    await expectWordsSelected(desk.text, words)
    await keyboard.press('m')
    await expect(desk.kinds.locator(':focus')).toHaveCount(1)
    await keyboard.press('Enter')
    await expect(desk.mark(words)).toBeVisible()
    await expect(desk.text).toBeFocused()
  }
  await desk.expectCount('All', most)
}

/** `o`, the ledger by its name, where in it, and back in the text. */
async function addSource(desk: ArticlePage, number: number): Promise<void> {
  const { page } = desk
  const isFirst = number === 1
  await page.keyboard.press('o')
  await expect(page.getByLabel('Find in the library, or paste a link')).toBeFocused()
  await page.keyboard.type(ledger)
  const choice = page.getByRole('button', { name: isFirst ? `New source: ${ledger}` : ledger, exact: true })
  await tabTo(page, choice.first(), 12)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Where in the source'), 12)
  await page.keyboard.type(`folio ${number}`)
  await page.keyboard.press('Enter')
  await expect(desk.section('Sources').getByRole('listitem')).toContainText(`folio ${number}`)
  await expect(desk.text).toBeFocused()
}

async function judgeAll(desk: ArticlePage, noor: Person, article: string): Promise<void> {
  const { keyboard } = desk.page
  const order = await inOrderOfText(noor, article)
  // From the top: steps go on from the caret.
  await keyboard.press('Escape')
  await expect(desk.inspector.getByRole('heading', { level: 2 })).toHaveText('No claim selected')
  await keyboard.press('Control+Home')
  await keyboard.press('n')
  for (const [index, { number }] of order.entries()) {
    await desk.expectSelected(`C${number}`)
    await addSource(desk, index + 1)
    await keyboard.press('1')
  }
  await expect
    .poll(
      async () =>
        (await claimsOf(noor, article)).filter(({ verdict, evidence }) => verdict !== null && evidence.length === 1)
          .length,
    )
    .toBe(most)
}

test(
  'KB39 forty claims in a night by keyboard alone: kept or marked, a source and a verdict for each, review, signatures',
  { tag: '@long' },
  async ({ as }) => {
    test.setTimeout(600_000)
    const [noor, idris] = [await as('noor'), await as('idris')]
    for (const { page } of [noor, idris]) await unpointed(page)
    const article = await anArticle(noor, { text, suggests: true })
    const desk = await open(noor, article)
    await markAll(desk)
    await judgeAll(desk, noor, article)

    await noor.page.keyboard.press('g')
    await noor.page.keyboard.press('r')
    await tabTo(noor.page, noor.page.getByRole('button', { name: 'Ask for review' }))
    await noor.page.keyboard.press('Enter')
    await expect(noor.page.getByText('An editor decides on approval and publication.')).toBeVisible()

    const editor = await open(idris, article)
    await editor.expectCount('All', most)
    await regionTo(idris.page, editor.list)
    await idris.page.keyboard.press('Home')
    const order = await inOrderOfText(noor, article)
    for (const { number } of order) {
      await editor.expectSelected(`C${number}`)
      await idris.page.keyboard.press('v')
      await editor.expectRow(`C${number}`, '.*Confirmed, Signed off')
      await idris.page.keyboard.press('ArrowDown')
    }
    await expect
      .poll(async () => (await claimsOf(noor, article)).filter(({ standing }) => standing === 'signed').length)
      .toBe(most)
  },
)
