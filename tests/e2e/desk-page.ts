/** The newsroom desk as a person finds it: totals, filters, and the table of articles. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './people.ts'

export class DeskPage {
  readonly page: Page
  readonly table: Locator
  readonly totals: Locator
  readonly filters: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('table', { name: 'Articles, the most pressing first' })
    this.totals = page.getByRole('list', { name: 'Claims in all articles' })
    this.filters = page.getByRole('search', { name: 'Filter articles' })
  }

  row(title: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: title, exact: true }) })
  }

  /** A count in an article's row, by what it says it opens. */
  door(title: string, name: string): Locator {
    return this.row(title).getByRole('link', { name: `${name} in “${title}”`, exact: true })
  }

  total(name: string): Locator {
    return this.totals.getByRole('link', { name: new RegExp(`^${name} \\d+$`) })
  }

  get find(): Locator {
    return this.filters.getByRole('searchbox', { name: 'Find articles by title' })
  }

  async titles(): Promise<string[]> {
    return this.table.getByRole('rowheader').allInnerTexts()
  }

  async choose(filter: 'Stage' | 'Due', option: string): Promise<void> {
    await this.filters.getByRole('button', { name: new RegExp(`${filter}$`) }).click()
    await this.page.getByRole('option', { name: option }).click()
  }
}

export async function openDesk(person: Person, search = ''): Promise<DeskPage> {
  await person.page.goto(`/harbour${search}`)
  const desk = new DeskPage(person.page)
  await expect(person.page.getByRole('heading', { name: 'Tonight' })).toBeVisible()
  return desk
}
