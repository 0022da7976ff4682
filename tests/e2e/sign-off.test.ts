import { aClaim, anArticle, aVerdict, claimOf, toll } from './article.ts'
import { open } from './article-page.ts'
import { expect, test } from './people.ts'

test('SO30 whoever gave the verdict is told why they cannot sign it off, and another editor can', async ({ as }) => {
  const [sana, idris] = [await as('sana'), await as('idris')]
  const article = await anArticle(sana)
  await aClaim(sana, article, toll, 'casualty')
  const hers = await open(sana, article, '?claim=C1')
  await expect(hers.section('Sign-off')).toContainText('Nobody has given a verdict on this claim yet.')
  await hers.rating('Confirmed').click()
  await expect(hers.section('Sign-off')).toContainText('This verdict is yours. Someone else has to sign it off.')
  await expect(hers.section('Sign-off').getByRole('button')).toHaveCount(0)
  await hers.list.focus()
  await sana.page.keyboard.press('v')
  await expect(
    hers.inspector.getByRole('status').getByText('This verdict is yours. Someone else has to sign it off.'),
  ).toBeVisible()

  const his = await open(idris, article, '?claim=C1')
  await his
    .section('Sign-off')
    .getByRole('button', { name: /^Sign off/ })
    .click()
  await expect(his.section('Sign-off')).toContainText('Signed off by Idris Mbeki')
  await hers.expectRow('C1', 'Casualty count, Confirmed, Signed off')
  await expect
    .poll(() => claimOf(sana, article, 'C1'))
    .toMatchObject({ standing: 'signed', signOff: { counts: true, words: toll } })
})

test('SO31 a signed claim whose words change is signed no longer, says so, and counts again when they return', async ({
  as,
}) => {
  const [noor, idris, rafi] = [await as('noor'), await as('idris'), await as('rafi')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(noor, article, 'C1')
  const editor = await open(idris, article, '?claim=C1')
  await editor.list.focus()
  await idris.page.keyboard.press('v')
  // With the words right after it, it waits for the server no more: a signature that came after the edit would be refused.
  await editor.expectRow('C1', '.*Confirmed, Signed off', toll)

  const reporter = await open(rafi, article)
  await reporter.retype('thousands', 'dozens')
  await editor.expectRow('C1', 'Casualty count, Wording changed')
  await expect(editor.section('Sign-off')).toContainText(
    'Signed off by Idris Mbeki before something changed; it no longer counts.',
  )
  await editor.expectCount('Done', 0)
  await expect.poll(() => claimOf(noor, article, 'C1')).toMatchObject({ signOff: { counts: false, words: toll } })

  await reporter.undoTo(toll)
  await editor.expectRow('C1', '.*Confirmed, Signed off')
})

test('SO32 checkers, reporters and viewers are offered no sign-off', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  await aVerdict(noor, article, 'C1', { rating: 'wrong', why: 'The register has 412.' })
  for (const who of ['noor', 'rafi', 'vera'] as const) {
    const page = await open(await as(who), article, '?claim=C1')
    await expect(page.section('Verdict')).toContainText('The register has 412.')
    await expect(page.section('Sign-off')).toHaveCount(0)
  }
})
