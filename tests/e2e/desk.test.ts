import { aClaim, allegation, anArticle, aVerdict, titled, toll } from './article.ts'
import { open } from './article-page.ts'
import { openDesk } from './desk-page.ts'
import { expect, test } from './people.ts'

test('DK30 the desk in another window follows every marking, verdict, edit and sign-off by itself', async ({ as }) => {
  const [noor, idris, rafi] = [await as('noor'), await as('idris'), await as('rafi')]
  const { title, text } = titled('What the desk sees')
  const article = await anArticle(noor, { text })
  const [desk, page] = [await openDesk(idris), await open(noor, article)]
  // Nothing below reloads the desk; a reload would take this away.
  await idris.page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
  const row = desk.row(title)
  await expect(row.getByRole('cell').first()).toHaveText('Intake')
  await expect(row).toContainText('no claims yet')

  await page.markByPointer(toll, 'Casualty count')
  await expect(desk.door(title, '1 casualty count left')).toBeVisible()
  await expect(row.getByRole('cell').first()).toHaveText('Checking')
  await page.markByPointer(allegation, 'Allegation')
  await expect(desk.door(title, '1 allegation left')).toBeVisible()
  await expect(desk.door(title, '2 left')).toBeVisible()
  await expect(desk.door(title, '2 unassigned')).toBeVisible()

  await page.pickRow('C1')
  await page.rating('Confirmed').click()
  await expect(desk.door(title, '1 done')).toBeVisible()
  await expect(row).toContainText('no casualty counts left')

  const reporter = await open(rafi, article)
  await reporter.retype('thousands', 'hundreds more')
  await expect(desk.door(title, '1 reworded')).toBeVisible()
  await expect(desk.door(title, '0 done')).toBeVisible()
  // Affirmed are the words as they stand on screen, so they have to be all there.
  await expect(page.row('C1')).toHaveAccessibleName(new RegExp(toll.replace('thousands', 'hundreds more')))
  await page.pickRow('C1')
  await page.inspector.getByRole('button', { name: /^Still holds/ }).click()
  await expect(row).toContainText('none reworded')
  await expect(desk.door(title, '1 done')).toBeVisible()
  expect(await idris.page.evaluate(() => 'isTheSamePage' in window)).toBe(true)
})

test('DK31 every count opens exactly the list it counts, and the address says which', async ({ as }) => {
  const noor = await as('noor')
  const { title, text } = titled('Counts are doors')
  const article = await anArticle(noor, { text })
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  await aClaim(noor, article, 'Officials deny it.', 'allegation')
  await aClaim(noor, article, '1991', 'date')
  await aVerdict(noor, article, 'C4')

  for (const [door, show, rows] of [
    ['4 claims', 'all', 4],
    ['3 left', 'left', 3],
    ['2 allegations left', 'allegations', 2],
    ['1 casualty count left', 'casualties', 1],
    ['1 done', 'done', 1],
  ] as const) {
    const desk = await openDesk(noor)
    await desk.door(title, door).click()
    await expect(noor.page).toHaveURL(`/harbour/articles/${article}?show=${show}`)
    await expect(noor.page.getByRole('listbox', { name: 'Claims' }).getByRole('option'), door).toHaveCount(rows)
  }

  await noor.page.reload()
  const list = noor.page.getByRole('listbox', { name: 'Claims' })
  await expect(list.getByRole('option')).toHaveCount(1)
  await noor.page.goBack()
  await expect(noor.page.getByRole('heading', { name: 'Tonight' })).toBeVisible()
})

test('DK32 a total of the evening shows the articles it comes from, says so, and survives a reload', async ({ as }) => {
  const noor = await as('noor')
  const [risky, calm] = [titled('Totals'), titled('Totals')]
  await aClaim(noor, await anArticle(noor, risky), allegation, 'allegation')
  await aClaim(noor, await anArticle(noor, calm), '1991', 'date')
  const desk = await openDesk(noor)
  await expect(desk.row(calm.title)).toBeVisible()
  await desk.total('Allegations').click()
  await expect(noor.page).toHaveURL('/harbour?show=allegations')
  await expect(desk.row(risky.title)).toBeVisible()
  await expect(desk.row(calm.title)).toHaveCount(0)
  await expect(noor.page.getByText('Showing articles with open allegations')).toBeVisible()

  await desk.find.fill('TOTALS')
  await expect(noor.page).toHaveURL(/[?&]find=TOTALS/)
  await noor.page.reload()
  await expect(desk.find).toHaveValue('TOTALS')
  await expect(desk.row(risky.title)).toBeVisible()
  await expect(desk.row(calm.title)).toHaveCount(0)
  await noor.page.getByRole('link', { name: 'Clear', exact: true }).click()
  await expect(desk.row(calm.title)).toBeVisible()
  expect((await desk.titles()).every((title) => title.startsWith('Totals'))).toBe(true)
})

test('DK33 late comes first, then what is due soon and can hurt somebody, then by time', async ({ as }) => {
  const noor = await as('noor')
  const { title: evening } = titled('Order')
  const at = (place: string) => titled(`${evening} ${place}`)
  const [late, risky, harmless, never] = [at('late'), at('risky'), at('harmless'), at('never due')]
  await anArticle(noor, never)
  await anArticle(noor, { ...harmless, dueIn: 1 })
  const article = await anArticle(noor, { ...risky, dueIn: 1.5 })
  await aClaim(noor, article, allegation, 'allegation')
  await anArticle(noor, { ...late, dueIn: -0.25 })

  const desk = await openDesk(noor, `?find=${encodeURIComponent(evening)}`)
  const inOrder = (...articles: { title: string }[]) =>
    expect.poll(() => desk.titles()).toEqual(articles.map(({ title }) => title))
  await inOrder(late, risky, harmless, never)
  await expect(desk.row(late.title)).toContainText(/late 1\d min/)
  await expect(desk.row(risky.title)).toContainText(/1 h (?:29|30)|8\d min/)
  // Judged, it can no longer hurt: the order follows without a reload.
  await aVerdict(noor, article, 'C1', { rating: 'wrong', why: 'No gate was sold.' })
  await inOrder(late, harmless, risky, never)
  await desk.choose('Due', 'Late')
  await expect(noor.page).toHaveURL(/[?&]due=late/)
  await inOrder(late)
})

test('DK34 a claim given to somebody is theirs on every desk, and leaves the unassigned', async ({ as }) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const { title, text } = titled('Assigned')
  const article = await anArticle(noor, { text })
  await aClaim(noor, article, toll, 'casualty')
  const [desk, page] = [await openDesk(karim), await open(noor, article, '?claim=C1')]
  await expect(desk.door(title, '1 unassigned')).toBeVisible()
  await page.inspector.getByRole('button', { name: /Checked by$/ }).click()
  await noor.page.getByRole('option', { name: 'Karim Aziz' }).click()
  await expect(desk.row(title)).toContainText('none unassigned')
  await desk.door(title, '1 left').click()
  await expect(karim.page.getByRole('option', { name: /^C1, .*assigned to Karim Aziz/ })).toBeVisible()
  await karim.page.getByRole('button', { name: 'Mine, 1' }).click()
  await expect(karim.page.getByRole('option')).toHaveCount(1)
})

test('DK35 a title changed in the text reaches the bar and every desk', async ({ as }) => {
  const [noor, idris, rafi] = [await as('noor'), await as('idris'), await as('rafi')]
  const { title, text } = titled('Retitled')
  const article = await anArticle(noor, { text })
  const [desk, reporter] = [await openDesk(idris), await open(rafi, article)]
  await expect(desk.row(title)).toBeVisible()
  await reporter.text.getByRole('heading', { level: 1 }).click()
  await rafi.page.keyboard.press('End')
  await rafi.page.keyboard.type(' at last')
  const after = `${title} at last`
  await expect(reporter.bar.getByText(after)).toBeVisible()
  await expect(desk.row(after)).toBeVisible()
})
