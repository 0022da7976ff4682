/** Coverage on the article desk: ticking from the keyboard, the list of sentences, the strip, and others who see it at once. */
import type { Locator, Page } from '@playwright/test'
import { aClaim, anArticle, claimsOf, titled } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './people.ts'
import { caretBefore, expectWordsSelected } from './words.ts'

const text = (title: string) => `${title}

It was a grey morning. At least 41 people died. Nobody answered the bell.

The harbour lay still. Officials deny it. The wind came from the north.
`

class Coverage {
  readonly strip: Locator
  readonly door: Locator
  readonly list: Locator
  readonly rows: Locator

  constructor(page: Page) {
    this.strip = page.getByRole('scrollbar')
    this.door = page.getByRole('button', { name: /sentences? untouched|Every sentence looked at/ })
    this.list = page.getByRole('complementary', { name: 'Sentences' })
    this.rows = this.list.getByRole('row')
  }
}

/** The title is a sentence too, with a figure in it: figures made up anew may all be letters. */
const aShortArticle = async (person: Parameters<typeof anArticle>[0], about: string) =>
  anArticle(person, { text: text(`${about}, 7 sentences`) })

test('NC33 three sentences ticked with one key each: the figure counts down, and a second person sees it at once', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await aShortArticle(noor, 'Three ticks')
  const [desk, second] = [await open(noor, article), await open(karim, article)]
  const [here, there] = [new Coverage(desk.page), new Coverage(second.page)]
  await expect(here.door).toHaveText('7 sentences untouched')
  await expect(there.door).toHaveText('7 sentences untouched')

  await caretBefore(desk.text, 'It was a grey')
  const { keyboard } = noor.page
  await keyboard.press('t')
  await expectWordsSelected(desk.text, 'At least 41 people died.')
  await expect(here.door).toHaveText('6 sentences untouched')
  // The next two by hand; what has a figure in it is left.
  await caretBefore(desk.text, 'Nobody answered')
  await keyboard.press('t')
  await expectWordsSelected(desk.text, 'The harbour lay still.')
  await keyboard.press('t')
  await expectWordsSelected(desk.text, 'Officials deny it.')
  await expect(here.door).toHaveText('4 sentences untouched')
  await expect(there.door).toHaveText('4 sentences untouched')
  await expect(there.strip).toHaveAccessibleName('7 sentences: 0 claimed, 3 ticked “nothing to check”, 4 untouched')
})

test('NC33 s and ⇧S select one sentence and the next one with it, and t ticks all that is selected', async ({ as }) => {
  const noor = await as('noor')
  const desk = await open(noor, await aShortArticle(noor, 'Two at once'))
  const coverage = new Coverage(desk.page)
  await expect(coverage.door).toHaveText('7 sentences untouched')
  await caretBefore(desk.text, 'The harbour')
  await noor.page.keyboard.press('s')
  await expectWordsSelected(desk.text, 'The harbour lay still.')
  await noor.page.keyboard.press('Shift+S')
  await expectWordsSelected(desk.text, 'The harbour lay still. Officials deny it.')
  await noor.page.keyboard.press('t')
  await expect(coverage.door).toHaveText('5 sentences untouched')
})

test('NC33 ⇧T gives another reason, in one’s own words too, and takes a tick back', async ({ as }) => {
  const noor = await as('noor')
  const article = await aShortArticle(noor, 'Reasons')
  const desk = await open(noor, article)
  const { keyboard } = noor.page
  const coverage = new Coverage(desk.page)
  await expect(coverage.door).toHaveText('7 sentences untouched')
  const menu = noor.page.getByRole('menu', { name: 'Nothing to check, because' })
  await caretBefore(desk.text, 'It was a grey')
  await keyboard.press('Shift+T')
  await expect(menu).toBeVisible()
  await expectAccessible(noor.page, 'the menu of reasons')
  await menu.getByRole('menuitem', { name: 'opinion' }).press('Enter')
  await expect(coverage.door).toHaveText('6 sentences untouched')

  await caretBefore(desk.text, 'The wind')
  await keyboard.press('Shift+T')
  await menu.getByRole('menuitem', { name: 'Another reason…' }).press('Enter')
  const why = noor.page.getByRole('textbox', { name: 'In your words' })
  await why.press('Enter')
  await expect(why).toHaveAccessibleDescription(/This needs a reason/)
  await keyboard.type('From the poem.')
  await keyboard.press('Enter')
  await expect(coverage.door).toHaveText('5 sentences untouched')
  const stored = async () => {
    const path = `articles/${article}/ticks`
    const { ticks } = await noor.ask<{ ticks: { words: string; reason: string; why: string | null }[] }>('GET', path)
    return ticks.map(({ words, reason, why }) => [words, reason, why])
  }
  await expect.poll(stored).toEqual([
    ['It was a grey morning.', 'opinion', null],
    ['The wind came from the north.', 'other', 'From the poem.'],
  ])

  await caretBefore(desk.text, 'It was a grey')
  await keyboard.press('Shift+T')
  await menu.getByRole('menuitem', { name: 'Take the tick back' }).press('Enter')
  await expect(coverage.door).toHaveText('6 sentences untouched')
  await expect(desk.text).toBeFocused()
})

test('NC34 the list opens by its figure: something to check first, several ticked at once, taken back again', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await aShortArticle(noor, 'The list')
  const desk = await open(noor, article)
  const { keyboard } = noor.page
  const coverage = new Coverage(desk.page)
  await coverage.door.focus()
  await keyboard.press('Enter')
  await expect(noor.page).toHaveURL(/sentences=untouched/)
  await expect(coverage.rows).toHaveCount(7)
  await expect(coverage.rows.filter({ hasText: 'Figure' })).toHaveCount(2)
  await expectAccessible(noor.page, 'the list of sentences')
  await coverage.list.getByRole('searchbox', { name: 'Find in sentences…' }).fill('the')
  await expect(coverage.rows).toHaveCount(4)
  await coverage.rows.filter({ hasText: 'The harbour' }).press('Space')
  await coverage.rows.filter({ hasText: 'The wind' }).press('Space')
  await coverage.list.getByRole('button', { name: 'Tick 2: nothing to check' }).press('Enter')
  await expect(coverage.door).toHaveText('5 sentences untouched')
  await coverage.list.getByRole('radio', { name: 'Ticked 2' }).press('Space')
  await coverage.list.getByRole('searchbox', { name: 'Find in sentences…' }).fill('')
  await expect(coverage.rows).toHaveCount(2)
  await expect(coverage.rows.first()).toContainText('Noor Kassem: no fact in it')
  await coverage.rows.first().press('t')
  await expect(coverage.door).toHaveText('6 sentences untouched')
  await keyboard.press('Escape')
  await expect(coverage.list).toBeHidden()
  await expect(desk.text).toBeFocused()
})

test('NC34 a row leads to its words in the text, and from there to a claim', async ({ as }) => {
  const noor = await as('noor')
  const article = await aShortArticle(noor, 'To the words')
  const desk = new ArticlePage(noor.page)
  await open(noor, article, '?sentences=untouched')
  const coverage = new Coverage(noor.page)
  await coverage.rows.filter({ hasText: 'Officials' }).press('Enter')
  await expectWordsSelected(desk.text, 'Officials deny it.')
  await coverage.rows.filter({ hasText: 'At least 41' }).press('m')
  await expect(desk.kinds.getByRole('menuitemradio', { name: 'Casualty count' })).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await desk.expectSelected('C1')
  await expect(coverage.door).toHaveText('6 sentences untouched')
  expect((await claimsOf(noor, article)).map(({ words }) => words)).toEqual(['At least 41 people died.'])
})

test('NC4 a key on a claimed sentence ticks nothing and goes on; words retyped are untouched again', async ({ as }) => {
  const noor = await as('noor')
  const article = await aShortArticle(noor, 'Claimed')
  await aClaim(noor, article, 'At least 41 people', 'casualty')
  const desk = await open(noor, article)
  const coverage = new Coverage(desk.page)
  await expect(coverage.door).toHaveText('6 sentences untouched')
  await caretBefore(desk.text, 'people died')
  await noor.page.keyboard.press('t')
  await expectWordsSelected(desk.text, 'Nobody answered the bell.')
  await noor.page.keyboard.press('t')
  await expect(coverage.door).toHaveText('5 sentences untouched')
  // The bar at the selected words lies over those to be retyped.
  await noor.page.keyboard.press('ArrowRight')
  await desk.edit()
  await desk.retype('answered', 'heard')
  await expect(coverage.door).toHaveText('6 sentences untouched')
})

test('NC1 a viewer reads the strip and the list, and finds nothing to tick with', async ({ as }) => {
  const noor = await as('noor')
  const article = await aShortArticle(noor, 'For a viewer')
  const vera = await as('vera')
  const desk = await open(vera, article, '?sentences=untouched')
  const coverage = new Coverage(desk.page)
  await expect(coverage.rows).toHaveCount(7)
  await expect(coverage.list.getByRole('button', { name: /^Tick/ })).toHaveCount(0)
  await desk.text.focus()
  await caretBefore(desk.text, 'It was a grey')
  await vera.page.keyboard.press('t')
  await expect(coverage.door).toHaveText('7 sentences untouched')
})

test('NC33 the strip scrolls a long article by key and by pointer', async ({ as }) => {
  const noor = await as('noor')
  const { title } = titled('A long one')
  const paragraphs = Array.from({ length: 80 }, (_, at) => `Paragraph number ${at + 1} stands here. `.repeat(6).trim())
  const article = await anArticle(noor, { text: [title, ...paragraphs].join('\n\n') })
  const desk = await open(noor, article)
  const coverage = new Coverage(desk.page)
  await expect(coverage.strip).toHaveAttribute('aria-valuenow', '0')
  const { height = 0, x = 0, y = 0, width = 0 } = (await coverage.strip.boundingBox()) ?? {}
  await noor.page.mouse.click(x + width / 2, y + height * 0.75)
  const now = async () => Number(await coverage.strip.getAttribute('aria-valuenow'))
  await expect.poll(now).toBeGreaterThan(60)
  await noor.page.keyboard.press('Control+End')
  await expect.poll(now).toBeGreaterThan(85)
  // What was far away is as high as it is only when it has come near: the end of it is where the strip stays.
  let before = NaN
  const isStill = async () => before === (before = await now())
  await expect.poll(isStill).toBe(true)
  await noor.page.keyboard.press('Alt+ArrowUp')
  await expect.poll(now).toBeLessThan(before)
})
