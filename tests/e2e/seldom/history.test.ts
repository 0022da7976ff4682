import { aClaim, anArticle, aVerdict, claimOf, toll } from '../article.ts'
import { expectAccessible } from '../axe.ts'
import { expect, type Person, test } from '../people.ts'

const oldest = 'It is the oldest dam in the country'

async function aNight(noor: Person): Promise<string> {
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, oldest, 'superlative')
  await aVerdict(noor, article, 'C1', { rating: 'needs-context', why: 'By whose count?' })
  const link = { source: { kind: 'official', title: 'County register' }, stance: 'refutes', locator: 'p. 9' }
  await noor.ask('POST', `articles/${article}/claims/C1/evidence`, { ...link, excerpt: '412 names' })
  return article
}

const entries = ({ page }: Person) => page.getByRole('list', { name: 'What happened' }).getByRole('listitem')

test('HP30 tells in sentences who did what to which words, and follows what happens', async ({ as }) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const article = await aNight(noor)
  await vera.page.goto(`/harbour/articles/${article}/history`)
  await expect(entries(vera)).toHaveText([
    new RegExp(`Noor Kassem added a source to “${toll}”: Refutes · C1p\\. 9412 names`),
    new RegExp(`Noor Kassem gave the verdict Needs context on “${toll}” · C1By whose count\\?`),
    new RegExp(`Noor Kassem marked “${oldest}” as Superlative · C2`),
    new RegExp(`Noor Kassem marked “${toll}” as Casualty count · C1`),
    /Version 1 was made/,
    /Noor Kassem brought the article in/,
  ])
  await aVerdict(await as('karim'), article, 'C2')
  await expect(entries(vera).first()).toHaveText(/Karim Aziz gave the verdict Confirmed on/)
  await expect(vera.page.getByRole('button', { name: /^Erase/ })).toHaveCount(0)
  await entries(vera).first().getByRole('link', { name: 'C2' }).click()
  await expect(vera.page.getByRole('region', { name: 'Selected claim' }).getByRole('heading', { level: 2 })).toHaveText(
    'C2',
  )
})

test('HP31 is narrowed by person, kind of event and claim, and the address keeps it', async ({ as }) => {
  const noor = await as('noor')
  const article = await aNight(noor)
  await aVerdict(await as('karim'), article, 'C2')
  await noor.page.goto(`/harbour/articles/${article}/history`)
  const filters = noor.page.getByRole('search', { name: 'Narrow the history' })
  await filters.getByRole('button', { name: /Kind of event/ }).click()
  await noor.page.getByRole('option', { name: 'Verdicts and sign-offs' }).click()
  await expect(entries(noor)).toHaveText([/gave the verdict Confirmed/, /gave the verdict Needs context/])
  await filters.getByRole('button', { name: /Person/ }).click()
  await noor.page.getByRole('option', { name: 'Noor Kassem' }).click()
  await expect(entries(noor)).toHaveText([/gave the verdict Needs context/])
  await noor.page.reload()
  await expect(entries(noor)).toHaveText([/gave the verdict Needs context/])
  await noor.page.goto(`/harbour/articles/${article}/history?claim=C2`)
  await expect(entries(noor)).toHaveText([/gave the verdict Confirmed/, /marked/])
  await noor.page.getByRole('link', { name: 'Show everything' }).click()
  await expect(entries(noor)).toHaveCount(7)
})

test('HP32 an admin has words forgotten; the entry stays, says so, and the claim has no reason any more', async ({
  as,
}) => {
  const [noor, sana] = [await as('noor'), await as('sana')]
  const article = await aNight(noor)
  await sana.page.goto(`/harbour/articles/${article}/history?kind=verdicts`)
  await expect(entries(sana)).toContainText(['By whose count?'])
  await entries(sana).getByRole('button', { name: 'Erase these words…' }).click()
  const asked = sana.page.getByRole('alertdialog', { name: 'Erase what was written here?' })
  await expectAccessible(sana.page, 'erasing')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  await expect(entries(sana)).toContainText(['By whose count?'])
  await entries(sana).getByRole('button', { name: 'Erase these words…' }).click()
  await asked.getByRole('button', { name: 'Erase for good' }).click()
  await expect(entries(sana)).toContainText(['The words were erased by Sana'])
  await expect(sana.page.getByText('By whose count?')).toHaveCount(0)
  expect((await claimOf(noor, article, 'C1')).verdict).toMatchObject({ rating: 'needs-context', why: null })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`HP33 axe finds nothing on the history, ${colorScheme}`, async ({ as }) => {
    const article = await aNight(await as('noor'))
    const sana = await as('sana', { colorScheme })
    await sana.page.goto(`/harbour/articles/${article}/history`)
    await expect(entries(sana)).toHaveCount(6)
    await expectAccessible(sana.page, 'history')
  })
}
