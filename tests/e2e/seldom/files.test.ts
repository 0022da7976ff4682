import { readFile } from 'node:fs/promises'
import { trackedDocx } from '#server/import/docx-for-test.ts'
import { aClaim, anArticle, claimOf, toll } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { openDesk } from '../desk-page.ts'
import { expect, type Person, test } from '../people.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function chooseFile(page: Person['page'], name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name, mimeType: docx, buffer: Buffer.from(bytes) })
}

const heldFile = (page: Person['page'], name: string, text: string) =>
  page.evaluateHandle(
    ([called, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content ?? ''], called ?? '', { type: 'text/plain' }))
      return transfer
    },
    [name, text],
  )

/** As a hand does it: the file is held over the page, and let go. */
async function dropFile(page: Person['page'], name: string, text: string): Promise<void> {
  const held = await heldFile(page, name, text)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: held })
  await expect(page.getByText('Drop it to bring it in')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: held })
  await expect(page.getByText('Drop it to bring it in')).toHaveCount(0)
}

const notesOf = (page: Person['page']) => page.getByRole('region', { name: 'What we changed or could not bring' })

test('FI10 a word processor’s file is read, its changes taken as asked, and brought in; the original comes back as it was', async ({
  as,
}) => {
  const rafi = await as('rafi')
  const { page } = rafi
  const title = 'The ferry that was counted twice'
  const bytes = trackedDocx(title)
  await page.goto('/harbour/import')
  await chooseFile(page, 'ferry draft.docx', bytes)

  const preview = page.getByRole('region', { name: 'As it will be' })
  await expect(preview.getByRole('heading', { name: title })).toBeVisible()
  await expect(preview.getByText('At least 17 people')).toBeVisible()
  await expect(page.getByText('From “ferry draft.docx”')).toBeVisible()
  const notes = notesOf(page)
  await expect(notes.getByText('Tracked changes are taken as accepted: one insertion, one deletion.')).toBeVisible()
  await expect(notes.getByText('One footnote is not in the text, nor are the marks that point to them.')).toBeVisible()
  await expect(notes.getByText('One image was left out.')).toBeVisible()
  await notes.getByRole('listitem').filter({ hasText: 'One comment' }).getByText('Show the words').click()
  await expect(notes.getByText('Idris: Ask her again.')).toBeVisible()
  await expectAccessible(page, 'a file before it is brought in')

  // What was written before stays when the text is read in another way.
  await page.getByLabel('Byline').fill('Rafi Amiri')
  await page.getByLabel('Desk', { exact: true }).fill('city')
  await notes.getByRole('radio', { name: 'As before them' }).click()
  await expect(preview.getByText('At least 14 people')).toBeVisible()
  await expect(notes.getByText('The text is as it was before its tracked changes')).toBeVisible()
  await expect(page.getByLabel('Byline')).toHaveValue('Rafi Amiri')
  await page.getByRole('button', { name: 'Start checking' }).click()
  await expect(page).toHaveURL(/\/articles\//)

  await page.getByRole('button', { name: 'Details…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Details' })
  await expect(dialog.getByLabel('Byline')).toHaveValue('Rafi Amiri')
  await expect(dialog.getByLabel('Desk', { exact: true })).toHaveValue('city')
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Download “ferry draft.docx”' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('ferry draft.docx')
  expect((await readFile(await saved.path())).equals(Buffer.from(bytes))).toBe(true)

  // Once more by somebody else: they are told, and led to it.
  const noor = await as('noor')
  await noor.page.goto('/harbour/import')
  await chooseFile(noor.page, 'renamed.docx', bytes)
  await expect(notesOf(noor.page).getByText('This file was brought in before:')).toBeVisible()
  await notesOf(noor.page).getByRole('link', { name: title }).click()
  await expect(noor.page).toHaveURL(page.url())
})

test('FI11 a file dropped anywhere on the page is taken, and is two keys from the desk', async ({ as }) => {
  const { page } = await as('noor')
  await page.goto('/harbour/import')
  await expect(page.getByRole('textbox', { name: 'The article’s text' })).toBeFocused()
  await dropFile(page, 'tram.md', '# The tram that stood still\n\nIt stood for *eleven minutes*, says the driver.\n')
  const preview = page.getByRole('region', { name: 'As it will be' })
  await expect(preview.getByRole('heading', { name: 'The tram that stood still' })).toBeVisible()
  await expect(preview.locator('em')).toHaveText('eleven minutes')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/articles\//)
})

test('FI12 a file that cannot be read says why, and what stood in the box stays', async ({ as }) => {
  const { page } = await as('noor')
  await page.goto('/harbour/import')
  const box = page.getByRole('textbox', { name: 'The article’s text' })
  await box.fill('Words that somebody was writing.')
  await chooseFile(page, 'minutes.doc', Buffer.from('x'))
  await expect(page.getByText('“minutes.doc”: Tickmark reads .docx, .html, .md and .txt files.')).toBeVisible()
  await chooseFile(page, 'minutes.docx', Buffer.from('not a zip'))
  await expect(page.getByText('“minutes.docx”: This file could not be read.')).toBeVisible()
  await expect(box).toHaveValue('Words that somebody was writing.')
})

async function bringIn(person: Person, title: string): Promise<string> {
  const text = `${title}\n\nA sentence of this article says that it was late on Friday.\n`
  const { article } = await person.ask<{ article: object }>('POST', 'articles/import', { text })
  return (await person.ask<{ id: string }>('POST', 'articles', article)).id
}

test('AD2 a deadline changed in the details shows on another person’s desk by itself', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const title = 'The bridge that closed early'
  const id = await bringIn(noor, title)
  const desk = await openDesk(idris)
  await expect(desk.row(title)).toContainText('no deadline')
  await open(noor, id)

  await noor.page.getByRole('button', { name: 'Details…' }).click()
  const dialog = noor.page.getByRole('dialog', { name: 'Details' })
  await expect(dialog.getByText('The title and the standfirst are part of the text: change them there.')).toBeVisible()
  await dialog.getByLabel('Deadline').fill('2031-07-01T21:30')
  // Closed and opened again, what was typed is there.
  await noor.page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await noor.page.getByRole('button', { name: 'Details…' }).click()
  await expect(dialog.getByLabel('Deadline')).toHaveValue('2031-07-01T21:30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(noor.page.getByRole('button', { name: 'Details…' })).toBeFocused()
  await expect(desk.row(title)).toContainText('1 Jul')
  expect(await noor.ask('GET', `articles/${id}`)).toMatchObject({ dueAt: '2031-07-01T20:30:00.000Z' })
})

test('AD3 an editor opens an article to people named, and it goes from the desk of the others', async ({ as }) => {
  const [idris, karim] = [await as('idris'), await as('karim')]
  const title = 'The ledger nobody may see'
  const id = await bringIn(idris, title)
  const desk = await openDesk(karim)
  await expect(desk.row(title)).toBeVisible()
  const rafi = await as('rafi')
  await open(rafi, id)
  await open(idris, id)

  await idris.page.getByRole('button', { name: 'Details…' }).click()
  const dialog = idris.page.getByRole('dialog', { name: 'Details' })
  await dialog.getByRole('radio', { name: 'People named' }).click()
  const people = dialog.getByRole('group', { name: 'People named' })
  await people.getByRole('button', { name: /Noor/ }).click()
  await expectAccessible(idris.page, 'details with people named')
  await idris.page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(idris.page, 'details with people named, dark')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(desk.row(title)).toHaveCount(0)
  await expect(rafi.page.getByText('This article is no longer open to you.')).toBeVisible()
  await karim.page.goto(`/harbour/articles/${id}`)
  await expect(karim.page.getByRole('heading', { name: 'Nothing here' })).toBeVisible()
})

test('AD4 whoever only reads sees the details and changes none', async ({ as }) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const id = await bringIn(noor, 'The list of the drowned')
  await open(vera, id)
  await vera.page.getByRole('button', { name: 'Details…' }).click()
  const dialog = vera.page.getByRole('dialog', { name: 'Details' })
  await expect(dialog.getByText('The whole newsroom may open it.')).toBeVisible()
  await expect(dialog.getByText('It was pasted; there is no file.')).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Save' })).toHaveCount(0)
})

test('AD5 on a phone the details are all within reach', async ({ as }) => {
  const noor = await as('noor', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const id = await bringIn(noor, 'The market by the sea')
  await open(noor, id)
  await noor.page.getByRole('button', { name: 'Details…' }).tap()
  const dialog = noor.page.getByRole('dialog', { name: 'Details' })
  await dialog.getByLabel('Desk', { exact: true }).fill('sea')
  await dialog.getByRole('button', { name: 'Save' }).tap()
  await expect(dialog).toHaveCount(0)
  expect(await noor.ask('GET', `articles/${id}`)).toMatchObject({ desk: 'sea' })
})

test('AT9 a file dropped on the desk is a document of a source for the selected claim, stored when it is attached', async ({
  as,
}) => {
  const noor = await as('noor')
  const { page } = noor
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const desk = await open(noor, article, '?claim=C1')
  const dropOnText = async (name: string, text: string) => {
    const held = await heldFile(page, name, text)
    await desk.text.dispatchEvent('dragover', { dataTransfer: held })
    await desk.text.dispatchEvent('drop', { dataTransfer: held })
  }
  await dropOnText('Register of the parish.pdf', 'Forty-one names.')
  const form = desk.section('Sources')
  await expect(form.getByLabel('Title')).toHaveValue('Register of the parish')
  await expect(form.getByLabel('Title')).toBeFocused()
  await expect(form.getByLabel('Title')).toBeInViewport()
  await expect(form.getByText('Register of the parish.pdf')).toBeVisible()
  // Left out, and another one chosen by keyboard.
  await form.getByRole('button', { name: 'Leave out Register of the parish.pdf' }).press('Enter')
  const chooser = page.waitForEvent('filechooser')
  await form.getByRole('button', { name: 'Add a file…' }).press('Enter')
  await (await chooser).setFiles({ name: 'page 3.txt', mimeType: 'text/plain', buffer: Buffer.from('Forty-one.') })
  await expect(form.getByText('page 3.txt')).toBeVisible()
  await expectAccessible(page, 'the form of a source with a file')
  await form.getByLabel('Where in the source').fill('p. 3')

  // Without a line nothing is lost, and nothing half stored.
  await noor.context.setOffline(true)
  await form.getByRole('button', { name: 'Add to C1' }).click()
  await expect(form.getByText('A file needs a connection.')).toBeVisible()
  await noor.context.setOffline(false)
  await form.getByRole('button', { name: 'Add to C1' }).click()
  await expect(form.getByRole('listitem')).toContainText('p. 3')
  await expect.poll(async () => (await claimOf(noor, article, 'C1')).evidence).toHaveLength(1)
  await form.getByRole('link', { name: 'Show Register of the parish in the library' }).click()
  await expect(page.getByRole('region', { name: 'Documents' }).getByRole('link', { name: 'page 3.txt' })).toBeVisible()
})

test('AT9 a file dropped in Edit mode is not opened in the desk’s place', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const desk = await open(noor, article)
  await desk.edit()
  const held = await heldFile(noor.page, 'photo.txt', 'A photo.')
  const isTaken = await desk.text.evaluate(
    (text, dataTransfer) =>
      !text.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })),
    held,
  )
  expect(isTaken, 'the browser is told to leave it').toBe(true)
  await expect(desk.section('Sources')).toHaveCount(0)
})
