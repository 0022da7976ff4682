/** Suggested claims on the article desk: kept and skipped by key, by the tray and all of a kind, shared with others, hidden and shown. */
import type { Locator, Page } from '@playwright/test'
import type { ClaimKind } from '#domain/kind.ts'
import { anArticle, claimsOf, titled } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, type Person, test } from './people.ts'
import { held } from './wire.ts'
import { dragOver, edgesOf, expectWordsSelected } from './words.ts'

const text = (title: string) => `${title}

It was a grey morning. At least 41 people died. Nobody answered the bell.

The line carries 900,000 passengers a year. It had 12 boats in March.

Two engineers allegedly sold the spare gate.
`
const died = 'At least 41 people died.'
const line = 'The line carries 900,000 passengers a year.'
const boats = 'It had 12 boats in March.'
const gate = 'Two engineers allegedly sold the spare gate.'

class Tray {
  readonly region: Locator
  readonly suggested: Locator

  constructor(page: Page) {
    this.region = page.getByRole('region', { name: 'Suggested claims' })
    this.suggested = page.locator('.suggested')
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name })
  }
}

/** Marks reach the server after they are shown. */
const expectClaims = (person: Person, article: string, expected: [string, ClaimKind][]) =>
  expect.poll(async () => (await claimsOf(person, article)).map(({ words, kind }) => [words, kind])).toEqual(expected)

async function openSuggesting(
  person: Person,
  about: string,
): Promise<{ desk: ArticlePage; tray: Tray; article: string }> {
  const article = await anArticle(person, { text: text(titled(about).title), suggests: true })
  const desk = await open(person, article)
  const tray = new Tray(desk.page)
  await expect(tray.region).toContainText('4 suggestions')
  await expect(tray.suggested).toHaveText([died, line, boats, gate])
  return { desk, tray, article }
}

test('SU31 y leads to the next suggestion first, then keeps it and goes on; x skips', async ({ as }) => {
  const noor = await as('noor')
  const { desk, tray, article } = await openSuggesting(noor, 'By key')
  const { keyboard } = noor.page
  await desk.text.focus()
  await keyboard.press('y')
  await expectWordsSelected(desk.text, died)
  await expect(tray.region).toContainText('1 of 4 suggestions')
  expect(await claimsOf(noor, article)).toEqual([])
  await keyboard.press('y')
  await expect(desk.mark(died)).toBeVisible()
  await expectWordsSelected(desk.text, line)
  await keyboard.press('x')
  await expectWordsSelected(desk.text, boats)
  await keyboard.press('y')
  await expectWordsSelected(desk.text, gate)
  await keyboard.press('y')
  await expect(tray.region).toContainText('No suggestions left')
  await expectClaims(noor, article, [
    [died, 'casualty'],
    [boats, 'statistic'],
    [gate, 'allegation'],
  ])
  await expect(tray.suggested).toHaveCount(0)
})

test('SU31 a key where the caret is elsewhere decides nothing and leads to the next suggestion', async ({ as }) => {
  const noor = await as('noor')
  const { desk, tray, article } = await openSuggesting(noor, 'Elsewhere')
  const { keyboard } = noor.page
  await desk.text.focus()
  await keyboard.press('y')
  await expectWordsSelected(desk.text, died)
  await keyboard.press('Control+End')
  await keyboard.press('x')
  await expect(tray.region).toContainText('1 of 4 suggestions')
  await expectWordsSelected(desk.text, died)
  expect(await claimsOf(noor, article)).toEqual([])
})

test('SU32 the tray keeps, skips and steps without a key, and brings back what was skipped, for everybody', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const { desk, tray, article } = await openSuggesting(noor, 'By tray')
  await expectAccessible(noor.page, 'the tray')
  await open(karim, article)
  const second = new Tray(karim.page)
  await expect(second.suggested).toHaveText([died, line, boats, gate])
  await tray.button('Next suggestion').click()
  await expect(tray.region).toContainText('Casualty count')
  await tray.button('Skip').first().click()
  await expect(tray.region).toContainText(line)
  await expect(second.suggested).toHaveText([line, boats, gate])
  await tray.button('Keep').click()
  await expect(desk.mark(line)).toBeVisible()
  await expect(second.suggested).toHaveText([boats, gate])
  await second.button('Skipped 1').click()
  await karim.page.getByRole('menuitem', { name: died }).click()
  await expect(tray.suggested).toHaveText([died, boats, gate])
})

test('SU36 beside the suggestion that is being decided on nothing covers the text, and beside other words there is the way to mark them', async ({
  as,
}) => {
  const noor = await as('noor')
  const { desk, tray } = await openSuggesting(noor, 'Uncovered')
  const bar = noor.page.getByRole('toolbar', { name: 'Selected words' })
  await dragOver(desk.text, 'a grey morning')
  await expect(bar).toBeVisible()
  await tray.button('Next suggestion').click()
  await expectWordsSelected(desk.text, died)
  await expect(bar).toBeHidden()
  await dragOver(desk.text, 'a grey morning')
  await expect(bar).toBeVisible()
})

test('SU35 words being selected by dragging stay selected when suggestions arrive, and those are drawn afterwards', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor, { text: text('By dragging'), suggests: true })
  const skips = await held(noor.page, '**/skips')
  const desk = await open(noor, article)
  await skips.whenAsked
  const { mouse } = noor.page
  const { start, end } = await edgesOf(desk.text, '41 people')
  await mouse.move(start.x, start.y)
  await mouse.down()
  await mouse.move(end.x, end.y)
  await expectWordsSelected(desk.text, '41 people')
  skips.letGo()
  const tray = new Tray(noor.page)
  await expect(tray.region).toContainText('4 suggestions')
  await expect(tray.suggested).toHaveCount(0)
  await mouse.up()
  await expect(tray.suggested).toHaveText([died, line, boats, gate])
  await expectWordsSelected(desk.text, '41 people')
})

test('QK5 what is suggested in other paragraphs stays drawn while somebody else writes', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const { desk, tray, article } = await openSuggesting(noor, 'Written beside')
  const his = await open(karim, article)
  await desk.text.evaluate((root) => {
    const gone: string[] = []
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes) for (const node of removedNodes) gone.push(node.textContent ?? '')
    }).observe(root, { childList: true, subtree: true })
    Object.assign(window, { gone })
  })
  await his.edit()
  await his.retype('grey', 'grey and windy')
  await desk.expectWords('It was a grey and windy morning.')
  const gone = await noor.page.evaluate(() => (window as unknown as { gone: string[] }).gone.join(' '))
  expect(gone).not.toContain('900,000')
  expect(gone).not.toContain('allegedly')
  await expect(tray.suggested).toHaveText([died, line, boats, gate])
})

test('SU33 all of a kind are kept after one look at them', async ({ as }) => {
  const noor = await as('noor')
  const { desk, tray, article } = await openSuggesting(noor, 'Of a kind')
  await tray.button('All of a kind').click()
  await noor.page.getByRole('group', { name: 'Keep all' }).getByRole('menuitem', { name: 'Statistic' }).click()
  const sure = noor.page.getByRole('dialog', { name: /^Keep 2 suggestions/ })
  await expect(sure.getByRole('listitem')).toHaveText([line, boats])
  await expectAccessible(noor.page, 'keeping all of a kind')
  await sure.getByRole('button', { name: 'Keep' }).click()
  await expect(tray.suggested).toHaveText([died, gate])
  await expect(desk.mark(boats)).toBeVisible()
  await expectClaims(noor, article, [
    [line, 'statistic'],
    [boats, 'statistic'],
  ])
})

test('SU34 suggestions are hidden and shown again, and an article brought in without them has none', async ({ as }) => {
  const noor = await as('noor')
  const { desk, tray } = await openSuggesting(noor, 'Hidden')
  await tray.button('Hide suggestions').click()
  await expect(tray.region).toBeHidden()
  await expect(tray.suggested).toHaveCount(0)
  await noor.page.reload()
  await expect(desk.text).toBeVisible()
  await desk.bar.getByRole('button', { name: 'More of this article' }).click()
  await noor.page.getByRole('menuitem', { name: 'Show suggestions' }).click()
  await expect(tray.suggested).toHaveCount(4)
  const without = await anArticle(noor, { text: text('Without them') })
  await open(noor, without)
  await desk.bar.getByRole('button', { name: 'More of this article' }).click()
  await expect(noor.page.getByRole('menuitem', { name: 'Show suggestions' })).toBeVisible()
  await expect(tray.region).toBeHidden()
})

test('SU5 suggesting is on at import, and can be turned off there', async ({ as }) => {
  const noor = await as('noor')
  const desk = new ArticlePage(noor.page)
  const tray = new Tray(noor.page)
  for (const isOn of [true, false]) {
    await noor.page.goto('/harbour/import')
    await noor.page
      .getByRole('textbox', { name: 'The article’s text' })
      .fill(text(`Brought in ${isOn ? 'with' : 'without'}`))
    await noor.page.getByRole('button', { name: 'Continue' }).click()
    const choice = noor.page.getByRole('checkbox', { name: /^Suggest claims/ })
    await expect(choice).toBeChecked()
    if (!isOn) await choice.press('Space')
    await noor.page.getByRole('button', { name: /^Start checking/ }).click()
    await expect(desk.text).toBeVisible()
    await desk.bar.getByRole('button', { name: 'More of this article' }).click()
    const said = isOn ? 'Hide suggestions' : 'Show suggestions'
    await expect(noor.page.getByRole('menuitem', { name: said })).toBeVisible()
    await noor.page.keyboard.press('Escape')
    await (isOn ? expect(tray.suggested).toHaveCount(4) : expect(tray.region).toBeHidden())
  }
})
