import { damDeck, damPaste, damText, damTitle, textOf, titled } from './article.ts'
import { copy, paste } from './clipboard.ts'
import { expect, type Person, test } from './people.ts'

const idIn = (url: string): string => /\/articles\/([0-9a-f-]{36})/.exec(url)?.[1] ?? ''

async function titlesOnTheDesk(person: Person): Promise<string[]> {
  const { articles } = await person.ask<{ articles: { title: string }[] }>('GET', 'articles')
  return articles.map(({ title }) => title)
}

async function atImport(person: Person): Promise<Person['page']> {
  await person.page.goto('/harbour')
  await person.page.getByRole('link', { name: 'Import' }).click()
  await expect(person.page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
  return person.page
}

test('IM30 a pasted article is shown as it will be, with what was recognised, before anything is stored', async ({
  as,
}) => {
  const rafi = await as('rafi')
  const page = await atImport(rafi)
  const { title, text } = titled('Nothing is stored yet')
  await paste(page, { text })

  const preview = page.getByRole('region', { name: 'As it will be' })
  await expect(preview.getByRole('heading', { name: title })).toHaveCount(1)
  await expect(preview.getByText('13 March 2016')).toHaveCount(0)
  const notes = page.getByRole('region', { name: 'What we changed or could not bring' }).getByRole('listitem')
  await expect(notes).toHaveText([
    'The title stood 3 times in the text. It is kept once.',
    'The line “13 March 2016” is now the publication date, 13 March 2016. It is no longer in the text.',
    'The paragraph below the title is taken for the standfirst.',
  ])
  await expect(page.getByLabel('Publication date')).toHaveValue('2016-03-13')
  await expect(page.getByLabel('Title')).toHaveValue(title)
  expect(await titlesOnTheDesk(rafi)).not.toContain(title)
})

test('IM31 every character of what is kept is in the text: curly and straight marks, dashes, two spaces', async ({
  as,
}) => {
  const noor = await as('noor')
  const page = await atImport(noor)
  await paste(page, { text: damPaste })
  await page.getByRole('button', { name: 'Start checking' }).click()
  await expect(page).toHaveURL(/\/harbour\/articles\/[0-9a-f-]{36}$/)
  const text = page.getByRole('textbox', { name: /^Text of the article/ })
  await expect(text).toBeVisible()
  expect(await textOf(noor, idIn(page.url()))).toBe(damText)
  await expect(text.getByRole('heading', { name: damTitle })).toHaveCount(1)
  // What the browser shows, not what it would make of it: no space is folded away on screen either.
  expect(await text.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''))).toContain(
    'page 9,"  he adds',
  )
})

test('IM32 from paste to desk in two keys, and the start is one article', async ({ as }) => {
  const noor = await as('noor')
  const page = await atImport(noor)
  const { title, text } = titled('Two keys to the desk')
  await paste(page, { text })
  await expect(page.getByRole('heading', { name: 'As it will be' })).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/articles\//)
  expect((await titlesOnTheDesk(noor)).filter((one) => one === title)).toHaveLength(1)
})

test('IM33 formatted text brings its links and bold words, and neither scripts nor requests', async ({ as }) => {
  const noor = await as('noor')
  const page = await atImport(noor)
  const html = `<h1>${damTitle}</h1><p>${damDeck}</p>
    <p>The valley filled in <b>eleven minutes</b>, says <a href="https://records.example/log">the log</a>.</p>
    <script>window.harm = 1</script><img src="https://tracker.example/pixel.png" onerror="window.harm = 2" alt="">
    <p>See <a href="javascript:window.harm=3">this</a> too.</p>`
  await paste(page, { text: 'The plain text of the same.', html })

  const preview = page.getByRole('region', { name: 'As it will be' })
  await expect(preview.locator('strong')).toHaveText('eleven minutes')
  await expect(preview.getByText('the log')).toHaveAttribute('title', 'https://records.example/log')
  await expect(preview.getByRole('img')).toHaveCount(0)
  await expect(page.getByText('One image was left out.')).toBeVisible()
  await page.getByRole('button', { name: 'Start checking' }).click()

  const text = page.getByRole('textbox', { name: /^Text of the article/ })
  await expect(text.getByRole('link', { name: 'the log' })).toHaveAttribute('href', 'https://records.example/log')
  await expect(text.locator('strong')).toHaveText('eleven minutes')
  await expect(text.locator('a[href^="javascript"], script, img')).toHaveCount(0)
  expect(await page.evaluate(() => 'harm' in window)).toBe(false)
  // That nothing was asked of another address is what every page of these tests is watched for.
})

test('IM34 formatted text can be taken as plain text instead, and back, before it is stored', async ({ as }) => {
  const page = await atImport(await as('noor'))
  await paste(page, {
    text: 'A plain line.\n\nAnother plain line.',
    html: '<h1>A formatted line</h1><p>And <em>more</em>.</p>',
  })
  const preview = page.getByRole('region', { name: 'As it will be' })
  await expect(preview.getByRole('heading', { level: 1, name: 'A formatted line' })).toBeVisible()
  await page.getByRole('button', { name: 'Take as plain text' }).click()
  await expect(preview.getByText('Another plain line.')).toBeVisible()
  await expect(preview.getByText('A formatted line')).toHaveCount(0)
  await page.getByRole('button', { name: 'Take with its formatting' }).click()
  await expect(preview.getByText('A formatted line')).toBeVisible()
})

test('IM35 a title put right in the details is put right in the text, and a deadline is newsroom time', async ({
  as,
}) => {
  const noor = await as('noor')
  const page = await atImport(noor)
  await paste(page, { text: damPaste })
  await page.getByLabel('Title').fill('The night the dam at Velm broke')
  await page.getByLabel('Deadline').fill('2031-07-01T21:30')
  await page.getByRole('button', { name: 'Start checking' }).click()
  await expect(page).toHaveURL(/\/articles\//)
  const id = idIn(page.url())
  expect(await textOf(noor, id)).toBe(damText.replace(damTitle, 'The night the dam at Velm broke'))
  // Lisbon is an hour ahead of UTC in July.
  expect(await noor.ask('GET', `articles/${id}`)).toMatchObject({
    dueAt: '2031-07-01T20:30:00.000Z',
    publicationDate: '2016-03-13',
  })
})

test('IM36 nothing pasted is lost by a refusal or by going to look at the desk', async ({ as }) => {
  const { page, context } = await as('noor')
  await page.goto('/harbour/import')
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByText('Paste or write some text first.')).toBeVisible()

  await copy(page, { text: damPaste })
  await context.setOffline(true)
  await page.getByRole('textbox', { name: 'The article’s text' }).press('Control+V')
  await expect(
    page.getByText('The server cannot be reached. Nothing was changed; try again when you are back online.'),
  ).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'The article’s text' })).toHaveValue(damPaste)
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { name: 'As it will be' })).toBeVisible()

  await page.getByLabel('Title').fill('Another title')
  await page.getByRole('link', { name: 'The Harbour Desk', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('Title')).toHaveValue('Another title')
})

test('IM37 viewers are not offered to bring articles in, and the page says why not', async ({ as }) => {
  const { page } = await as('vera')
  await page.goto('/harbour')
  await expect(page.getByRole('table')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Import' })).toHaveCount(0)
  await page.goto('/harbour/import')
  await expect(page.getByText('Bringing in articles takes the role of reporter, checker or editor.')).toBeVisible()
})
