/**
 * The library as people use it: a source that is not named and an editor who agrees, its document, one origin for two sources, a
 * withdrawal that re-opens a claim in somebody else's window, and a merge that is undone.
 */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import type { SourceView } from '#protocol/view.ts'
import { allegation, anArticle, aClaim, aVerdict, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, type Person, test } from '../people.ts'
import { expectWithinWidth } from '../sideways.ts'

/** A title of its own: the library keeps what other tests have put there. */
const named = (title: string): string => `${title} ${randomUUID().slice(0, 8)}`

const add = (person: Person, more: object): Promise<SourceView> =>
  person.ask<SourceView>('POST', 'sources', { kind: 'press', ...more })

class LibraryPage {
  readonly page: Page
  readonly table: Locator
  readonly find: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('table', { name: 'Sources, newest first' })
    this.find = page.getByRole('searchbox', { name: 'Find sources by title, person or link' })
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('link', { name: title, exact: true }) })
  }

  record(title: string): Locator {
    return this.page.getByRole('article', { name: `Source: ${title}` })
  }

  async choose(title: string): Promise<Locator> {
    await this.row(title).getByRole('link').click()
    await expect(this.record(title)).toBeVisible()
    return this.record(title)
  }

  async putIntoOrigin(title: string, origin: string): Promise<void> {
    const record = await this.choose(title)
    await record.getByRole('combobox', { name: 'Origin group' }).fill(origin)
    await record.getByRole('button', { name: 'Put into group' }).click()
    await expect(record.getByRole('region', { name: 'Origin' })).toContainText(`“${origin}”`)
  }
}

async function openLibrary(person: Person, search = ''): Promise<LibraryPage> {
  await person.page.goto(`/harbour/sources${search}`)
  const library = new LibraryPage(person.page)
  await expect(person.page.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible()
  return library
}

test('SR1, SR2 a source is not named for a reason, and an editor agrees', async ({ as }) => {
  const [rafi, idris] = [await as('rafi'), await as('idris')]
  const title = named('A harbour pilot')
  const library = await openLibrary(rafi)
  await rafi.page.getByRole('button', { name: 'Add source' }).click()
  const dialog = rafi.page.getByRole('dialog', { name: 'Add a source' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title)
  await dialog.getByRole('button', { name: /Terms$/ }).click()
  await rafi.page.getByRole('option', { name: 'On background' }).click()
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog).toContainText('Say why this source is not named.')
  await dialog.getByRole('textbox', { name: 'Why they are not named' }).fill('Fears for the job.')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog).toContainText('On background needs an attribution line')
  await dialog.getByRole('textbox', { name: 'Attribution line' }).fill('a pilot of the harbour')
  await dialog.getByRole('button', { name: 'Add source' }).click()
  await expect(dialog).toBeHidden()
  await expect(library.record(title)).toContainText('No editor has approved this yet.')
  await expect(library.row(title)).toContainText('On background as “a pilot of the harbour”')
  await expect(library.record(title).getByRole('button', { name: 'Approve' })).toHaveCount(0)

  const editors = await openLibrary(idris, `?find=${encodeURIComponent(title)}`)
  await (await editors.choose(title)).getByRole('button', { name: 'Approve' }).click()
  await expect(editors.record(title)).toContainText('Approved by Idris')
  // The other window follows.
  await expect(library.record(title)).toContainText('Approved by Idris')
  await expect(library.row(title)).not.toContainText('anonymity not approved')
})

test('SR7 a document is added, downloaded as it was, and removed', async ({ as }) => {
  const noor = await as('noor')
  const title = named('A leaked page')
  await add(noor, { title })
  const library = await openLibrary(noor, `?find=${encodeURIComponent(title)}`)
  const documents = (await library.choose(title)).getByRole('region', { name: 'Documents' })
  const buffer = Buffer.from('<script>alert(1)</script>')
  const chooser = noor.page.waitForEvent('filechooser')
  await documents.getByRole('button', { name: 'Add a document…' }).click()
  await (await chooser).setFiles({ name: 'page.png', mimeType: 'image/png', buffer })
  const link = documents.getByRole('link', { name: 'page.png' })
  await expect(link).toBeVisible()
  await expect(documents).toContainText('text/plain')
  const downloading = noor.page.waitForEvent('download')
  await link.click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe(buffer.toString())
  await documents.getByRole('button', { name: 'Remove page.png' }).click()
  await noor.page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(documents).toContainText('No documents.')
})

test('SR5, SR6 a link known already is offered, and two sources of one origin count as one', async ({ as }) => {
  const noor = await as('noor')
  const [wire, mail, origin] = [named('Wire'), named('Evening Mail'), named('The release')]
  const address = `https://evening.test/${randomUUID()}`
  await add(noor, { title: wire })
  await add(noor, { title: mail, url: address })
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')

  const desk = await open(noor, article, '?claim=C1')
  const sources = desk.section('Sources')
  const attach = async (find: string, title: string) => {
    await sources.getByRole('button', { name: /^Add source/ }).click()
    await sources.getByRole('textbox', { name: 'Find in the library, or paste a link' }).fill(find)
    await sources.getByRole('button', { name: title, exact: true }).click()
    await sources.getByRole('textbox', { name: 'Where in the source' }).fill('p. 1')
    await sources.getByRole('button', { name: 'Add to C1' }).click()
    await expect(sources.getByRole('listitem').filter({ hasText: title })).toContainText('Supports')
  }
  await attach(wire, wire)
  await sources.getByRole('button', { name: /^Add source/ }).click()
  await sources
    .getByRole('textbox', { name: 'Find in the library, or paste a link' })
    .fill(`${address}/?utm_source=x#top`)
  await expect(sources).toContainText('This link is in the library already.')
  await expect(sources.getByRole('button', { name: /^New source/ })).toHaveCount(0)
  await sources.getByRole('button', { name: 'Cancel' }).click()
  await attach(address, mail)
  await expect(sources).toContainText('2 sources, 2 origins')

  const library = await openLibrary(await as('karim'))
  await library.putIntoOrigin(wire, origin)
  await library.putIntoOrigin(mail, origin)
  await expect(library.record(mail)).toContainText('2 sources repeat one another')
  await expect(sources).toContainText('2 sources, 1 origin')
})

test('SR3 a withdrawal states what follows, re-opens the claim in another window, and “still holds” settles it', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const title = named('Bulletin')
  const { id } = await add(noor, { title })
  const article = await anArticle(noor)
  await aClaim(noor, article, allegation, 'allegation')
  const link = { source: { id }, stance: 'supports', locator: 'p. 1' }
  await noor.ask('POST', `articles/${article}/claims/C1/evidence`, link)
  await aVerdict(noor, article, 'C1', { rating: 'confirmed' })
  const desk = await open(noor, article, '?claim=C1')
  await desk.expectRow('C1', 'Allegation, Confirmed')

  const library = await openLibrary(karim, `?find=${encodeURIComponent(title)}`)
  const record = await library.choose(title)
  await expect(record).toContainText('Used by 1 claim')
  await record.getByRole('button', { name: 'Withdraw or correct…' }).click()
  const dialog = karim.page.getByRole('dialog', { name: `Take back “${title}”` })
  await expect(dialog).toContainText('1 claim will be re-opened')
  await expect(dialog.getByRole('link', { name: 'C1' })).toBeVisible()
  const confirm = dialog.getByRole('button', { name: 'Withdraw and re-open 1 claim' })
  await confirm.click()
  await expect(dialog).toContainText('This needs a reason.')
  await dialog.getByRole('textbox', { name: 'Why' }).fill('Recalled by the coast guard.')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(record).toContainText('Withdrawn. Nothing new can rest on it.')
  await expect(record).toContainText('Recalled by the coast guard.')

  await desk.expectRow('C1', 'Allegation, Open')
  const notice = desk.inspector.getByRole('region', { name: 'A source was taken back' })
  await expect(notice).toContainText(`The verdict does not count since “${title}” was withdrawn.`)
  await notice.getByRole('button', { name: /^Still holds/ }).click()
  await desk.expectRow('C1', 'Allegation, Confirmed')
  await expect(notice).toBeHidden()

  await record.getByRole('button', { name: 'Stands again' }).click()
  await expect(record).not.toContainText('Withdrawn')
})

test('SR4 two records are compared, merged, and parted again', async ({ as }) => {
  const noor = await as('noor')
  const [kept, twin] = [named('Harbour News'), named('Harbour News, web')]
  const url = `https://harbournews.test/${randomUUID()}`
  await add(noor, { title: kept, url })
  await add(noor, { title: twin, url: `${url}/` })
  const library = await openLibrary(noor)
  await expect(library.row(kept)).toContainText('may be a duplicate')
  const record = await library.choose(twin)
  await record.getByRole('button', { name: `Compare… ${kept}` }).click()
  const dialog = noor.page.getByRole('dialog', { name: 'Merge two sources' })
  await dialog.getByRole('radio', { name: `This one stays: ${kept}` }).check()
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(library.record(kept).getByRole('region', { name: 'Merged into this one' })).toContainText(twin)
  await expect(library.row(twin)).toHaveCount(0)
  await noor.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(library.row(twin)).toHaveCount(1)
  await expect(library.record(kept).getByRole('region', { name: 'Merged into this one' })).toHaveCount(0)
})

test('SR8 filters are in the address, and a count says what each would leave', async ({ as }) => {
  const noor = await as('noor')
  const title = named('Tide tables')
  await add(noor, { title, kind: 'dataset' })
  const library = await openLibrary(noor)
  await library.find.fill(title)
  await expect(noor.page.getByText(/^1 of \d+ sources$/)).toBeVisible()
  const filters = noor.page.getByRole('navigation', { name: 'Filters' })
  await filters.getByRole('link', { name: 'Dataset 1' }).click()
  await expect(noor.page).toHaveURL(/kind=dataset/)
  await noor.page.reload()
  await expect(library.row(title)).toBeVisible()
  await expect(filters.getByRole('link', { name: 'Dataset 1' })).toHaveAttribute('aria-current', 'true')
})

test('SR9 by keyboard alone: add a source, read its record, group it', async ({ as }) => {
  const noor = await as('noor')
  const { keyboard } = noor.page
  const title = named('Typed by hand')
  const library = await openLibrary(noor)
  await noor.page.getByRole('button', { name: 'Add source' }).focus()
  await keyboard.press('Enter')
  await expect(noor.page.getByRole('textbox', { name: 'Title' })).toBeFocused()
  await keyboard.type(title)
  await keyboard.press('Enter')
  await expect(library.record(title)).toBeVisible()
  const origin = library.record(title).getByRole('combobox', { name: 'Origin group' })
  await origin.focus()
  await keyboard.type(named('An origin'))
  await keyboard.press('Enter')
  await expect(library.record(title)).toContainText('1 source')
})

test('SR9 on a phone the record takes the place of the list, and back leads to its row', async ({ as }) => {
  const noor = await as('noor', { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true })
  const { page } = noor
  const title = named('On a phone')
  await add(noor, { title, url: `https://a-rather-long-name.test/${randomUUID()}/${randomUUID()}` })
  const library = await openLibrary(noor)
  await expectWithinWidth(page, 'library, list')
  await page.getByRole('button', { name: 'Filters' }).tap()
  await expect(page.getByRole('link', { name: /^Press \d+$/ })).toBeVisible()
  await expectWithinWidth(page, 'library, filters')
  await library.row(title).getByRole('link').tap()
  await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused()
  await expect(library.table).toBeHidden()
  await expectWithinWidth(page, 'library, record')
  await page.getByRole('link', { name: 'All sources' }).tap()
  await expect(library.row(title).getByRole('link')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  /** Two that may be one, the first of them not named. */
  const two = async (idris: Person): Promise<[LibraryPage, Locator]> => {
    const title = named('Axe')
    const url = `https://axe.test/${randomUUID()}`
    await add(idris, { title, url, kind: 'interview', terms: 'off-record', anonymity: 'Asked for it.' })
    await add(idris, { title: named('Axe, again'), url })
    const library = await openLibrary(idris, `?find=${encodeURIComponent(url)}`)
    const record = await library.choose(title)
    await expect(record.getByRole('button', { name: /^Compare/ })).toBeVisible()
    return [library, record]
  }

  test(`SR9 axe finds nothing in the library, ${colorScheme}`, { tag: '@long' }, async ({ as }) => {
    const idris = await as('idris', { colorScheme })
    const [{ page }, record] = await two(idris)
    await expectAccessible(page, 'list and record')
    await record.getByRole('button', { name: 'Edit…' }).click()
    await page.getByRole('textbox', { name: 'Why they are not named' }).fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Say why this source is not named.')).toBeVisible()
    await expectAccessible(page, 'edit, with something missing')
  })

  test(`SR9 axe finds nothing in merging and withdrawing, ${colorScheme}`, { tag: '@long' }, async ({ as }) => {
    const idris = await as('idris', { colorScheme })
    const [{ page }, record] = await two(idris)
    await record.getByRole('button', { name: /^Compare/ }).click()
    await expect(page.getByRole('radio').first()).toBeVisible()
    await expectAccessible(page, 'merge')
    await page.keyboard.press('Escape')
    await record.getByRole('button', { name: 'Withdraw or correct…' }).click()
    await expect(page.getByRole('dialog')).toContainText('No verdict in articles open to you rests on it.')
    await expectAccessible(page, 'withdraw')
    await page.getByRole('textbox', { name: 'Why' }).fill('Recalled.')
    await page.getByRole('button', { name: 'Withdraw', exact: true }).click()
    await expect(record).toContainText('Nothing new can rest on it.')
    await expectAccessible(page, 'withdrawn')
  })
}
