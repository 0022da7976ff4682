import { randomUUID } from 'node:crypto'
import type { ArticleDraft } from '#document/draft.ts'
import { aClaim, anArticle, aVerdict, damText } from '../article.ts'
import { open } from '../article-page.ts'
import { expectAccessible } from '../axe.ts'
import { expect, type Person, test } from '../people.ts'
import { expectReadable } from '../readable.ts'
import { expectWithinWidth } from '../sideways.ts'

const alike = Array.from({ length: 12 }, (_, index) => `House ${index + 1} of the lower street was empty by nightfall.`)
const html = (title: string): string => `<h1>${title}</h1>
  <p>At least 17 people died when the ferry capsized off the harbour wall.</p>
  <h2>What the log says</h2>
  <ul><li>The gates were shut at nine.</li><li>Nobody rang a bell.</li></ul>
  <blockquote><p>We were told it would hold.</p></blockquote>
  ${alike.map((text) => `<p>${text}</p>`).join('\n')}
  <p>The inquiry meets again on Friday.</p>`

/** Brought in as v1; put right and sent to review as v2; sent back and put right once more. */
async function aTextWithVersions(rafi: Person, idris: Person): Promise<string> {
  const title = `The night of the ferry, ${randomUUID().slice(0, 8)}`
  const { article } = await rafi.ask<{ article: ArticleDraft }>('POST', 'articles/import', { html: html(title) })
  const { id } = await rafi.ask<{ id: string }>('POST', 'articles', { ...article, suggests: false })
  await aClaim(idris, id, 'We were told it would hold', 'quote')
  await aVerdict(idris, id, 'C1')
  const desk = await open(rafi, id)
  await desk.edit()
  // The title ends in figures made up anew, and 17 may be among them.
  await desk.retype('least 17', 'least 19')
  await desk.retype('Nobody rang a bell', 'Nobody rang the great bell')
  await desk.expectSaved()
  await idris.ask('POST', `articles/${id}/review-requests`, { note: '' })
  await idris.ask('POST', `articles/${id}/send-backs`, { note: 'Which Friday?' })
  await desk.retype('Friday', 'Monday')
  await desk.expectSaved()
  return id
}

class Versions {
  readonly page: Person['page']
  constructor({ page }: Person) {
    this.page = page
  }
  get list() {
    return this.page.getByRole('navigation', { name: 'All versions' }).getByRole('listitem')
  }
  get text() {
    return this.page.getByRole('group', { name: /^What changed|^The text of/ })
  }
  get changes() {
    return this.text.locator('[data-change]')
  }
  get figures() {
    return this.page.getByRole('status').filter({ hasText: /changed|read the same/ })
  }
  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: true })
  }
}

async function openVersions(person: Person, article: string, search = ''): Promise<Versions> {
  await person.page.goto(`/harbour/articles/${article}/versions${search}`)
  const versions = new Versions(person)
  await expect(versions.text).toBeVisible()
  return versions
}

test('VP30 lists every version, and compares the newest with the one before, word by word', async ({ as }) => {
  const [rafi, idris, vera] = [await as('rafi'), await as('idris'), await as('vera')]
  const article = await aTextWithVersions(rafi, idris)
  const versions = await openVersions(vera, article)
  await expect(versions.list).toHaveText([/^Now/, /^v2Asked for reviewRead.*Idris/, /^v1Brought in.*Rafi/])
  await expect(versions.figures).toContainText('2 paragraphs changed')
  await expect(versions.changes).toHaveText([
    /At least gone: 17new: 19 people died/,
    /Nobody rang gone: anew: the new: great bell/,
  ])
  await expect(versions.text.getByRole('listitem')).toHaveCount(2)
  await expect(versions.text.getByRole('heading', { level: 2, name: 'What the log says' })).toBeVisible()

  const fold = versions.button(/paragraphs alike$/)
  await expect(versions.text.getByText(alike[5] ?? '')).toHaveCount(0)
  await fold.click()
  await expect(versions.text.getByText(alike[5] ?? '')).toBeVisible()
  await fold.click()
  await expect(versions.text.getByText(alike[5] ?? '')).toHaveCount(0)
})

test('VP31 by keys alone: from change to change, to older and newer ones; the address keeps what is compared', async ({
  as,
}) => {
  const [rafi, idris] = [await as('rafi'), await as('idris')]
  const article = await aTextWithVersions(rafi, idris)
  const versions = await openVersions(idris, article)
  const { keyboard } = idris.page
  await keyboard.press('n')
  await expect(versions.changes.nth(0)).toBeFocused()
  await expect(idris.page.getByText('Change 1 of 2')).toBeVisible()
  await keyboard.press('n')
  await expect(versions.changes.nth(1)).toBeFocused()
  await keyboard.press('p')
  await expect(versions.changes.nth(0)).toBeFocused()

  await keyboard.press(']')
  await expect(idris.page).toHaveURL(/from=2&to=now/)
  await expect(versions.changes).toHaveText([/gone: Fridaynew: Monday/])
  await expect(versions.button('Newer')).toBeDisabled()
  await keyboard.press('[')
  await expect(idris.page).toHaveURL(/from=1&to=2/)
  await expect(versions.changes).toHaveCount(2)
  await expect(versions.button('Older')).toBeDisabled()
  await idris.page.goto(`/harbour/articles/${article}/versions?from=1&to=now`)
  await expect(versions.changes).toHaveCount(3)
  await idris.page.reload()
  await expect(versions.changes).toHaveCount(3)
})

test('VP32 the text as it stands follows what somebody types; a new version joins the list', async ({ as }) => {
  const [rafi, idris] = [await as('rafi'), await as('idris')]
  const article = await aTextWithVersions(rafi, idris)
  const versions = await openVersions(idris, article, '?from=2&to=now')
  await expect(versions.changes).toHaveCount(1)
  const desk = await open(rafi, article)
  await desk.edit()
  await desk.retype('shut at nine', 'open until ten')
  await desk.expectSaved()
  await expect(versions.changes).toHaveCount(2, { timeout: 20_000 })
  await idris.ask('POST', `articles/${article}/review-requests`, { note: '' })
  await expect(versions.list).toHaveCount(4)
})

test('VP33 a version can be read alone, and one that there is not is said to be missing', async ({ as }) => {
  const vera = await as('vera')
  const article = await anArticle(await as('noor'))
  const versions = await openVersions(vera, article)
  await expect(versions.figures).toContainText('Both read the same.')
  await versions.page.getByRole('link', { name: 'Read v1, the first' }).click()
  await expect(versions.page.getByText('Reading v1')).toBeVisible()
  const shown = await versions.text.evaluate((place) =>
    [...place.querySelectorAll('h1, h2, h3, p')].map(({ textContent }) => textContent).join('\n'),
  )
  expect(shown).toBe(damText)
  await vera.page.goto(`/harbour/articles/${article}/versions?from=1&to=9`)
  await expect(vera.page.getByRole('alert')).toContainText('This article has no v9.')
  await vera.page.getByRole('link', { name: 'Show the newest' }).click()
  await expect(versions.text).toBeVisible()
})

for (const [place, options] of [
  ['a phone', { viewport: { width: 390, height: 844 } }],
  ['forced colours', { viewport: { width: 1440, height: 900 }, forcedColors: 'active', colorScheme: 'dark' }],
] as const) {
  test(`VP34 fits and can be read with ${place}, in either direction`, { tag: '@long' }, async ({ as }) => {
    const article = await aTextWithVersions(await as('rafi'), await as('idris'))
    const vera = await as('vera', options)
    await openVersions(vera, article)
    await expectWithinWidth(vera.page, place)
    await expectReadable(vera.page, place)
    await vera.page.getByRole('button', { name: /^Account of/ }).click()
    await vera.page.getByRole('menuitemradio', { name: 'Right-to-left test' }).click()
    await expect(vera.page.locator('html')).toHaveAttribute('dir', 'rtl')
    await vera.page.keyboard.press('Escape')
    await expectWithinWidth(vera.page, `${place}, from the right`)
    await expectAccessible(vera.page, 'versions, from the right')
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `VP35 axe finds nothing on the versions, compared and alone, ${colorScheme}`,
    { tag: '@long' },
    async ({ as }) => {
      const article = await aTextWithVersions(await as('rafi'), await as('idris'))
      const sana = await as('sana', { colorScheme })
      const versions = await openVersions(sana, article)
      await expectAccessible(sana.page, 'two versions compared')
      await versions.button(/paragraphs alike$/).click()
      await sana.page.keyboard.press('n')
      await expectAccessible(sana.page, 'unfolded, at a change')
      await openVersions(sana, article, '?to=1')
      await expectAccessible(sana.page, 'a version alone')
    },
  )
}
