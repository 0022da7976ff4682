/** Getting about as somebody without a pointer does. */
import { expect, type Locator, type Page } from '@playwright/test'

/** Tab until it has the focus; far fewer steps than a page has controls. */
export async function tabTo(page: Page, wanted: Locator, most = 60): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let step = 0; step < most; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(wanted, 'reached by Tab').toBeFocused()
}

/** A dialog or a list has the focus a moment after it can be seen; keys before that are still those of the page. */
export const expectFocusWithin = (part: Locator): Promise<void> =>
  expect
    .poll(() => part.evaluate((element) => element.contains(document.activeElement)), 'the focus is in it')
    .toBe(true)

/** F6 until the part of the page has the focus. */
export async function regionTo(page: Page, wanted: Locator): Promise<void> {
  for (let step = 0; step < 7; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('F6')
  }
  await expect(wanted, 'reached by F6').toBeFocused()
}
