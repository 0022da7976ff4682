/** The margin of the article desk: cards level with their words, the gutter, the shelf of detached claims, and each width of window. */
import type { Locator, Page } from '@playwright/test'
import { aClaim, allegation, anArticle, aVerdict, claimOf, toll } from './article.ts'
import { type ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, type Person, test } from './people.ts'
import { expectWithinWidth } from './sideways.ts'
import { dragOver, edgesOf } from './words.ts'

const wide = { viewport: { width: 1440, height: 900 } }

const card = (page: Page, claim: string): Locator =>
  page.locator('[data-card]').filter({ has: page.getByRole('button', { name: new RegExp(`^${claim}, `) }) })

const cards = (page: Page): Locator => page.getByRole('region', { name: 'Cards beside the text' })

/** Every word from the first on is a claim: more cards than there is room for beside them. */
async function crowded(person: Person, count: number): Promise<string> {
  const words = Array.from({ length: 60 }, (_, at) => `w${at}x`)
  const text = ['A crowded article', words.join(' '), 'And a quiet end of it.'].join('\n\n')
  const article = await anArticle(person, { text })
  for (const word of words.slice(0, count)) await aClaim(person, article, word, 'other')
  return article
}

/** The middle of a card's first line, and of the line where its words begin. */
const levels = (page: Page, claim: string, words: string) =>
  page.evaluate(
    ([claim = '', words = '']) => {
      const name = [...document.querySelectorAll('[data-card] button')].find((button) =>
        button.getAttribute('aria-label')?.startsWith(`${claim}, `),
      )
      const mark = [...document.querySelectorAll('mark[data-claim]')].find(({ textContent }) =>
        words.startsWith(textContent),
      )
      const [of, line] = [name?.getBoundingClientRect(), mark?.getClientRects()[0]]
      return of && line ? Math.abs((of.top + of.bottom) / 2 - (line.top + line.bottom) / 2) : Infinity
    },
    [claim, words],
  )

/** Cards from the top, and by how much each covers the next one. */
const boxes = (page: Page) =>
  page.locator('[data-card]').evaluateAll((all) =>
    all
      .map((one) => {
        const { top, bottom } = one.getBoundingClientRect()
        return { name: one.querySelector('button')?.textContent ?? '', top, bottom }
      })
      .sort((a, b) => a.top - b.top),
  )

/** Heights are measured in the frame after cards are drawn, and the others make room for them: until nothing of it moves any more. */
const untilStill = (page: Page): Promise<void> =>
  cards(page).evaluate(async (margin) => {
    let before = ''
    for (let still = 0; still < 3;) {
      await new Promise(requestAnimationFrame)
      const now = [...margin.children].map((one) => `${one.textContent} ${one.getBoundingClientRect().top}`).join()
      still = now === before ? still + 1 : 0
      before = now
    }
  })

async function expectApart(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const all = await boxes(page)
      return all.filter(({ top }, at) => at > 0 && top < (all[at - 1]?.bottom ?? 0))
    }, 'cards that cover another')
    .toEqual([])
}

test('MG1 MG2 MG3 at 1440 the selected card is level with its words, none covers another, all in the order of the text', async ({
  as,
}) => {
  const noor = await as('noor', wide)
  const article = await crowded(noor, 24)
  const page = await open(noor, article)
  await expect(card(noor.page, 'C1')).toBeVisible()
  await expectApart(noor.page)
  for (const [claim, words] of [
    ['C12', 'w11x'],
    ['C20', 'w19x'],
    ['C1', 'w0x'],
  ] as const) {
    await page.pickRow(claim)
    await expect.poll(() => levels(noor.page, claim, words), `${claim} is level`).toBeLessThan(2)
    await expectApart(noor.page)
    const names = (await boxes(noor.page)).map(({ name }) => Number(name.replace(/\D/g, '')))
    expect(names).toEqual(names.toSorted((a, b) => a - b))
  }
  await expectAccessible(noor.page, 'article with cards')
})

test('MG5 MG6 in a crowd cards say one line, the selected one everything, and what is folded away above is counted', async ({
  as,
}) => {
  const noor = await as('noor', wide)
  const article = await crowded(noor, 30)
  const page = await open(noor, article)
  await expect(card(noor.page, 'C4')).toHaveAttribute('data-density', 'line')
  await page.pickRow('C12')
  await expect(card(noor.page, 'C12')).toHaveAttribute('data-density', 'full')
  const above = cards(noor.page).getByRole('button', { name: /cards above\. Go to C\d+\.$/ })
  await expect(above).toBeVisible()
  await expectApart(noor.page)
  await untilStill(noor.page)
  const name = (await above.getAttribute('aria-label')) ?? ''
  const nearest = /C\d+/.exec(name)?.[0] ?? ''
  await expect(card(noor.page, nearest)).toHaveCount(0)
  await above.click()
  await page.expectSelected(nearest)
  await expect(card(noor.page, nearest)).toBeInViewport()
  // The keys are still those of the text.
  await noor.page.keyboard.press('j')
  await expect(page.inspector.getByRole('heading', { level: 2 })).not.toHaveText(nearest)
})

test('DS3 MG7 the filter takes cards away and leaves the gutter, and a card pressed in the margin is selected in the text', async ({
  as,
}) => {
  const noor = await as('noor', wide)
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  await aVerdict(noor, article, 'C1', { rating: 'wrong', why: 'The count stops at 412.' })
  const page = await open(noor, article)
  await expect(card(noor.page, 'C1')).toContainText('The count stops at 412.')
  await page.door('Left').click()
  await expect(card(noor.page, 'C1')).toHaveCount(0)
  await expect(card(noor.page, 'C2')).toBeVisible()
  await expect(noor.page.locator('[data-gutter]')).toHaveText(['C1', 'C2'])
  await page.text.focus()
  await card(noor.page, 'C2').click()
  await page.expectSelected('C2')
  await expect(page.text).toBeFocused()
  // Selected by the gutter, a claim that the filter hides has its card all the same.
  await noor.page.locator('[data-gutter]').first().click()
  await expect(card(noor.page, 'C1')).toHaveAttribute('data-density', 'full')
})

test('MG7 the gutter names claims where they start, and three on a line are one entry that leads through them', async ({
  as,
}) => {
  const noor = await as('noor', wide)
  const article = await anArticle(noor)
  for (const words of ['Two engineers', 'allegedly', 'sold the spare']) await aClaim(noor, article, words, 'other')
  await aClaim(noor, article, toll, 'casualty')
  const page = await open(noor, article)
  const entries = noor.page.locator('[data-gutter]')
  await expect(entries).toHaveText(['C4', 'C1+2'])
  await entries.last().click()
  await page.expectSelected('C1')
  await expect(entries.last()).toHaveAttribute('data-selected', 'true')
  await entries.last().click()
  await page.expectSelected('C2')
  await expect(entries.last()).toHaveText('C2+2')
  await entries.last().click()
  await page.expectSelected('C3')
  const distance = async () => {
    const { start } = await edgesOf(page.text, 'Two engineers')
    const box = await entries.last().boundingBox()
    return Math.abs((box?.y ?? NaN) + (box?.height ?? NaN) / 2 - start.y)
  }
  await expect.poll(distance, 'from the entry to its line').toBeLessThan(3)
})

test(
  'MG8 MG9 while somebody else types, cards are moved with their words and nothing in the margin is drawn anew',
  { tag: '@long' },
  async ({ as }) => {
    const [noor, karim] = [await as('noor', wide), await as('karim')]
    const article = await anArticle(noor)
    await aClaim(noor, article, toll, 'casualty')
    await aClaim(noor, article, allegation, 'allegation')
    const page = await open(noor, article, '?claim=C2')
    const his = await open(karim, article)
    await expect.poll(() => levels(noor.page, 'C2', allegation)).toBeLessThan(2)
    const top = async () => (await card(noor.page, 'C2').boundingBox())?.y ?? 0
    const before = await top()
    const margin = cards(noor.page).locator('..')
    await margin.evaluate((element) => {
      const changed: string[] = []
      Object.assign(globalThis, { changed })
      new MutationObserver((changes) => {
        for (const { type, attributeName } of changes) changed.push(attributeName ?? type)
      }).observe(element, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await his.edit()
    await dragOver(his.text, 'in the log')
    await karim.page.keyboard.press('ArrowRight')
    const typed = ' and again, and again'.repeat(6)
    await karim.page.keyboard.type(typed)
    await page.expectWords(typed.slice(-40))
    await expect.poll(top, 'the card has gone down with its words').toBeGreaterThan(before + 30)
    await expect.poll(() => levels(noor.page, 'C2', allegation)).toBeLessThan(2)
    const changed = await noor.page.evaluate(() => Reflect.get(globalThis, 'changed') as string[])
    expect(new Set(changed)).toEqual(new Set(['style']))
  },
)

test('MG4 a reworded card shows what changed and can be affirmed beside the text', async ({ as }) => {
  const noor = await as('noor', wide)
  const article = await anArticle(noor)
  await aClaim(noor, article, allegation, 'allegation')
  await aVerdict(noor, article, 'C1', { rating: 'confirmed' })
  const page = await open(noor, article)
  await page.edit()
  await page.retype('1991', '1992')
  await page.expectRow('C1', '.*Wording changed')
  await page.mode('Check').click()
  const reworded = card(noor.page, 'C1')
  await expect(reworded.locator('del')).toContainText('1991')
  await expect(reworded.locator('ins')).toContainText('1992')
  await expect(reworded).toContainText('High risk')
  await reworded.getByRole('button', { name: 'Check' }).click()
  await expect(page.why).toBeFocused()
  await reworded.getByRole('button', { name: 'Still holds' }).click()
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ standing: 'judged', place: 'placed' })
  await expect(reworded.locator('del')).toHaveCount(0)
})

test('MG10 a claim that lost its words lies on the shelf below the text, with where it stood and a way back', async ({
  as,
}) => {
  const oldest = 'It is the oldest dam in the country'
  const noor = await as('noor', wide)
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  const page = await open(noor, article)
  const shelf = noor.page.getByRole('region', { name: 'Detached (1)' })
  await expect(shelf).toHaveCount(0)
  await page.edit()
  await dragOver(page.text, oldest)
  await noor.page.keyboard.press('Delete')
  await page.expectRow('C1', '.*Detached')
  await noor.page.keyboard.press('End')
  await noor.page.keyboard.type(' It is one of the oldest dams in the country')
  await page.expectSaved()
  await page.mode('Check').click()
  await expect(shelf.getByRole('deletion')).toHaveText(oldest)
  await shelf.getByRole('button', { name: 'Other words…' }).click()
  await page.expectSelected('C1')
  await expectAccessible(noor.page, 'article with a shelf')
  // What may be its words now is asked for again with each change of the claims, and when the page is opened.
  await noor.page.reload()
  await expect(shelf.getByRole('strong')).toContainText('oldest dams in the country')
  await shelf.getByRole('button', { name: 'Put C1 there' }).click()
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ place: 'reworded' })
  await expect(shelf).toHaveCount(0)
})

/** What is on screen at each width: the margin's parts, and the panel before and after a claim is chosen. */
const widths = [
  { width: 1920, cards: true, gutter: 'C1', panel: true },
  { width: 1440, cards: true, gutter: 'C1', panel: true },
  { width: 1439, cards: false, gutter: 'C1', panel: true },
  { width: 1100, cards: false, gutter: 'C1', panel: true },
  { width: 1099, cards: false, gutter: '', panel: false },
  { width: 760, cards: false, gutter: '', panel: false },
  { width: 759, cards: false, gutter: null, panel: false },
  { width: 390, cards: false, gutter: null, panel: false },
] as const

for (const { width, cards: hasCards, gutter, panel } of widths) {
  test(`MG11 at ${width} px everything has its place, and nothing lies beyond the edge`, async ({ as }) => {
    const noor = await as('noor', { viewport: { width, height: 820 } })
    const article = await anArticle(noor, { dueIn: 2 })
    await aClaim(noor, article, toll, 'casualty')
    const page = await open(noor, article)
    await expect(page.mark(toll)).toBeVisible()
    const entry = noor.page.locator('[data-gutter]')
    if (gutter === null) await expect(entry).toHaveCount(0)
    else await expect(entry).toHaveText(gutter)
    await expect(noor.page.locator('[data-card]')).toHaveCount(hasCards ? 1 : 0)
    await expect(page.inspector).toBeVisible({ visible: panel })
    const heightOf = async (part: Locator) => (await part.boundingBox())?.height
    await expect.poll(() => heightOf(page.bar), 'height of the bar').toBeLessThan(width < 760 ? 100 : 60)
    if (panel) await expect.poll(() => heightOf(page.filters), 'height of the filters').toBeLessThan(60)
    await expectWithinWidth(noor.page, `article at ${width}`)
    await page.pick('C1', toll)
    await expect(page.inspector).toBeInViewport()
    await expect(page.mark(toll)).toBeInViewport()
    await expectWithinWidth(noor.page, `a claim at ${width}`)
    await expectAccessible(noor.page, `a claim at ${width}`)
  })
}

for (const [name, options] of [
  ['in the dark', { ...wide, colorScheme: 'dark' }],
  ['in forced colours', { ...wide, forcedColors: 'active', colorScheme: 'dark' }],
] as const) {
  test(`MG11 cards and gutter can be read ${name}`, async ({ as }) => {
    const noor = await as('noor', options)
    const article = await anArticle(noor)
    await aClaim(noor, article, toll, 'casualty')
    await aClaim(noor, article, allegation, 'allegation')
    const page: ArticlePage = await open(noor, article, '?claim=C2')
    await expect(card(noor.page, 'C1')).toBeVisible()
    await page.expectSelected('C2')
    await expectAccessible(noor.page, `cards ${name}`)
  })
}
