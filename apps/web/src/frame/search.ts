/**
 * What the addresses of pages may carry after the question mark. Whatever does not fit is left out, never an error: an old or mangled
 * link still opens its page. Rules SP1–SP3.
 */
import { type ClaimFilter, claimFilters, type Stage, stages } from '#domain/desk.ts'

type Raw = Readonly<Record<string, unknown>>

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value)

const words = (value: unknown): string | undefined => {
  // A search for "41" arrives as a number.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? undefined : text.slice(0, 200)
}

/** Keys without a value are left out, so that addresses stay short. */
function present<T extends object>(search: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
}

export const dueFilters = ['late', 'soon', 'today', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]

export interface DeskSearch {
  readonly stage?: Stage
  readonly due?: DueFilter
  readonly find?: string
  /** Only articles that have such claims. */
  readonly show?: ClaimFilter
}

export const deskSearch = (raw: Raw): DeskSearch =>
  present<DeskSearch>({
    stage: oneOf(stages, raw['stage']),
    due: oneOf(dueFilters, raw['due']),
    find: words(raw['find']),
    show: oneOf(claimFilters, raw['show']),
  })

export interface ArticleSearch {
  readonly show?: ClaimFilter
  /** A claim's number or id: C14. */
  readonly claim?: string
}

export const articleSearch = (raw: Raw): ArticleSearch =>
  present<ArticleSearch>({ show: oneOf(claimFilters, raw['show']), claim: words(raw['claim']) })

export interface SignInSearch {
  /** Where the person wanted to go: a page of ours, never another site. */
  readonly to?: string
}

export const signInSearch = (raw: Raw): SignInSearch => {
  const to = words(raw['to'])
  // "//elsewhere.example" and "/\elsewhere.example" are addresses of other sites.
  const ours = to !== undefined && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in')
  return present<SignInSearch>({ to: ours ? to : undefined })
}
