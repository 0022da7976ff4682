import { aClaim, allegation, anArticle, aVerdict, claimOf, claimsOf, toll } from './article.ts'
import { open } from './article-page.ts'
import { expect, test } from './people.ts'
import { held } from './wire.ts'
import { dragOver } from './words.ts'

const reworded = toll.replace('thousands', 'hundreds more')

test('VD30 “cannot confirm” waits for its reason, and a new source for its place, before either is taken', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const page = await open(noor, article)
  await page.pick('C1', toll)

  const sources = page.section('Sources')
  await sources.getByRole('button', { name: /^Add source/ }).click()
  await sources.getByLabel('Find in the library, or paste a link').fill('County register of deaths, Velm')
  await sources.getByRole('button', { name: 'New source: County register of deaths, Velm' }).click()
  await expect(sources.getByLabel('Title')).toHaveValue('County register of deaths, Velm')
  await sources.getByRole('button', { name: 'Add to C1' }).click()
  await expect(sources.getByText('Say where in the source to look: a page, a time, a paragraph.')).toBeVisible()
  await expect(sources.getByLabel('Where in the source')).toBeFocused()
  await sources.getByLabel('Where in the source').fill('p. 14, table 2')
  await sources.getByLabel('Excerpt').fill('412 deaths registered')
  await sources.getByRole('button', { name: 'Add to C1' }).click()
  await expect(sources.getByRole('listitem')).toContainText(
    /County register of deaths, Velm.*Supports · p. 14, table 2.*412 deaths/,
  )

  await page.rating('Cannot confirm').click()
  await expect(page.why).toBeFocused()
  await expect(page.why).toHaveAccessibleDescription('“Cannot confirm” needs a reason.')
  expect((await claimOf(noor, article, 'C1')).verdict).toBeNull()
  await page.why.fill('The register has 412; nobody counted thousands.')
  await page.why.press('Control+Enter')

  // On to the next one that is left, without waiting.
  await page.expectSelected('C2')
  await page.expectRow('C1', 'Casualty count, Cannot confirm')
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({
      verdict: { rating: 'cannot-confirm', why: 'The register has 412; nobody counted thousands.', words: toll },
      evidence: [{ stance: 'supports', locator: 'p. 14, table 2', excerpt: '412 deaths registered' }],
    })
  await page.pickRow('C1')
  await page
    .section('Sources')
    .getByRole('button', { name: 'Remove County register of deaths, Velm from this claim' })
    .click()
  await expect(page.section('Sources').getByText(/^Nothing supports this yet\./)).toBeVisible()
})

test('VD31 reworded by a reporter: the verdict stays in sight and stops counting, the difference is shown, “=” lets it hold', async ({
  as,
}) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(noor, article, 'C1')
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(rafi, article)]
  await hers.expectRow('C1', 'Casualty count, Confirmed')

  await his.retype('thousands', 'hundreds more')
  await hers.expectRow('C1', 'Casualty count, Wording changed', reworded)
  const notice = hers.inspector.getByRole('region', { name: 'Wording changed since the verdict' })
  await expect(notice.getByRole('deletion')).toHaveText('gone: thousands')
  await expect(notice.getByRole('insertion')).toHaveText('new: hundreds more')
  await expect(hers.section('Verdict').getByText('Given on other words')).toBeVisible()
  await hers.expectCount('Done', 0)
  // Reporters see the same and are offered nothing they may not do.
  await his.pickRow('C1')
  await expect(his.inspector.getByRole('button', { name: /^Still holds/ })).toHaveCount(0)

  await hers.list.focus()
  await noor.page.keyboard.press('=')
  await hers.expectRow('C1', 'Casualty count, Confirmed')
  await hers.pickRow('C1')
  await expect(hers.section('Verdict').getByText(/^Still holds, says Noor Kassem/)).toBeVisible()
  await expect(notice).toHaveCount(0)
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({ place: 'placed', verdict: { rating: 'confirmed', words: reworded } })
})

test('VD32 two verdicts given unseen of each other stand side by side until the next one settles it', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(karim, article, '?claim=C1')]

  // His is on a slow line: it was given on what he saw, and arrives after hers.
  const line = await held(karim.page, '**/verdicts')
  await his.rating('Author’s word only').click()
  await line.whenAsked
  await hers.rating('Confirmed').click()
  await hers.expectRow('C1', 'Casualty count, Confirmed', toll)
  line.letGo()

  for (const page of [hers, his]) {
    await page.expectRow('C1', 'Casualty count, Verdicts differ')
    await page.pickRow('C1')
    const verdicts = page.section('Verdict')
    await expect(verdicts).toContainText('These verdicts were given unseen of each other. The next verdict settles it.')
    await expect(verdicts.getByText(/^Noor Kassem, /)).toBeVisible()
    await expect(verdicts.getByText(/^Karim Aziz, /)).toBeVisible()
    await page.expectCount('Left', 1)
  }

  await hers.rating('Author’s word only').click()
  for (const page of [hers, his]) {
    await page.expectRow('C1', 'Casualty count, Author’s word only')
  }
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ standing: 'judged', rivals: [] })
})

test('VD33 a reason being typed survives looking at another claim and a change of the words', async ({ as }) => {
  const [noor, rafi] = [await as('noor'), await as('rafi')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  const [hers, his] = [await open(noor, article, '?claim=C1'), await open(rafi, article)]
  await hers.rating('Needs context').click()
  await hers.why.fill('Half a reason')
  await hers.pickRow('C2')
  await expect(hers.why).toHaveValue('')
  await hers.pickRow('C1')
  await hers.why.press('End')
  await his.retype('thousands', 'hundreds more')
  await expect(hers.row('C1')).toHaveAccessibleName(/hundreds more/)
  await expect(hers.why).toBeFocused()
  await noor.page.keyboard.type(' and the other half')
  await expect(hers.why).toHaveValue('Half a reason and the other half')
  await noor.page.keyboard.press('Control+Enter')
  await hers.expectSelected('C2')
  await expect
    .poll(() => claimOf(noor, article, 'C1'))
    .toMatchObject({ verdict: { rating: 'needs-context', words: reworded } })
})

test('CL30 deleted words leave their claim in the list with its last words, and undo brings it back', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, allegation, 'allegation')
  const page = await open(noor, article)
  await page.edit()
  await dragOver(page.text, allegation)
  await noor.page.keyboard.press('Backspace')
  await page.expectRow('C1', 'Allegation, Detached', allegation)
  await page.row('C1').click()
  await expect(page.inspector.getByText('They come back if someone undoes the deletion.')).toBeVisible()
  await expect(page.inspector.getByRole('group', { name: 'Give a verdict' })).toHaveCount(0)
  await page.expectSaved()

  await page.text.focus()
  await noor.page.keyboard.press('Control+Z')
  await page.expectRow('C1', 'Allegation, Open', allegation)
  await expect(page.mark(allegation)).toBeVisible()
  await expect.poll(async () => (await claimsOf(noor, article)).map(({ place }) => place)).toEqual(['placed'])
})

test('CL31 a judged claim is withdrawn with a reason, stays in the history, and its number is not used again', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(noor, article, 'C1')
  const page = await open(noor, article, '?claim=C1')
  await page.inspector.getByRole('button', { name: 'Withdraw claim…' }).click()
  await page.inspector.getByRole('button', { name: 'Withdraw C1' }).click()
  await expect(page.inspector.getByText('This needs a reason.')).toBeVisible()
  await page.inspector.getByLabel('Why is it withdrawn?').fill('Marked twice.')
  await page.inspector.getByRole('button', { name: 'Withdraw C1' }).click()
  await expect(page.inspector.getByText('This claim was withdrawn.')).toBeVisible()
  await page.expectCount('All', 0)

  await page.markByPointer('Officials deny it.', 'Quote')
  await page.expectSelected('C2')
  const newest = async () => {
    const history = `articles/${article}/claims/C1/history`
    return (await noor.ask<{ entries: { type: string; text: string | null }[] }>('GET', history)).entries[0]
  }
  await expect.poll(newest).toMatchObject({ type: 'claim-withdrawn', text: 'Marked twice.' })
})

test('VD34 the history of a claim tells who did what, newest first, with the words and the reason of that time', async ({
  as,
}) => {
  const [noor, idris, rafi] = [await as('noor'), await as('idris'), await as('rafi')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(noor, article, 'C1', { rating: 'needs-context', why: 'By whose count?' })
  await (await open(rafi, article)).retype('thousands', 'hundreds more')
  const page = await open(idris, article, '?claim=C1')
  await page.expectRow('C1', 'Casualty count, Wording changed')
  await page.inspector.getByRole('button', { name: 'History' }).click()
  // A change of words becomes an entry once the typing has come to rest.
  const entries = page.inspector.getByRole('listitem').filter({ hasText: /Entry \d+/ })
  await expect(entries).toHaveText([
    /^The wording of a claim changed.*gone: thousands\s?new: hundreds more/,
    new RegExp(`Noor Kassem gave the verdict Needs context on “${toll}”.*By whose count\\?`),
    /Noor Kassem marked “.*” as Casualty count/,
  ])
})
