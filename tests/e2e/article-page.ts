/** The desk of one article as a person finds it: text, claims, the selected claim, the word about the wire, and the two modes. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.ts'
import { blocksOf, dragOver, edgesOf } from './words.ts'

export class ArticlePage {
  readonly page: Page
  readonly bar: Locator
  readonly text: Locator
  readonly wire: Locator
  readonly list: Locator
  readonly inspector: Locator
  readonly filters: Locator
  readonly kinds: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('banner', { name: 'Article' })
    this.wire = this.bar.getByRole('status')
    this.text = page.getByRole('textbox', { name: /^Text of the article/ })
    this.list = page.getByRole('listbox', { name: 'Claims' })
    this.filters = page.getByRole('group', { name: 'Show claims' })
    this.inspector = page.getByRole('region', { name: 'Selected claim' })
    this.kinds = page.getByRole('menu', { name: 'Kind of claim' })
  }

  row(claim: string): Locator {
    return this.list.getByRole('option', { name: new RegExp(`^${claim}, `) })
  }

  mark(words: string): Locator {
    return this.text.locator('mark').filter({ hasText: words })
  }

  /** What the list says of a claim: kind and state, and its words where they matter. */
  async expectRow(claim: string, says: string, words = ''): Promise<void> {
    await expect(this.row(claim)).toHaveAccessibleName(rowName(claim, says, words), { timeout: 20_000 })
  }

  async expectCount(label: string, count: number): Promise<void> {
    await expect(this.door(label)).toHaveAccessibleName(`${label}, ${count}`)
  }

  door(label: string): Locator {
    return this.filters.getByRole('button', { name: new RegExp(`^${label}, `) })
  }

  section(title: string): Locator {
    return this.inspector.getByRole('region', { name: title, exact: true })
  }

  get why(): Locator {
    return this.inspector.getByRole('textbox', { name: 'Why', exact: true })
  }

  mode(name: 'Check' | 'Edit'): Locator {
    return this.bar.getByRole('radiogroup', { name: 'Mode' }).getByRole('radio', { name })
  }

  rating(name: string): Locator {
    return this.inspector.getByRole('group', { name: 'Give a verdict' }).getByRole('button', { name, exact: true })
  }

  /** The button on words just selected. */
  get markButton(): Locator {
    return this.page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: /^Mark as claim/ })
  }

  async markByPointer(words: string, kind: string): Promise<void> {
    await dragOver(this.text, words)
    await this.markButton.click()
    await this.kinds.getByRole('menuitemradio', { name: kind }).click()
    // The menu gives the focus back a frame after it has gone; keys before that reach nothing.
    await expect(this.text).toBeFocused()
  }

  /** Selects a claim by clicking its words. */
  async pick(claim: string, words: string): Promise<void> {
    // A click chooses among the claims that are known by then; the row is there, shown or closed away, as soon as they are.
    await expect(this.page.getByRole('option', { name: new RegExp(`^${claim}, `), includeHidden: true })).toBeAttached()
    const { start } = await edgesOf(this.text, words)
    await this.page.mouse.click(start.x + 4, start.y)
    await this.expectSelected(claim)
  }

  async pickRow(claim: string): Promise<void> {
    await this.row(claim).click()
    await this.expectSelected(claim)
  }

  async expectSelected(claim: string): Promise<void> {
    await expect(this.inspector.getByRole('heading', { level: 2 })).toHaveText(claim)
  }

  async words(): Promise<string> {
    return (await blocksOf(this.text)).join('\n')
  }

  async expectWords(words: string): Promise<void> {
    await expect.poll(() => this.words(), 'the text on screen').toContain(words)
  }

  /** In Edit mode: puts `by` in the place of `words`, key by key. */
  async retype(words: string, by: string): Promise<void> {
    await dragOver(this.text, words)
    await this.page.keyboard.type(by)
  }

  /** Ctrl+Z until the words are back: keys that came slowly are undone a few at a time. */
  async undoTo(words: string): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press('Control+Z')
      expect(await this.words()).toContain(words)
    }).toPass({ intervals: [100] })
  }

  async edit(): Promise<void> {
    await this.mode('Edit').click()
    await expect(this.mode('Edit')).toBeChecked()
  }

  async expectSaved(): Promise<void> {
    await expect(this.wire).toHaveText('Saved')
  }
}

export const rowName = (claim: string, says: string, words = ''): RegExp =>
  new RegExp(`^${claim}, ${says}\\. ${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

/**
 * Opens an article and waits until its text is there, and the claim that the address names, with all that is known of it: keys pressed
 * earlier reach nothing, and what can be done to a claim is a part of the page that comes later than its number.
 */
export async function open(person: Person, article: string, search = ''): Promise<ArticlePage> {
  await person.page.goto(`/harbour/articles/${article}${search}`)
  const page = new ArticlePage(person.page)
  await expect(page.text).toBeVisible()
  const claim = new URLSearchParams(search).get('claim')
  if (claim !== null) {
    await page.expectSelected(claim)
    await expect(page.section('Verdict')).toBeVisible()
  }
  return page
}
