/** Two verdicts that meet: both in sight with what was read and why, and one of them let stand with a key. */
import { aClaim, anArticle, claimOf, toll } from './article.ts'
import { open } from './article-page.ts'
import { expectAccessible } from './axe.ts'
import { expect, test } from './people.ts'

test('VD4 two verdicts stand side by side with reason, giver and words, and one is let stand by keyboard', async ({
  as,
}) => {
  const [noor, karim, idris] = [await as('noor'), await as('karim'), await as('idris')]
  const article = await anArticle(noor)
  await aClaim(noor, article, toll, 'casualty')
  const give = (person: typeof noor, rating: string, why: string) =>
    person.ask('POST', `articles/${article}/claims/C1/verdicts`, { rating, why, wordsSeen: toll, verdictSeen: null })
  await give(noor, 'wrong', 'The county counted 412.')
  await give(karim, 'needs-context', 'The count is disputed.')
  const page = await open(idris, article, '?claim=C1')
  const verdicts = page.section('Verdict').getByRole('listitem')
  await expect(verdicts).toHaveCount(2)
  await expect(verdicts.nth(0)).toContainText('Needs context')
  await expect(verdicts.nth(1)).toContainText('The county counted 412.')
  await expect(verdicts.nth(1)).toContainText(toll)
  await expectAccessible(idris.page, 'two verdicts')
  await idris.page.keyboard.press('F6')
  await verdicts
    .nth(1)
    .getByRole('button', { name: /^Let this stand: Wrong/ })
    .focus()
  await idris.page.keyboard.press('Enter')
  await expect
    .poll(() => claimOf(idris, article, 'C1'))
    .toMatchObject({
      standing: 'judged',
      rivals: [],
      verdict: { rating: 'wrong', why: 'The county counted 412.' },
    })
})
