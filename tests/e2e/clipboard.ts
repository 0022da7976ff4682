/** A clipboard filled as another program would fill it, and pasted with the keys a person presses: the page gets a real paste event. */
import type { Page } from '@playwright/test'

export interface Clip {
  readonly text: string
  readonly html?: string
}

/** Copied in a tab of its own, so that the page under test notices nothing. */
export async function copy(page: Page, clip: Clip): Promise<void> {
  const elsewhere = await page.context().newPage()
  await elsewhere.goto('/health/live')
  await elsewhere.evaluate(({ text, html }) => {
    document.addEventListener(
      'copy',
      (event) => {
        event.preventDefault()
        event.clipboardData?.setData('text/plain', text)
        if (html !== undefined) event.clipboardData?.setData('text/html', html)
      },
      { once: true },
    )
  }, clip)
  await elsewhere.keyboard.press('Control+C')
  await elsewhere.close()
  await page.bringToFront()
}

export async function paste(page: Page, clip: Clip): Promise<void> {
  await copy(page, clip)
  await page.keyboard.press('Control+V')
}
