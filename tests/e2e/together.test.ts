import { frame } from '#protocol/frames.ts'
import { anArticle, claimsOf, textOf, toll } from './article.ts'
import { open } from './article-page.ts'
import { expect, test } from './people.ts'
import { caretBefore, dragOver, selectByKeys } from './words.ts'

const sentence =
  'The valley filled in eleven minutes, and several hundreds, some say, thousands, perished before anybody rang a bell.'

test('MK30 two people mark one inside the other, by pointer and by keys, and both see both', async ({ as }) => {
  const [karim, noor] = [await as('karim'), await as('noor')]
  const article = await anArticle(karim)
  const [his, hers] = [await open(karim, article), await open(noor, article)]

  await his.markByPointer(sentence, 'History')
  await his.expectSelected('C1')
  await expect(hers.row('C1')).toBeVisible()
  await expect(hers.mark(sentence)).toBeVisible()

  await hers.text.focus()
  await selectByKeys(hers.text, toll)
  await noor.page.keyboard.press('m')
  await expect(hers.kinds.getByRole('menuitemradio', { name: 'Casualty count' })).toBeFocused()
  await noor.page.keyboard.press('Enter')
  await hers.expectSelected('C2')

  for (const page of [his, hers]) {
    await page.expectRow('C1', 'History, Open', sentence.slice(0, 60))
    await page.expectRow('C2', 'Casualty count, Open', toll)
    await expect(page.mark(toll).last()).toHaveText(toll)
    await page.expectCount('Left', 2)
  }
  const claims = await claimsOf(karim, article)
  expect(claims.map(({ number, kind, words }) => [number, kind, words])).toEqual([
    [1, 'history', sentence],
    [2, 'casualty', toll],
  ])
})

test('MK31 a click on words that two claims share selects the shorter one, the next click the one around it', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await noor.ask('POST', `articles/${article}/claims`, { exact: sentence, kind: 'history' })
  await noor.ask('POST', `articles/${article}/claims`, { exact: toll, kind: 'casualty' })
  const page = await open(noor, article)
  await page.pick('C2', 'some say')
  await page.pick('C1', 'some say')
  await page.pick('C2', 'some say')
  await expect(noor.page).toHaveURL(/[?&]claim=C2/)
})

test('MK32 Escape in the menu of kinds leaves the words unmarked and selected', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const page = await open(noor, article)
  await page.text.focus()
  await selectByKeys(page.text, 'Officials deny it.')
  await noor.page.keyboard.press('m')
  await expect(page.kinds.locator(':focus')).toHaveCount(1)
  await noor.page.keyboard.press('Escape')
  await expect(page.kinds).toBeHidden()
  await expect(page.text).toBeFocused()
  await noor.page.keyboard.press('m')
  await expect(page.kinds.locator(':focus')).toHaveCount(1)
  await noor.page.keyboard.press('q')
  await noor.page.keyboard.press('Enter')
  await page.expectRow('C1', 'Quote, Open', 'Officials deny it.')
})

test('MK33 copied words leave their claim where it is, cut words take it along, through the real clipboard', async ({
  as,
}) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  await noor.ask('POST', `articles/${article}/claims`, { exact: toll, kind: 'casualty' })
  const page = await open(noor, article)
  await page.edit()
  const { keyboard } = noor.page
  await dragOver(page.text, toll)
  await keyboard.press('Control+C')
  await dragOver(page.text, 'Officials deny it.')
  await keyboard.press('Control+V')
  await page.expectWords(`in 1991. ${toll} It is the oldest`)
  await expect(page.mark(toll)).toHaveCount(1)
  await keyboard.press('Control+Z')
  await page.expectWords('Officials deny it.')

  await dragOver(page.text, toll)
  await keyboard.press('Control+X')
  await page.expectRow('C1', 'Casualty count, Detached', toll)
  await dragOver(page.text, 'Officials deny it.')
  await keyboard.press('Control+V')
  await page.expectRow('C1', 'Casualty count, Open', toll)
  await page.expectWords(`in 1991. ${toll} It is the oldest`)
  await expect(page.mark(toll)).toHaveCount(1)
  await page.expectSaved()
  const [claim, ...others] = await claimsOf(noor, article)
  expect(others).toEqual([])
  expect(claim).toMatchObject({ number: 1, place: 'placed', words: toll, doubled: 0 })
})

test('CM30 in Check mode nothing that is typed, pasted, cut or dropped changes the article', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const page = await open(noor, article)
  const before = await textOf(noor, article)
  await expect(page.mode('Check')).toBeChecked()
  await expect(page.text).toHaveAttribute('aria-readonly', 'true')
  await dragOver(page.text, 'eleven minutes')
  const { keyboard } = noor.page
  for (const key of [
    'h',
    'Backspace',
    'Delete',
    'Enter',
    'Control+X',
    'Control+V',
    'Control+Z',
    'Control+B',
    'Control+Y',
    'Tab',
  ]) {
    await page.text.focus()
    await keyboard.press(key)
  }
  await dragOver(page.text, 'eleven minutes')
  await noor.page.mouse.down()
  await noor.page.mouse.up()
  await page.expectSaved()
  await expect(page.text.getByText('eleven minutes')).toBeVisible()
  expect(await textOf(noor, article)).toBe(before)
  await expect(page.text.locator('strong')).toHaveCount(0)
})

test('CM33 in Check mode an input method cannot write either', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const page = await open(noor, article)
  const before = await page.words()
  await dragOver(page.text, 'eleven minutes')
  const browser = await noor.context.newCDPSession(noor.page)
  await browser.send('Input.imeSetComposition', { text: 'دس', selectionStart: 2, selectionEnd: 2 })
  await browser.send('Input.insertText', { text: 'دس' })
  await noor.page.keyboard.insertText('ten')
  await dragOver(page.text, 'rang a bell')
  await page.expectSaved()
  expect(await page.words()).toBe(before)
  expect(await textOf(noor, article)).toBe(before)
})

test('CM31 words typed by one appear at the other, with who is there and where their caret stands', async ({ as }) => {
  const [rafi, noor] = [await as('rafi'), await as('noor')]
  const article = await anArticle(rafi)
  const [his, hers] = [await open(rafi, article), await open(noor, article)]
  await expect(his.mode('Edit')).toBeChecked()
  await expect(
    hers.bar.getByRole('list', { name: 'Here now' }).getByRole('button', { name: 'Follow Rafi Lindqvist' }),
  ).toBeVisible()

  await his.retype('eleven minutes', 'nine minutes')
  await hers.expectWords('The valley filled in nine minutes, and')
  await expect(hers.text.locator('.caret-name')).toHaveText('Rafi Lindqvist')
  await his.expectSaved()
  expect(await textOf(noor, article)).toContain('The valley filled in nine minutes, and')

  await hers.edit()
  await hers.retype('Friday', 'Monday')
  await his.expectWords('The inquiry meets again on Monday.')
  await expect(his.text.locator('.caret-name')).toHaveText('Noor Kassem')
  await rafi.page.close()
  await expect(hers.bar.getByRole('list', { name: 'Here now' })).toHaveCount(0)
})

test('CM32 in Edit mode letters are letters: no verb is taken, undo takes back words and not marks', async ({ as }) => {
  const noor = await as('noor')
  const article = await anArticle(noor)
  const page = await open(noor, article)
  await page.markByPointer(toll, 'Casualty count')
  await page.expectSelected('C1')
  await noor.page.keyboard.press('e')
  await expect(page.mode('Edit')).toBeChecked()
  await page.retype('Friday', 'm1vs')
  await page.expectWords('meets again on m1vs.')
  await page.expectRow('C1', 'Casualty count, Open')
  await page.undoTo('meets again on Friday.')
  await noor.page.keyboard.press('Control+Z')
  await expect(page.mark(toll)).toBeVisible()
  await noor.page.keyboard.press('Escape')
  await expect(page.mode('Check')).toBeChecked()
  await page.expectSaved()
  expect((await claimsOf(noor, article)).map(({ words, place }) => [words, place])).toEqual([[toll, 'placed']])
})

test('PR5 a caret that stays where it is is told once, however much others write, and a new paragraph of theirs hides nobody’s', async ({
  as,
}) => {
  const [noor, karim] = [await as('noor'), await as('karim')]
  const article = await anArticle(noor)
  let told = 0
  noor.page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === frame.awareness) told += 1
    }),
  )
  const [hers, his] = [await open(noor, article), await open(karim, article)]
  await hers.text.focus()
  await caretBefore(hers.text, 'Officials deny it.')
  const herCaret = his.text.locator('.caret').filter({ hasText: 'Noor' })
  await expect.poll(() => herCaret.evaluate((caret) => caret.nextSibling?.textContent ?? '')).toMatch(/^Officials/)
  await his.edit()
  told = 0
  await his.retype('eleven minutes', 'eleven long minutes')
  await hers.expectWords('eleven long minutes')
  expect(told, 'times that her caret was told').toBe(0)
  await karim.page.keyboard.press('Enter')
  await expect(herCaret).toHaveCount(1)
})
