/**
 * What the addresses of pages may carry after the question mark. Whatever does not fit is left out, never an error: an old or mangled
 * link still opens its page. Rules SP1–SP3.
 */
import { type SentenceStanding, sentenceStandings } from '#domain/tick.ts'
import { type ClaimFilter, claimFilters, type Stage, stages } from '#domain/desk.ts'
import {
  type SourceKind,
  sourceKinds,
  type SourceState,
  sourceStates,
  type SourceTerms,
  sourceTerms,
} from '#domain/source.ts'

type Raw = Readonly<Record<string, unknown>>

const oneOf = <T extends string>(allowed: readonly T[], value: unknown): T | undefined =>
  allowed.find((one) => one === value)

const words = (value: unknown): string | undefined => {
  // A search for "41" arrives as a number.
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? undefined : text.slice(0, 200)
}

const uuid = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? value : undefined

/** Keys without a value are left out, so that addresses stay short. */
function present<T extends object>(search: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
}

export const dueFilters = ['late', 'soon', 'today', 'none'] as const
export type DueFilter = (typeof dueFilters)[number]

export interface DeskSearch {
  readonly stage?: Stage
  readonly due?: DueFilter
  /** The part of the newsroom that runs the article. */
  readonly desk?: string
  readonly find?: string
  /** Only articles that have such claims. */
  readonly show?: ClaimFilter
}

export const deskSearch = (raw: Raw): DeskSearch =>
  present<DeskSearch>({
    stage: oneOf(stages, raw['stage']),
    due: oneOf(dueFilters, raw['due']),
    desk: words(raw['desk']),
    find: words(raw['find']),
    show: oneOf(claimFilters, raw['show']),
  })

export interface ArticleSearch {
  readonly show?: ClaimFilter
  /** A claim's number or id: C14. */
  readonly claim?: string
  /** The list of sentences is open, on these. */
  readonly sentences?: SentenceStanding
  /** Words looked for in the claims. */
  readonly find?: string
}

export const articleSearch = (raw: Raw): ArticleSearch =>
  present<ArticleSearch>({
    show: oneOf(claimFilters, raw['show']),
    claim: words(raw['claim']),
    sentences: oneOf(sentenceStandings, raw['sentences']),
    find: words(raw['find']),
  })

export interface ReviewSearch {
  /** Number of the claim at the side: C14. */
  readonly claim?: string
}

export const reviewSearch = (raw: Raw): ReviewSearch => present<ReviewSearch>({ claim: words(raw['claim']) })

/** Kinds of entries that the history can be narrowed to. */
export const historyKinds = ['verdicts', 'wording', 'marking', 'sources', 'talk', 'review', 'article'] as const
export type HistoryKind = (typeof historyKinds)[number]

export interface HistorySearch {
  readonly person?: string
  readonly kind?: HistoryKind
  /** A claim's number: C14. */
  readonly claim?: string
}

export const historySearch = (raw: Raw): HistorySearch =>
  present<HistorySearch>({
    person: words(raw['person']),
    kind: oneOf(historyKinds, raw['kind']),
    claim: words(raw['claim']),
  })

export interface VersionsSearch {
  /** Number of a version. */
  readonly from?: number
  /** Number of a version, or the text as it stands now; alone it is read, not compared. */
  readonly to?: number | 'now'
}

const versionNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 1_000_000_000 ? value : undefined

export const versionsSearch = (raw: Raw): VersionsSearch =>
  present<VersionsSearch>({
    from: versionNumber(raw['from']),
    to: raw['to'] === 'now' ? 'now' : versionNumber(raw['to']),
  })

export interface NewDraftSearch {
  /** The draft that waits to be brought in. */
  readonly draft?: string
}

export const newDraftSearch = (raw: Raw): NewDraftSearch => present<NewDraftSearch>({ draft: uuid(raw['draft']) })

export interface SourcesSearch {
  readonly find?: string
  readonly kind?: SourceKind
  /** Id of an origin, or none. */
  readonly origin?: string
  readonly terms?: SourceTerms
  readonly state?: SourceState
  /** Only sources that may be the same as another. */
  readonly alike?: true
  /** The one whose record is open. */
  readonly source?: string
}

export const sourcesSearch = (raw: Raw): SourcesSearch =>
  present<SourcesSearch>({
    find: words(raw['find']),
    kind: oneOf(sourceKinds, raw['kind']),
    origin: words(raw['origin']),
    terms: oneOf(sourceTerms, raw['terms']),
    state: oneOf(sourceStates, raw['state']),
    alike: raw['alike'] === true ? true : undefined,
    source: uuid(raw['source']),
  })

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
