import { aClaim, allegation, anArticle, aVerdict, claimOf, toll } from './article.ts'
import { open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expectFocusWithin } from './by-keyboard.ts'
import { expect, type Person, test } from './people.ts'
import { expectWithinWidth } from './sideways.ts'

const oldest = 'It is the oldest dam in the country'

/** The review page as a person finds it. */
class Review {
  readonly page: Person['page']
  constructor({ page }: Person) {
    this.page = page
  }
  get answer() {
    return this.page.getByRole('heading', { level: 1 }).getByRole('status')
  }
  line(rule: RegExp) {
    return this.page.getByRole('region', { name: 'What has to be so' }).getByRole('listitem').filter({ hasText: rule })
  }
  claims(rule: string) {
    return this.page.getByRole('list', { name: `Stand in the way of “${rule}”` }).getByRole('link')
  }
  get side() {
    return this.page.getByRole('region', { name: 'Selected claim' })
  }
  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: true })
  }
}

async function openReview(person: Person, article: string, search = ''): Promise<Review> {
  await person.page.goto(`/harbour/articles/${article}/review${search}`)
  const review = new Review(person)
  await expect(review.answer).toBeVisible()
  return review
}

async function signOff(person: Person, article: string, claim: string): Promise<void> {
  const { words, verdict } = await claimOf(person, article, claim)
  const seen = { wordsSeen: words, verdictSeen: verdict?.seq ?? null }
  await person.ask('POST', `articles/${article}/claims/${claim}/sign-offs`, seen)
}

const verdicts = 'Every claim has a verdict that counts'
const highRisk = 'Every claim of high risk is signed off'
const nothingWrong = 'Nothing found wrong, or to be cut, is still in the text'
const queries = 'No query is open'

test('RW30 the whole way from marking to published: four rules in the way, an exception, sent back with notes, approved, published', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const [noor, idris, rafi] = [await as('noor'), await as('idris'), await as('rafi')]
  const article = await anArticle(rafi)
  const desk = await open(noor, article)
  await desk.markByPointer(toll, 'Casualty count')
  // Numbered by the server before the next one comes.
  await expect(desk.row('C1')).toBeVisible()
  await aClaim(noor, article, allegation, 'allegation')
  await aClaim(noor, article, oldest, 'superlative')
  await aVerdict(noor, article, 'C1')
  await aVerdict(noor, article, 'C2', { rating: 'wrong', why: 'One engineer, and the court said so.' })
  const { importedBy: to } = await noor.ask<{ importedBy: string }>('GET', `articles/${article}`)
  const { id: query } = await noor.ask<{ id: string }>('POST', `articles/${article}/claims/C1/queries`, {
    to,
    text: 'Who counted?',
  })

  // The checker asks for review from the desk.
  await desk.bar.getByRole('link', { name: 'Ask for review' }).click()
  const hers = new Review(noor)
  await expect(hers.answer).toHaveText(/^No\. \d things stand in the way$/)
  await hers.page.getByRole('textbox', { name: 'Note for the editor (optional)' }).fill('C3 is for the archive.')
  await hers.button('Ask for review').click()
  await expect(hers.page.getByText('An editor decides on approval and publication.')).toBeVisible()

  // The editor sees what stands in the way, rule by rule.
  const his = await openReview(idris, article)
  await expect(his.page.getByText('C3 is for the archive.')).toBeVisible()
  await expect(his.answer).toHaveText('No. 5 things stand in the way')
  await expect(his.claims(verdicts)).toHaveText([/^C3/])
  await expect(his.claims(highRisk)).toHaveText([/^C1/, /^C2/])
  await expect(his.claims(nothingWrong)).toHaveText([/^C2/])
  await expect(his.claims(queries)).toHaveText([/^C1.*1 open query/])
  const approve = his.button(/^Approve v/)
  await expect(approve).toHaveAttribute('aria-disabled', 'true')
  await expect(his.button('Publish')).toHaveAccessibleDescription(/Every claim has a verdict that counts/)
  await approve.focus()
  await expect(approve).toBeFocused()
  await approve.press('Enter')
  await expect(his.page.getByText('Not yet: something stands in the way. The list says what.')).toBeAttached()

  // Sent back, with notes; the checker reads them and does what is missing.
  await his.button('Send back…').click()
  await his.button('Send back').click()
  await expect(his.page.getByText('This needs a reason.')).toBeVisible()
  await his.page.getByRole('textbox', { name: 'What is missing?' }).fill('C2 has to change, C3 needs a verdict.')
  await his.button('Send back').click()
  await expect(hers.page.getByText('C2 has to change, C3 needs a verdict.').first()).toBeVisible()
  await noor.ask('POST', `articles/${article}/claims/C1/queries/${query}/decision`, { text: 'Asked the county.' })
  const reporter = await open(rafi, article)
  await reporter.edit()
  await reporter.retype('Two engineers', 'One engineer')
  await reporter.expectSaved()
  await expect
    .poll(async () => (await claimOf(noor, article, 'C2')).words, 'the new words')
    .toContain('One engineer allegedly')
  await aVerdict(noor, article, 'C2')
  await signOff(idris, article, 'C2')
  await hers.button('Ask for review').click()

  // What is of high risk is signed off where it is read.
  await expect(his.claims(highRisk)).toHaveText([/^C1/])
  await his.claims(highRisk).click()
  await his.side.getByRole('button', { name: 'Sign off' }).click()
  await expect(his.side).toContainText('Signed off by Idris')
  await expect(his.line(/Every claim of high risk/)).toContainText('passes')

  // What is left is excepted, with a reason.
  await expect(his.claims(verdicts)).toHaveText([/^C3/])
  await his.claims(verdicts).click()
  await expect(his.side.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(his.side).toContainText(oldest)
  await his.side.getByRole('button', { name: /^Accept exception… Every claim has a verdict/ }).click()
  await his.button('Accept exception').click()
  await expect(his.page.getByText('This needs a reason.')).toBeVisible()
  await his.page.getByRole('textbox', { name: 'Why may it stand?' }).fill('The archive opens on Monday.')
  await his.button('Accept exception').click()
  await expect(his.line(/Every claim has a verdict that counts/)).toContainText('passes by exception')
  await expect(his.answer).toHaveText('No. One thing stands in the way')

  await approve.click()
  await expect(his.answer).toHaveText('Yes')

  // An edit in another window makes the approval stale, of the touched claim only.
  await reporter.retype('several hundreds', 'hundreds')
  await expect(his.page.getByRole('list', { name: 'Changed since the approval' }).getByRole('link')).toHaveText([/^C1/])
  await expect(his.button('Publish')).toHaveAttribute('aria-disabled', 'true')
  await reporter.undoTo(toll)
  await expect(his.answer).toHaveText('Yes')
  await his.button('Publish').click()
  const asked = his.page.getByRole('dialog', { name: 'Publish this article?' })
  await expect(asked).toContainText('by Idris')
  await asked.getByRole('button', { name: 'Publish' }).click()
  await expect(his.answer).toHaveText('Published')
  await expect(his.page.getByText('The archive opens on Monday.').first()).toBeVisible()
  await hers.page.goto('/harbour?stage=published')
  await expect(
    hers.page.getByRole('table').getByRole('row').filter({ hasText: 'The night the dam' }).first(),
  ).toBeVisible()
})

test('RW31 what changed since one last looked is listed, and noted when one says so', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const looked = idris.page.waitForResponse((reply) => reply.url().endsWith('/looks'))
  const review = await openReview(idris, article)
  await looked
  await expect(review.page.getByText('You look at this for the first time.', { exact: false })).toBeVisible()
  await aVerdict(noor, article, 'C1', { rating: 'needs-context', why: 'By whose count?' })
  await aClaim(noor, article, allegation, 'allegation')
  const since = review.page.getByRole('region', { name: 'Since you last looked' })
  await expect(since).toContainText('1 claim marked · 1 verdict changed')
  await expect(since).toContainText(`Noor Kassem gave the verdict Needs context on “${toll}”`)
  await expect(since).toContainText('By whose count?')
  await since.getByRole('button', { name: 'I have seen this' }).click()
  await expect(since).toContainText('Nothing has changed.')
})

test('RW32 a verdict that comes while one reads refuses the approval, says so, and shows what is new', async ({
  as,
}) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  await aVerdict(noor, article, 'C1')
  await noor.ask('POST', `articles/${article}/review-requests`, { note: '' })
  // What the page reads again is held up, from its second question on: the editor still sees the old verdict.
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  let asked = 0
  await idris.page.route(/\/api\/.*\/review$/, async (route) => {
    asked += 1
    if (asked > 1) await held
    await route.continue()
  })
  const review = await openReview(idris, article)
  await expect(review.answer).toHaveText('No. One thing stands in the way')
  await aVerdict(noor, article, 'C1', { rating: 'needs-context', why: 'Older ones fell.' })
  const refused = idris.page.waitForResponse((reply) => reply.url().endsWith('/approvals'))
  await review.button(/^Approve v/).click()
  expect((await refused).status()).toBe(409)
  letThrough()
  await expect(review.page.getByRole('alert')).toHaveText(
    'The text or a verdict changed while you were reading. Look again.',
  )
  await expect(review.answer).toHaveText('No. One thing stands in the way')
  await review.button(/^Approve v/).click()
  await expect(review.answer).toHaveText('Yes')
})

test('RW33 readers see where it stands and are offered no step', async ({ as }) => {
  const [noor, vera] = [await as('noor'), await as('vera')]
  const article = await anArticle(noor)
  await aClaim(noor, article, oldest, 'superlative')
  await aVerdict(noor, article, 'C1')
  await noor.ask('POST', `articles/${article}/review-requests`, { note: '' })
  const review = await openReview(vera, article, '?claim=C1')
  await expect(review.side).toContainText('Confirmed')
  await expect(review.page.getByText('An editor decides on approval and publication.')).toBeVisible()
  for (const step of [/Approve/, 'Publish', 'Send back…', 'Ask for review', /Accept exception/]) {
    await expect(review.button(step)).toHaveCount(0)
  }
})

test('RW34 the files one takes along: claims as CSV, the article as JSON', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const review = await openReview(noor, article)
  for (const [link, ending] of [
    ['Claims as CSV', '.csv'],
    ['Article as JSON', '.json'],
  ] as const) {
    const download = review.page.waitForEvent('download')
    await review.page.getByRole('link', { name: link }).click()
    expect((await download).suggestedFilename()).toMatch(new RegExp(`^The night the dam at Velm gave way\\${ending}$`))
  }
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`RW35 axe finds nothing on the review page and in its dialogs, ${colorScheme}`, async ({ as }) => {
    const noor = await as('noor')
    const idris = await as('idris', { colorScheme })
    const article = await anArticle(noor)
    await aClaim(noor, article, toll, 'casualty')
    await aVerdict(noor, article, 'C1', { rating: 'wrong', why: 'The register has 412.' })
    await noor.ask('POST', `articles/${article}/review-requests`, { note: 'Done.' })
    const review = await openReview(idris, article, '?claim=C1')
    await expect(review.side).toContainText('The register has 412.')
    await expectAccessible(idris.page, 'review with a claim')
    await review.side
      .getByRole('button', { name: /^Accept exception/ })
      .first()
      .click()
    await review.button('Accept exception').click()
    await expect(idris.page.getByText('This needs a reason.')).toBeVisible()
    await expectAccessible(idris.page, 'exception')
    await idris.page.keyboard.press('Escape')
    await review.button('Send back…').click()
    await expect(idris.page.getByRole('dialog')).toBeVisible()
    await expectAccessible(idris.page, 'sending back')
  })
}

test('RW36 on a phone everything is within the width and can be reached', async ({ as }) => {
  const noor = await as('noor')
  const idris = await as('idris', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aClaim(noor, article, allegation, 'allegation')
  await noor.ask('POST', `articles/${article}/review-requests`, { note: 'Done.' })
  const review = await openReview(idris, article)
  await expectWithinWidth(idris.page, 'review')
  await review.claims(verdicts).last().tap()
  await expect(review.side).toContainText(allegation)
  await expectWithinWidth(idris.page, 'review with a claim')
  await review.side
    .getByRole('button', { name: /^Accept exception/ })
    .first()
    .tap()
  await expect(review.page.getByRole('dialog')).toContainText(allegation)
  await expectWithinWidth(idris.page, 'accepting an exception')
  await expectFocusWithin(review.page.getByRole('dialog'))
  await idris.page.keyboard.press('Escape')
  await review.button('Back to the list').tap()
  await expect(review.claims(verdicts).last()).toBeFocused()
  await idris.page.goto(`/harbour/articles/${article}/history`)
  await expect(idris.page.getByRole('listitem').first()).toBeVisible()
  await expectWithinWidth(idris.page, 'history')
  const desk = await open(idris, article)
  await expectWithinWidth(idris.page, 'article desk')
  await expect(desk.bar.getByRole('link', { name: 'Review' })).toBeVisible()
})

test('RW37 an editor’s own verdict is not theirs to excuse from a sign-off, and the page says so', async ({ as }) => {
  const [noor, idris] = [await as('noor'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(idris, article, 'C1')
  const his = await openReview(idris, article, '?claim=C1')
  await expect(his.side).toContainText('This verdict is yours. Someone else has to sign it off.')
  await expect(his.button(/^Accept exception/)).toHaveCount(0)
  const hers = await openReview(await as('sana'), article, '?claim=C1')
  await expect(hers.button(/^Accept exception/)).toHaveCount(1)
})
