import { randomUUID } from 'node:crypto'
import type { ArticleDraft } from '#document/draft.ts'
import type { DraftView } from '#protocol/draft-view.ts'
import { aClaim, aVerdict, claimOf, claimsOf, textOf } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { copy, paste } from '../clipboard.ts'
import { expect, type Person, test } from '../people.ts'
import { expectReadable } from '../readable.ts'
import { expectWithinWidth } from '../sideways.ts'

const count = 'At least 17 people died when the ferry capsized off the harbour wall.'
const gates =
  'The gates were shut at nine in the evening, an hour before the tide, on the order of the county engineer.'
const sold = 'Two engineers allegedly sold the spare gate in 1991 to a scrap dealer from the next valley.'
const oldest = 'It is the oldest dam in the country, and the only one that was never drawn on any map of the county.'
const inquiry = 'The inquiry meets again on Friday.'

const first = (title: string): string => [title, count, gates, sold, oldest, inquiry].join('\n\n')
/** A figure replaced without a word, a sentence moved to the end, another gone, one written anew. */
const second = (title: string): string =>
  [
    title,
    count.replace('17', '19'),
    gates.replace('The gates were shut at nine in the evening', 'Someone shut the gates late'),
    oldest,
    inquiry,
    sold,
  ]
    .filter((text) => text !== oldest)
    .join('\n\n')

interface Drafted {
  readonly article: string
  readonly title: string
}

async function anArticle(noor: Person): Promise<Drafted> {
  const title = `The night of the ferry, ${randomUUID().slice(0, 8)}`
  const { article } = await noor.ask<{ article: ArticleDraft }>('POST', 'articles/import', { text: first(title) })
  const { id } = await noor.ask<{ id: string }>('POST', 'articles', article)
  await aClaim(noor, id, 'At least 17 people died', 'casualty')
  await aClaim(noor, id, 'The gates were shut at nine in the evening', 'date')
  await aClaim(noor, id, sold, 'allegation')
  await aClaim(noor, id, 'the oldest dam in the country', 'superlative')
  await aClaim(noor, id, 'The inquiry meets again', 'other')
  await aVerdict(noor, id, 'C1')
  return { article: id, title }
}

/** Compared over the API, for tests that begin at the questions. */
async function aWaitingDraft(noor: Person, { article, title }: Drafted): Promise<DraftView> {
  const { article: draft } = await noor.ask<{ article: ArticleDraft }>('POST', 'articles/import', {
    text: second(title),
  })
  return noor.ask('POST', `articles/${article}/drafts`, { document: draft.document, original: null })
}

class NewDraft {
  readonly page: Person['page']
  constructor({ page }: Person) {
    this.page = page
  }
  get summary() {
    return this.page.getByRole('region', { name: 'What becomes of the claims' })
  }
  get questions() {
    return this.page.getByRole('region', { name: 'Is this still the claim?' })
  }
  section(name: string | RegExp) {
    return this.page.getByRole('region', { name })
  }
  button(name: string | RegExp) {
    return this.page.getByRole('button', { name })
  }
}

async function openDraft(person: Person, article: string, draft: string): Promise<NewDraft> {
  await person.page.goto(`/harbour/articles/${article}/new-draft?draft=${draft}`)
  const page = new NewDraft(person)
  await expect(page.summary).toBeVisible()
  return page
}

test('DR33 from the article to a new draft and back: pasted, compared, brought in; a replaced figure is shown', async ({
  as,
}) => {
  const noor = await as('noor')
  const drafted = await anArticle(noor)
  const desk = await open(noor, drafted.article)
  await desk.bar.getByRole('button', { name: 'More of this article' }).click()
  await noor.page.getByRole('menuitem', { name: 'New draft…' }).click()
  await expect(noor.page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
  await paste(noor.page, { text: second(drafted.title) })
  await expect(noor.page.getByRole('heading', { name: 'As it will be' })).toBeFocused()
  await noor.page.keyboard.press('Control+Enter')

  const page = new NewDraft(noor)
  await expect(page.summary).toContainText('1 carried')
  await expect(page.section('Reworded')).toContainText('At least gone: 17new: 19 people died')
  await expect(page.section('Reworded')).toContainText('The verdict will have to be given again.')
  await expect(noor.page.getByText('One claim carried, word for word')).toBeVisible()
  await expect(page.section(/paragraphs? reads? otherwise$/)).toContainText('new: Someone')
  // Nothing has changed yet.
  expect(await textOf(noor, drafted.article)).toContain(count)

  await page.button('Bring in as the next version').click()
  await expect(noor.page).toHaveURL(new RegExp(`/articles/${drafted.article}$`))
  await expect(noor.page.getByText(/The new draft is in, as v3/).first()).toBeVisible()
  expect((await textOf(noor, drafted.article)).split('\n')).toEqual(second(drafted.title).split('\n\n'))
  expect(await claimOf(noor, drafted.article, 'C1')).toMatchObject({
    standing: 'reworded',
    words: 'At least 19 people died',
  })
  await noor.page.goto(`/harbour/articles/${drafted.article}/versions`)
  await expect(noor.page.getByRole('navigation', { name: 'All versions' }).getByRole('listitem')).toHaveText([
    /^Now/,
    /^v3New draft/,
    /^v2Before a new draft/,
    /^v1Brought in/,
  ])
})

test('DR34 what nobody is sure of is asked, answered by keys, and remembered over a reload', async ({ as }) => {
  const noor = await as('noor')
  const drafted = await anArticle(noor)
  const draft = await aWaitingDraft(noor, drafted)
  const unsure = draft.claims.filter(({ answer }) => answer === 'unsure')
  expect(
    unsure.map(({ number }) => number),
    'what the engine is unsure of',
  ).toEqual([2])
  const page = await openDraft(noor, drafted.article, draft.id)
  const question = page.questions.getByRole('listitem')
  await expect(question).toHaveCount(1)
  await expect(page.questions).toContainText('0 of 1 answered')
  await expect(noor.page.getByText('One question is not answered')).toBeVisible()
  await noor.page.keyboard.press('j')
  await expect(question).toBeFocused()
  await noor.page.keyboard.press('n')
  await expect(page.questions).toContainText('1 of 1 answered')
  await noor.page.keyboard.press('y')
  await expect(page.button('This is C2')).toHaveAttribute('aria-pressed', 'true')
  await noor.page.reload()
  await expect(page.button('This is C2')).toHaveAttribute('aria-pressed', 'true')
  await expect(noor.page.getByText('is not answered')).toHaveCount(0)
  await page.button('Bring in as the next version').click()
  await expect(noor.page).toHaveURL(new RegExp(`/articles/${drafted.article}$`))
  const places = Object.fromEntries(
    (await claimsOf(noor, drafted.article)).map(({ number, place }) => [`C${number}`, place]),
  )
  expect(places).toMatchObject({ C1: 'reworded', C2: 'reworded', C3: 'placed', C4: 'detached', C5: 'placed' })
})

test('DR35 a waiting draft is offered to whoever opens the page; brought in by another, the page says so', async ({
  as,
}) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const drafted = await anArticle(noor)
  const draft = await aWaitingDraft(noor, drafted)
  await rafi.page.goto(`/harbour/articles/${drafted.article}/new-draft`)
  await rafi.page.getByRole('link', { name: /^Go on with the draft of Noor Kassem/ }).click()
  await expect(new NewDraft(rafi).summary).toBeVisible()
  const page = await openDraft(noor, drafted.article, draft.id)
  await page.button('Bring in as the next version').click()
  await expect(rafi.page.getByRole('alert').filter({ hasText: 'brought in or put away already' })).toBeVisible()
  await rafi.page.getByRole('link', { name: 'Bring in another' }).click()
  await expect(rafi.page.getByRole('textbox', { name: 'The article’s text' })).toBeVisible()
  await expect(rafi.page.getByRole('link', { name: /^Go on/ })).toHaveCount(0)
})

test('DR36 nothing is lost offline, put away changes nothing, and viewers are told why not', async ({ as }) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const drafted = await anArticle(noor)
  const { page, context } = noor
  await page.goto(`/harbour/articles/${drafted.article}/new-draft`)
  await copy(page, { text: second(drafted.title) })
  await page.getByRole('textbox', { name: 'The article’s text' }).press('Control+V')
  await expect(page.getByRole('heading', { name: 'As it will be' })).toBeVisible()
  await context.route('**/drafts**', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: /^Compare with the article/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toBeVisible()
  await context.unroute('**/drafts**')
  await page.getByRole('button', { name: /^Compare with the article/ }).click()
  const draft = new NewDraft(noor)
  await expect(draft.summary).toBeVisible()
  await draft.button('This is C2').click()
  await context.route('**/drafts/**', (route) => route.abort('internetdisconnected'))
  await draft.button('Bring in as the next version').click()
  await expect(page.getByRole('alert').filter({ hasText: 'The server cannot be reached.' })).toBeVisible()
  await expect(draft.button('This is C2')).toHaveAttribute('aria-pressed', 'true')
  await context.unroute('**/drafts/**')
  await draft.button('Put away').click()
  await expect(page.getByText('The draft is put away.').first()).toBeVisible()
  expect(await textOf(noor, drafted.article)).toBe(first(drafted.title).replaceAll('\n\n', '\n'))

  await vera.page.goto(`/harbour/articles/${drafted.article}/new-draft`)
  await expect(vera.page.getByText('Bringing in a new draft takes the role')).toBeVisible()
})

test('DR37 a file that came before is offered as a new draft, with what was read; the same text has nothing new', async ({
  as,
}) => {
  const rafi = await as('rafi')
  const { page } = rafi
  const title = `The night of the ferry, ${randomUUID().slice(0, 8)}`
  const choose = async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file' }).click()
    await (await chooser).setFiles({ name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(first(title)) })
  }
  await page.goto('/harbour/import')
  await choose()
  await page.getByRole('button', { name: /^Start checking/ }).click()
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]{36}$/)
  const article = /articles\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
  await page.goto('/harbour/import')
  await choose()
  await page.getByRole('link', { name: 'Bring it in as a new draft' }).click()
  await expect(page).toHaveURL(new RegExp(`/articles/${article}/new-draft`))
  await expect(page.getByText('From “ferry.txt”')).toBeVisible()
  await page.getByRole('button', { name: /^Compare with the article/ }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing has changed since.' })).toBeVisible()
  await page.getByLabel('Title').fill(`${title}, put right`)
  await page.getByRole('button', { name: /^Compare with the article/ }).click()
  await expect(page.getByText('from “ferry.txt”')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in as the next version' }).click()
  await expect(page).toHaveURL(new RegExp(`/articles/${article}$`))
  await expect(page.getByRole('heading', { name: `${title}, put right` }).first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `DR38 axe finds nothing on a new draft, on the way in and at its questions, ${colorScheme}`,
    { tag: '@long' },
    async ({ as }) => {
      const noor = await as('noor', { colorScheme })
      const drafted = await anArticle(noor)
      const draft = await aWaitingDraft(noor, drafted)
      await noor.page.goto(`/harbour/articles/${drafted.article}/new-draft`)
      await expect(noor.page.getByRole('link', { name: /^Go on/ })).toBeVisible()
      await expectAccessible(noor.page, 'a waiting draft offered')
      await paste(noor.page, { text: second(drafted.title) })
      await expect(noor.page.getByRole('heading', { name: 'As it will be' })).toBeVisible()
      await expectAccessible(noor.page, 'a draft that was read')
      const page = await openDraft(noor, drafted.article, draft.id)
      await page.button('This is C2').click()
      await expectAccessible(noor.page, 'what becomes of the claims')
    },
  )
}

for (const [place, options] of [
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['forced colours', { viewport: { width: 1440, height: 900 }, forcedColors: 'active', colorScheme: 'dark' }],
] as const) {
  test(`DR39 fits and can be read with ${place}, in either direction`, { tag: '@long' }, async ({ as }) => {
    const noor = await as('noor', options)
    const drafted = await anArticle(noor)
    const draft = await aWaitingDraft(noor, drafted)
    await openDraft(noor, drafted.article, draft.id)
    await expectWithinWidth(noor.page, place)
    await expectReadable(noor.page, place)
    await noor.page.getByRole('button', { name: /^Account of/ }).click()
    await noor.page.getByRole('menuitemradio', { name: 'Right-to-left test' }).click()
    await expect(noor.page.locator('html')).toHaveAttribute('dir', 'rtl')
    await noor.page.keyboard.press('Escape')
    await expectWithinWidth(noor.page, `${place}, from the right`)
    await expectAccessible(noor.page, 'a new draft, from the right')
  })
}
