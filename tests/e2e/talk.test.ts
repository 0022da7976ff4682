import type { Locator, Page } from '@playwright/test'
import type { TalkView } from '#protocol/talk-view.ts'
import { aClaim, allegation, anArticle, claimOf, titled, toll } from './article.ts'
import { type ArticlePage, open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expectFocusWithin } from './by-keyboard.ts'
import { expect, type Person, test } from './people.ts'
import { expectReadable } from './readable.ts'
import { expectWithinWidth } from './sideways.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 }

const thread = (page: ArticlePage): Locator =>
  page.section('Talk').getByRole('list', { name: 'What is said and asked' })
const remark = (page: ArticlePage): Locator => page.section('Talk').getByRole('textbox', { name: 'Remark' })
const line = (page: Page, group: string, words: string): Locator =>
  page
    .getByRole('region', { name: new RegExp(`^${group}`) })
    .getByRole('link')
    .filter({ hasText: words })

/** An article of its own title with one claim, C1, and what tells it apart on lists full of others. */
async function anArticleWithClaim(
  checker: Person,
  about: string,
  writer = checker,
): Promise<{ article: string; title: string }> {
  const { title, text } = titled(about)
  const article = await anArticle(writer, { text })
  await aClaim(checker, article, toll, 'casualty')
  return { article, title }
}

async function idOf(person: Person): Promise<string> {
  const me: unknown = await (await person.context.request.get('/api/me')).json()
  return (me as { id: string }).id
}

const talkOn = (person: Person, article: string) => person.ask<TalkView>('GET', `articles/${article}/claims/C1/talk`)

test('TK30 noor asks rafi, rafi finds it in what waits for him and answers, noor decides; each sees it by itself', async ({
  as,
}) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const { article, title } = await anArticleWithClaim(noor, 'Who counted', rafi)
  await rafi.page.goto('/harbour/waiting')
  await expect(rafi.page.getByRole('heading', { level: 1, name: 'What waits for you' })).toBeVisible()

  const hers = await open(noor, article, '?claim=C1')
  await expect(hers.text).toBeFocused()
  await noor.page.keyboard.press('q')
  // Rafi brought the article in, so that he is who most likely knows.
  await expect(hers.inspector.getByRole('button', { name: /Ask whom/ })).toContainText('Rafi Lindqvist')
  await expect(hers.inspector.getByLabel('What do you want to know?')).toBeFocused()
  await noor.page.keyboard.type('Who says thousands?')
  await noor.page.keyboard.press('Control+Enter')
  await expect(thread(hers)).toContainText('Noor Kassem asks Rafi Lindqvist')
  await expect(thread(hers)).toContainText('Not answered yet')
  await expect(hers.row('C1')).toHaveAccessibleName(/a query is open/)
  await hers.expectCount('Queries', 1)

  // Without a reload: his list and his count follow.
  const asked = line(rafi.page, 'Asked of you', title)
  await expect(asked).toContainText('Who says thousands?')
  await expect(rafi.page.getByRole('link', { name: /^What waits for you, [1-9]/ })).toBeVisible()
  await asked.click()
  await expect(rafi.page).toHaveURL(new RegExp(`${article}\\?claim=C1`))
  const his = await open(rafi, article, '?claim=C1')
  await his.expectSelected('C1')
  await his.section('Talk').getByRole('button', { name: 'Answer', exact: true }).click()
  await his.section('Talk').getByRole('textbox', { name: 'Answer to Noor Kassem' }).fill('The parish priest.')
  await his
    .section('Talk')
    .getByRole('button', { name: /^Answer/ })
    .click()
  await expect(thread(his)).toContainText('Answered, not decided')

  await expect(thread(hers)).toContainText('Rafi Lindqvist answers')
  await expect(thread(hers)).toContainText('The parish priest.')
  const second = await noor.context.newPage()
  await second.goto('/harbour/waiting')
  await expect(line(second, 'Answered, for you to decide', title)).toContainText('The parish priest.')
  await hers.section('Talk').getByRole('button', { name: 'Decide…' }).click()
  await hers.section('Talk').getByRole('textbox', { name: 'What follows from it? (optional)' }).fill('Name him.')
  await noor.page.keyboard.press('Control+Enter')
  await expect(thread(hers)).toContainText('Noor Kassem decides')
  await expect(thread(his)).toContainText('Name him.')
  await expect(line(second, 'Answered, for you to decide', title)).toHaveCount(0)
  await expect(hers.row('C1')).not.toHaveAccessibleName(/a query is open/)
  expect((await talkOn(noor, article)).queries).toMatchObject([{ state: 'decided', decision: { text: 'Name him.' } }])
})

test('TK31 @ and a few letters call on somebody; the call waits for them until it is resolved', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const { article, title } = await anArticleWithClaim(noor, 'Called on')
  await idris.page.goto('/harbour/waiting')
  const page = await open(noor, article, '?claim=C1')
  await expect(page.text).toBeFocused()
  await noor.page.keyboard.press('c')
  await expect(remark(page)).toBeFocused()
  await noor.page.keyboard.type('Two figures here, @mbe')
  await expect(page.inspector.getByRole('option', { name: 'Idris Mbeki' })).toBeVisible()
  await noor.page.keyboard.press('Enter')
  await expect(remark(page)).toHaveValue('Two figures here, @Idris Mbeki ')
  await noor.page.keyboard.type('which one?')
  await noor.page.keyboard.press('Control+Enter')
  await expect(thread(page)).toContainText('waits for Idris Mbeki')
  await expect(remark(page)).toHaveValue('')

  const call = line(idris.page, 'You are called on', title)
  await expect(call).toContainText('Two figures here, @Idris Mbeki which one?')
  await call.click()
  const his = await open(idris, article, '?claim=C1')
  await his.section('Talk').getByRole('button', { name: 'Resolve the remark of Noor Kassem' }).click()
  await expect(thread(his)).toContainText('resolved by Idris Mbeki')
  await expect(thread(page)).toContainText('resolved by Idris Mbeki')
  const { remarks } = await talkOn(noor, article)
  expect(remarks).toMatchObject([{ mentions: [await idOf(idris)], resolvedBy: await idOf(idris) }])
})

test('TK32 by key: risk, due, whom it is given to; the list says so, and a second window follows', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const { article } = await anArticleWithClaim(noor, 'By key')
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(karim, article)]
  await expect(hers.text).toBeFocused()
  await expect(hers.row('C1')).toHaveAccessibleName(/high risk/)
  await hers.expectCount('High risk', 1)
  await noor.page.keyboard.press('f')
  await expect(hers.inspector.getByRole('button', { name: 'High risk' })).toHaveAttribute('aria-pressed', 'false')
  await expect(his.row('C1')).not.toHaveAccessibleName(/high risk/)
  await noor.page.keyboard.press('f')
  await expect(his.row('C1')).toHaveAccessibleName(/high risk/)

  await noor.page.keyboard.press('d')
  const dialog = noor.page.getByRole('dialog', { name: 'When is C1 due?' })
  await expect(dialog.getByLabel('Due', { exact: true })).toBeFocused()
  await dialog.getByLabel('Due', { exact: true }).fill('2031-03-03T21:30')
  await noor.page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(hers.text).toBeFocused()
  await expect(his.row('C1')).toHaveAccessibleName(/due 3 Mar, 21:30/)
  expect(await claimOf(noor, article, 'C1')).toMatchObject({ dueAt: '2031-03-03T21:30:00.000Z' })
  await noor.page.keyboard.press('d')
  await dialog.getByRole('button', { name: 'No time of its own' }).click()
  await expect(dialog).toBeHidden()
  await expect(hers.text).toBeFocused()
  await expect(his.row('C1')).not.toHaveAccessibleName(/due/)

  await noor.page.keyboard.press('a')
  await expect(hers.inspector.getByRole('button', { name: /Checked by/ })).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await noor.page.getByRole('option', { name: 'Karim Aziz' }).click()
  await expect(his.row('C1')).toHaveAccessibleName(/assigned to Karim Aziz/)
  expect(await claimOf(noor, article, 'C1')).toMatchObject({ assignee: await idOf(karim), risk: 'high' })
})

test('TK33 without a pointer: ask whom the article gives no hint of, and Escape leads back to the text and keeps the words', async ({
  as,
}) => {
  const noor = await as('noor')
  const { article } = await anArticleWithClaim(noor, 'Keys alone')
  const page = await open(noor, article, '?claim=C1')
  const { keyboard } = noor.page
  await expect(page.text).toBeFocused()
  await keyboard.press('q')
  const whom = page.inspector.getByRole('button', { name: /Ask whom/ })
  await expect(whom).toBeFocused()
  await keyboard.press('Enter')
  await expect(noor.page.getByRole('option', { name: 'Rafi Lindqvist' })).toBeVisible()
  await expectFocusWithin(noor.page.getByRole('listbox', { name: 'Ask whom' }))
  await keyboard.type('raf')
  await keyboard.press('Enter')
  await expect(whom).toContainText('Rafi Lindqvist')
  await expect(whom).toBeFocused()
  await keyboard.press('Tab')
  await keyboard.type('Which bell?')
  await keyboard.press('Escape')
  await expect(page.text).toBeFocused()
  await keyboard.press('c')
  await expect(remark(page)).toBeFocused()
  await keyboard.type('Half a thought')
  await keyboard.press('Escape')
  await expect(page.text).toBeFocused()
  await expect(remark(page)).toHaveValue('Half a thought')
  await expect(page.inspector.getByLabel('What do you want to know?')).toHaveValue('Which bell?')
  // Away and back: what is half written is there, and the keys are still the text's.
  await keyboard.press('Escape')
  await expect(page.inspector.getByRole('heading', { level: 2 })).toHaveText('No claim selected')
  await keyboard.press('n')
  await page.expectSelected('C1')
  await expect(page.inspector.getByLabel('What do you want to know?')).toHaveValue('Which bell?')
  await expect(page.text).toBeFocused()
  await page.inspector.getByLabel('What do you want to know?').focus()
  await keyboard.press('Control+Enter')
  await expect(thread(page)).toContainText('Which bell?')
  // A list of people open over the field is closed first, and the words stay.
  await page.text.focus()
  await keyboard.press('c')
  await expect(remark(page)).toBeFocused()
  await keyboard.type(' @')
  await expect(page.inspector.getByRole('listbox', { name: 'People to call on' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(page.inspector.getByRole('listbox', { name: 'People to call on' })).toBeHidden()
  await expect(remark(page)).toBeFocused()
  await expect(remark(page)).toHaveValue('Half a thought @')
})

test('TK34 a viewer reads along, and a question without words or addressee is refused with a sentence', async ({
  as,
}) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const { article } = await anArticleWithClaim(noor, 'Reading along')
  const page = await open(noor, article, '?claim=C1')
  await expect(page.text).toBeFocused()
  await noor.page.keyboard.press('q')
  await page.inspector.getByRole('button', { name: /^Ask Ctrl/ }).click()
  await expect(page.inspector.getByText('Choose whom to ask first.')).toBeVisible()
  await page.inspector.getByRole('button', { name: /Ask whom/ }).click()
  await noor.page.getByRole('option', { name: 'Rafi Lindqvist' }).click()
  await page.inspector.getByRole('button', { name: /^Ask Ctrl/ }).click()
  await expect(page.inspector.getByText('There is nothing written here yet.')).toBeVisible()
  await page.inspector.getByLabel('What do you want to know?').fill('Who rang?')
  await page.inspector.getByRole('button', { name: /^Ask Ctrl/ }).click()
  await expect(thread(page)).toContainText('Who rang?')

  const hers = await open(vera, article, '?claim=C1')
  await expect(thread(hers)).toContainText('Who rang?')
  await expect(hers.section('Talk').getByRole('textbox')).toHaveCount(0)
  await expect(hers.section('Talk').getByRole('button')).toHaveCount(0)
  await expect(hers.inspector.getByText('High risk')).toBeVisible()
})

test('AR30 an article is given to two people from its bar, and the desk in another window shows their faces', async ({
  as,
}) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const { article, title } = await anArticleWithClaim(noor, 'Given to two')
  await idris.page.goto('/harbour')
  const row = idris.page.getByRole('row').filter({ hasText: title })
  await expect(row).toBeVisible()
  const page = await open(noor, article)
  await page.bar.getByRole('button', { name: 'Give to…' }).click()
  const menu = noor.page.getByRole('menu')
  await menu.getByRole('menuitemcheckbox', { name: 'Karim Aziz' }).click()
  await menu.getByRole('menuitemcheckbox', { name: 'Idris Mbeki' }).click()
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Rafi Lindqvist' })).toHaveCount(0)
  await noor.page.keyboard.press('Escape')
  await expect(page.bar.getByRole('button', { name: 'Given to Idris Mbeki and Karim Aziz. Change' })).toBeVisible()
  await expect(row.getByRole('img', { name: 'Karim Aziz' })).toBeVisible()
  await expect(row.getByRole('img', { name: 'Idris Mbeki' })).toBeVisible()
  await idris.page.goto('/harbour/waiting')
  await expect(line(idris.page, 'Articles given to you', title)).toContainText('1 claim left')
})

test('PH34 on a phone: what waits, the claim, and an answer to it', async ({ as }) => {
  const [noor, rafi] = [await as('noor'), await as('rafi', phone)]
  const { article, title } = await anArticleWithClaim(noor, 'On a phone')
  const query = { to: await idOf(rafi), text: 'Who says thousands?' }
  await noor.ask('POST', `articles/${article}/claims/C1/queries`, query)
  await rafi.page.goto('/harbour/waiting')
  const asked = line(rafi.page, 'Asked of you', title)
  await expect(asked).toBeVisible()
  await expectWithinWidth(rafi.page, 'what waits')
  await expectAccessible(rafi.page, 'what waits, on a phone')
  await asked.tap()
  const page = await open(rafi, article, '?claim=C1')
  await page.expectSelected('C1')
  await page.section('Talk').getByRole('button', { name: 'Answer', exact: true }).tap()
  await page.section('Talk').getByRole('textbox', { name: 'Answer to Noor Kassem' }).fill('The priest.')
  await expectWithinWidth(rafi.page, 'answering')
  await page.section('Talk').getByRole('button', { name: 'Answer', exact: true }).tap()
  await expect(thread(page)).toContainText('The priest.')
  await expectAccessible(rafi.page, 'talk, on a phone')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `AX35 axe finds nothing in talk with every form open, nor in what waits, ${colorScheme}`,
    { tag: '@long' },
    async ({ as }) => {
      const noor = await as('noor', { colorScheme })
      const { article } = await anArticleWithClaim(noor, 'Accessible')
      await aClaim(noor, article, allegation, 'allegation')
      const at = `articles/${article}/claims/C1`
      const me = await idOf(noor)
      await noor.ask('POST', `${at}/talk`, { text: 'Look, @Noor Kassem.', mentions: [me] })
      await noor.ask('POST', `${at}/queries`, { to: me, text: 'Who says thousands?' })
      await noor.ask('PATCH', at, { assignee: me })
      await noor.ask('PATCH', at, { dueAt: '2031-03-03T21:30:00Z' })
      const page = await open(noor, article, '?claim=C1')
      await page.section('Talk').getByRole('button', { name: 'Answer', exact: true }).click()
      await noor.page.keyboard.press('Escape')
      await noor.page.keyboard.press('q')
      await expect(page.inspector.getByRole('button', { name: /Ask whom/ })).toBeFocused()
      await remark(page).fill('@')
      await expect(page.inspector.getByRole('listbox', { name: 'People to call on' })).toBeVisible()
      await expectAccessible(noor.page, 'talk with every form open')
      await page.text.focus()
      await noor.page.keyboard.press('d')
      await expect(noor.page.getByRole('dialog', { name: 'When is C1 due?' })).toBeVisible()
      await expectAccessible(noor.page, 'when a claim is due')
      await noor.page.goto('/harbour/waiting')
      await expect(noor.page.getByRole('region', { name: /^Claims given to you/ })).toBeVisible()
      await expectAccessible(noor.page, 'what waits')
    },
  )
}

test('AX36 with forced colours talk and what waits can be read', async ({ as }) => {
  const noor = await as('noor', { forcedColors: 'active' })
  const { page } = noor
  const { article } = await anArticleWithClaim(noor, 'Forced colours')
  await noor.ask('POST', `articles/${article}/claims/C1/queries`, { to: await idOf(noor), text: 'Who rang?' })
  const desk = await open(noor, article, '?claim=C1')
  await expect(thread(desk)).toContainText('Who rang?')
  await expectReadable(page, 'talk')
  await page.goto('/harbour/waiting')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectReadable(page, 'what waits')
})
