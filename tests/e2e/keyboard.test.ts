import { allegation, anArticle, claimOf, claimsOf, titled } from './article.ts'
import { ArticlePage, open } from './article-page.ts'
import { expectFocusWithin, regionTo, tabTo } from './by-keyboard.ts'
import { expect, test } from './people.ts'
import { held } from './wire.ts'
import { caretBefore, expectWordsSelected } from './words.ts'

test('KB30 a whole evening without a pointer: sign in, open, mark, judge, source, next, sign off', async ({
  as,
  stranger,
}) => {
  const { title, text } = titled('Without a pointer')
  const noor = await as('noor')
  // Late, so that it stands on top of the desk.
  const article = await anArticle(noor, { text, dueIn: -48 })

  const page = await (await stranger()).newPage()
  const { keyboard } = page
  await page.goto('/')
  await tabTo(page, page.getByLabel('Email'))
  await keyboard.type('noor@demo.test')
  await keyboard.press('Tab')
  await keyboard.type('tickmark-demo')
  await keyboard.press('Enter')
  const link = page.getByRole('link', { name: title, exact: true })
  await tabTo(page, link)
  await keyboard.press('Enter')

  const desk = new ArticlePage(page)
  await expect(desk.text).toBeVisible()
  await regionTo(page, desk.text)
  await caretBefore(desk.text, 'Two engineers')
  await keyboard.press('s')
  await expectWordsSelected(desk.text, allegation)
  await keyboard.press('m')
  await expect(desk.kinds.getByRole('menuitemradio', { name: 'Allegation' })).toBeFocused()
  await keyboard.press('Enter')
  await desk.expectSelected('C1')
  await expect(desk.text).toBeFocused()
  await caretBefore(desk.text, 'Officials deny')
  await keyboard.press('s')
  await keyboard.press('m')
  await expect(desk.kinds.locator(':focus')).toHaveCount(1)
  await keyboard.press('q')
  await keyboard.press('Enter')
  await desk.expectSelected('C2')
  await expect(desk.text).toBeFocused()

  // The one before: its verdict, the reason it needs, and a source.
  await keyboard.press('k')
  await desk.expectSelected('C1')
  await keyboard.press('o')
  await expect(page.getByLabel('Find in the library, or paste a link')).toBeFocused()
  await keyboard.type('Ledger of the gate works')
  await tabTo(page, page.getByRole('button', { name: 'New source: Ledger of the gate works' }), 10)
  await keyboard.press('Enter')
  await expect(desk.section('Sources').getByLabel('Title')).toBeFocused()
  await tabTo(page, page.getByLabel('Where in the source'), 10)
  await keyboard.type('folio 9')
  await keyboard.press('Enter')
  await expect(desk.section('Sources').getByRole('listitem')).toContainText('folio 9')
  // The form is gone, and the keys are the text's again.
  await expect(desk.text).toBeFocused()
  await keyboard.press('4')
  await expect(desk.why).toBeFocused()
  await keyboard.type('The ledger names one engineer.')
  await keyboard.press('Control+Enter')
  await desk.expectSelected('C2')
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({
      verdict: { rating: 'cannot-confirm', why: 'The ledger names one engineer.' },
      evidence: [{ locator: 'folio 9' }],
    })

  // Given, the desk goes on to the next one left, and the keys go on working where they did.
  await expect(desk.text).toBeFocused()
  await regionTo(page, desk.list)
  await keyboard.press('1')
  await desk.expectRow('C2', 'Quote, Confirmed')
  // That it was said; and what it says is true.
  await keyboard.press('Shift+Digit1')
  await expect.poll(() => claimOf(noor, article, 'C2')).toMatchObject({ truth: { rating: 'confirmed' } })

  const idris = await as('idris')
  const editor = await open(idris, article)
  await expect(editor.row('C2')).toBeVisible()
  await regionTo(idris.page, editor.list)
  await idris.page.keyboard.press('Home')
  await editor.expectSelected('C1')
  await idris.page.keyboard.press('v')
  await editor.expectRow('C1', '.*Cannot confirm, Signed off')
  await idris.page.keyboard.press('ArrowDown')
  await idris.page.keyboard.press('v')
  await editor.expectRow('C2', '.*Confirmed, Signed off')
  await expect
    .poll(async () => (await claimsOf(noor, article)).map(({ standing }) => standing))
    .toEqual(['signed', 'signed'])
})

test('KB31 the list of keys opens with “?” and gives the focus back to the text', async ({ as }) => {
  const noor = await as('noor')
  const page = await open(noor, await anArticle(noor))
  await page.text.focus()
  await noor.page.keyboard.press('?')
  const dialog = noor.page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog.getByText('Mark the selection').first()).toBeVisible()
  await expectFocusWithin(dialog)
  await noor.page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.text).toBeFocused()
})

test('KB32 F6 goes round the parts of the page, and one-key verbs stay out of fields', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await noor.ask('POST', `articles/${article}/claims`, { exact: allegation, kind: 'allegation' })
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  await expect(page.row('C1')).toBeVisible()
  // Just loaded: the keys are the text's.
  await expect(page.text).toBeFocused()
  await keyboard.press('F6')
  await expect(page.list).toBeFocused()
  await keyboard.press('F6')
  await expect(page.inspector).toBeFocused()
  await keyboard.press('F6')
  await expect(page.bar.getByRole('link', { name: 'Back to the desk' })).toBeFocused()
  await keyboard.press('F6')
  await expect(page.door('All')).toBeFocused()
  await keyboard.press('F6')
  await expect(page.text).toBeFocused()
  await keyboard.press('Shift+F6')
  await expect(page.door('All')).toBeFocused()

  await page.text.focus()
  await keyboard.press('r')
  await expect(page.why).toBeFocused()
  await keyboard.type('1 vim=')
  await expect(page.why).toHaveValue('1 vim=')
  await keyboard.press('Escape')
  await expect(page.text).toBeFocused()
  await page.expectRow('C1', 'Allegation, Open')
  expect((await claimOf(noor, article, 'C1')).assignee).toBeNull()
})

test('KB33 the skip link leads past the bar, and a new page takes the focus', async ({ as }) => {
  const noor = await as('noor')
  const { page } = noor
  await page.goto('/harbour')
  await expect(page.getByRole('table')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Import' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
  await expect(page).toHaveTitle('Import · Tickmark')
})

test('KB34 keys pressed faster than the server answers are all taken', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await noor.ask('POST', `articles/${article}/claims`, { exact: allegation, kind: 'allegation' })
  const page = await open(noor, article, '?claim=C1')
  const line = await held(noor.page, '**/claims/*')
  await page.list.focus()
  await noor.page.keyboard.press('i')
  await line.whenAsked
  await noor.page.keyboard.press('1')
  line.letGo()
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({ assignee: expect.any(String), verdict: { rating: 'confirmed' } })
})

test('KB40 sources that what is typed leaves out are gone at once, so that none goes with the focus on it', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await noor.ask('POST', `articles/${article}/claims`, { exact: allegation, kind: 'allegation' })
  const page = await open(noor, article, '?claim=C1')
  const sources = page.section('Sources')
  const found = sources.getByRole('list', { name: 'Sources found' }).getByRole('button')
  await page.list.focus()
  await noor.page.keyboard.press('o')
  await expect(sources.getByLabel('Find in the library, or paste a link')).toBeFocused()
  await expect.poll(() => found.count(), 'the newest of the library').toBeGreaterThan(1)
  const line = await held(noor.page, '**/sources?find=*')
  await noor.page.keyboard.type('Nobody wrote this')
  await line.whenAsked
  await expect(found).toHaveText(['New source: Nobody wrote this'])
  await noor.page.keyboard.press('Tab')
  await expect(found).toBeFocused()
  line.letGo()
  await expect(sources.getByText('No source in the library goes by this.')).toBeVisible()
  await expect(found).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await expect(sources.getByLabel('Title')).toHaveValue('Nobody wrote this')
})
