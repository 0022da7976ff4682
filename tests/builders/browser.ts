/** A real browser for the trial cases, whose servers come and go: somebody of the demo, signed in, with an article in front of them. */
import { type Browser, chromium, type Page } from '@playwright/test'
import { demoPassword } from '#server/demo/people.ts'
import { ArticlePage } from '../e2e/article-page.ts'
import { findChromium } from '../e2e/chromium.ts'
import type { Address } from './server.ts'

export async function aBrowser(switches: readonly string[] = []): Promise<Browser> {
  const { executablePath, args, env } = await findChromium(process.env)
  return chromium.launch({ executablePath, args: [...args, ...switches], env: { ...process.env, ...env } })
}

/** A window of somebody's own, on no page yet. */
export async function aWindow(browser: Browser, { url }: Address, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', timezoneId: 'Europe/Lisbon' })
  const data = { email, password: demoPassword }
  const reply = await context.request.post('/api/auth/sign-in/email', { data, headers: { origin: url } })
  if (!reply.ok()) throw new Error(`${email} could not sign in: ${reply.status()}`)
  return context.newPage()
}

/** The article in that window, ready to be typed into. */
export async function atWork(page: Page, article: string): Promise<ArticlePage> {
  await page.goto(`/harbour/articles/${article}`)
  const desk = new ArticlePage(page)
  await desk.text.waitFor()
  await desk.expectSaved()
  await desk.edit()
  return desk
}

/** What the bar says about the wire just now. */
export const wireOf = async (desk: ArticlePage): Promise<string> => (await desk.wire.textContent()) ?? ''
