/**
 * What is on screen and where it comes from: one key and one hook for each thing the server shows. Whatever the live socket or a
 * decision makes stale is invalidated by these keys; a reply that is the same as before re-renders nothing.
 */
import {
  infiniteQueryOptions,
  keepPreviousData,
  type Query,
  QueryClient,
  queryOptions,
  useQuery,
} from '@tanstack/react-query'
import { api } from './api/api.ts'
import type { HistoryAsked } from './api/article.ts'
import type { SteadyArticle, ArticleView } from '#protocol/view.ts'
import type { RefusedReply, Reply } from './api/reply.ts'
import type { AnyRefusal } from './words/refusals.ts'

/** Inside a query a refusal has to be thrown; the error keeps the reply whole. */
export class Refused extends Error {
  readonly reply: RefusedReply
  constructor(reply: RefusedReply) {
    super(reply.refusal)
    this.name = 'Refused'
    this.reply = reply
  }
  get refusal(): AnyRefusal {
    return this.reply.refusal
  }
}

export async function must<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked
  if (!reply.ok) throw new Refused(reply)
  return reply.value
}

export const refusalOf = (error: unknown): AnyRefusal | null => (error instanceof Refused ? error.refusal : null)

const passing: ReadonlySet<AnyRefusal | null> = new Set<AnyRefusal | null>(['offline', 'not-stored', 'server-trouble'])

export function makeQueryClient(): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // The live socket says what changed; nothing is asked again merely because a window got the focus.
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        // A server that restarts is back in seconds; a refusal stays a refusal however often one asks.
        retry: (failures, error) => passing.has(refusalOf(error)) && failures < 4,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  askAgainWhatNewsOvertook(queries)
  return queries
}

/** A first answer that was on its way when the news came may not hold it. TanStack Query would let it stand; it is asked for again. */
function askAgainWhatNewsOvertook(queries: QueryClient): void {
  const overtaken = new WeakSet<Query>()
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    const isFirst = query.state.data === undefined && query.state.fetchStatus === 'fetching'
    if (action.type === 'invalidate' && isFirst) overtaken.add(query)
    if (action.type === 'success' && overtaken.delete(query)) {
      void queries.invalidateQueries({ queryKey: query.queryKey, exact: true })
    }
  })
}

export const keys = {
  start: ['start'] as const,
  me: ['me'] as const,
  sessions: ['sessions'] as const,
  invitation: (newsroom: string, token: string) => ['invitation', newsroom, token] as const,
  /** Everything of one newsroom. */
  room: (newsroom: string) => ['room', newsroom] as const,
  newsroom: (newsroom: string) => ['room', newsroom, 'newsroom'] as const,
  members: (newsroom: string) => ['room', newsroom, 'members'] as const,
  desk: (newsroom: string) => ['room', newsroom, 'desk'] as const,
  /** Below the desk: whatever makes that stale makes this stale as well. */
  waiting: (newsroom: string) => ['room', newsroom, 'desk', 'waiting'] as const,
  firstNight: (newsroom: string) => ['room', newsroom, 'first-night'] as const,
  sources: (newsroom: string) => ['room', newsroom, 'sources'] as const,
  sourcesFound: (newsroom: string, find: string) => ['room', newsroom, 'sources', find] as const,
  source: (newsroom: string, source: string) => ['room', newsroom, 'sources', { source }] as const,
  sourceRests: (newsroom: string, source: string) => ['room', newsroom, 'sources', { rests: source }] as const,
  duplicates: (newsroom: string) => ['room', newsroom, 'sources', { only: 'duplicates' }] as const,
  origins: (newsroom: string) => ['room', newsroom, 'sources', { only: 'origins' }] as const,
  /** Everything of one article: itself, its claims, its histories. */
  article: (newsroom: string, article: string) => ['room', newsroom, 'article', article] as const,
  articleItself: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'itself'] as const,
  claims: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'claims'] as const,
  talk: (newsroom: string, article: string, claim: string) =>
    ['room', newsroom, 'article', article, 'talk', claim] as const,
  history: (newsroom: string, article: string, claim: string | null) =>
    ['room', newsroom, 'article', article, 'history', claim] as const,
  historyFound: (newsroom: string, article: string, asked: HistoryAsked) =>
    ['room', newsroom, 'article', article, 'history', asked] as const,
  review: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'review'] as const,
  versions: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'versions'] as const,
  /** Not below the article: a version never changes. */
  version: (newsroom: string, article: string, number: number) =>
    ['room', newsroom, 'version', article, number] as const,
  /** Drafts of an article that wait to be brought in. */
  drafts: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'drafts'] as const,
  /** Not below the article: what is typed meanwhile does not change what the draft is compared with. */
  draft: (newsroom: string, article: string, draft: string) => ['room', newsroom, 'draft', article, draft] as const,
  articleText: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'text'] as const,
}

export const startQuery = queryOptions({ queryKey: keys.start, queryFn: () => must(api.start()), staleTime: Infinity })

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: () => must(api.me()), staleTime: 5 * 60_000 })

export const sessionsQuery = queryOptions({
  queryKey: keys.sessions,
  queryFn: () => must(api.sessions()),
  staleTime: 0,
})

export const invitationQuery = (newsroom: string, token: string) =>
  queryOptions({ queryKey: keys.invitation(newsroom, token), queryFn: () => must(api.invitation(newsroom, token)) })

export const membersQuery = (newsroom: string) =>
  queryOptions({ queryKey: keys.members(newsroom), queryFn: () => must(api.members(newsroom)) })

export const newsroomQuery = (newsroom: string) =>
  queryOptions({
    queryKey: keys.newsroom(newsroom),
    queryFn: () => must(api.newsroom(newsroom)),
    staleTime: 5 * 60_000,
  })

export const deskQuery = (newsroom: string) =>
  queryOptions({ queryKey: keys.desk(newsroom), queryFn: () => must(api.desk(newsroom)) })

export const articleQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: keys.articleItself(newsroom, article),
    queryFn: () => must(api.article(newsroom, article)),
  })

/** All claims of an article, withdrawn ones too; filters are asked here, of the same rule as on the server. */
export const claimsQuery = (newsroom: string, article: string) =>
  queryOptions({ queryKey: keys.claims(newsroom, article), queryFn: () => must(api.claims(newsroom, article)) })

export const historyQuery = (newsroom: string, article: string, claim: string | null) =>
  queryOptions({
    queryKey: keys.history(newsroom, article, claim),
    queryFn: async () => {
      const asked = claim === null ? api.articleHistory(newsroom, article) : api.claimHistory(newsroom, article, claim)
      return (await must(asked)).entries
    },
  })

const entriesAPage = 200

/** The article's history, a page of entries at a time. */
export const historyFoundQuery = (newsroom: string, article: string, asked: HistoryAsked) =>
  infiniteQueryOptions({
    queryKey: keys.historyFound(newsroom, article, asked),
    queryFn: ({ pageParam }) =>
      must(
        api.articleHistory(newsroom, article, {
          ...asked,
          most: entriesAPage,
          ...(pageParam === null ? {} : { before: pageParam }),
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, more }) => (more ? (entries.at(-1)?.seq ?? null) : null),
    placeholderData: keepPreviousData,
  })

export const reviewQuery = (newsroom: string, article: string) =>
  queryOptions({ queryKey: keys.review(newsroom, article), queryFn: () => must(api.review(newsroom, article)) })

export const versionsQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: keys.versions(newsroom, article),
    queryFn: async () => (await must(api.versions(newsroom, article))).versions,
  })

export const versionQuery = (newsroom: string, article: string, number: number) =>
  queryOptions({
    queryKey: keys.version(newsroom, article, number),
    queryFn: () => must(api.version(newsroom, article, number)),
    staleTime: Infinity,
  })

/** The plain text as it stands; typing alone is not told by the live socket, so whoever shows it asks again. */
export const articleTextQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: keys.articleText(newsroom, article),
    queryFn: () => must(api.articleText(newsroom, article)),
    staleTime: 0,
  })

export const draftsQuery = (newsroom: string, article: string) =>
  queryOptions({
    queryKey: keys.drafts(newsroom, article),
    queryFn: async () => (await must(api.drafts(newsroom, article))).drafts,
  })

export const draftQuery = (newsroom: string, article: string, draft: string) =>
  queryOptions({
    queryKey: keys.draft(newsroom, article, draft),
    queryFn: () => must(api.draft(newsroom, article, draft)),
    staleTime: 0,
  })

export const talkQuery = (newsroom: string, article: string, claim: string) =>
  queryOptions({
    queryKey: keys.talk(newsroom, article, claim),
    queryFn: () => must(api.talk(newsroom, article, claim)),
  })

/** Where a detached claim may stand now; typing alone does not tell, so it is asked again and again while it is shown. */
export const placeQuery = (newsroom: string, article: string, claim: string) =>
  queryOptions({
    queryKey: [...keys.article(newsroom, article), 'place', claim] as const,
    queryFn: () => must(api.claimPlace(newsroom, article, claim)),
    staleTime: 0,
    refetchInterval: 3_000,
  })

export const waitingQuery = (newsroom: string) =>
  queryOptions({ queryKey: keys.waiting(newsroom), queryFn: () => must(api.waiting(newsroom)) })

export const sourcesQuery = (newsroom: string, find = '') =>
  queryOptions({
    queryKey: keys.sourcesFound(newsroom, find),
    queryFn: async () => (await must(api.sources(newsroom, find))).sources,
    placeholderData: keepPreviousData,
  })

export const sourceQuery = (newsroom: string, source: string) =>
  queryOptions({ queryKey: keys.source(newsroom, source), queryFn: () => must(api.source(newsroom, source)) })

export const sourceRestsQuery = (newsroom: string, source: string) =>
  queryOptions({ queryKey: keys.sourceRests(newsroom, source), queryFn: () => must(api.sourceRests(newsroom, source)) })

export const duplicatesQuery = (newsroom: string) =>
  queryOptions({
    queryKey: keys.duplicates(newsroom),
    queryFn: async () => (await must(api.duplicates(newsroom))).groups,
  })

export const originsQuery = (newsroom: string) =>
  queryOptions({ queryKey: keys.origins(newsroom), queryFn: async () => (await must(api.origins(newsroom))).origins })

/** Pages are not drawn anew for each key that somebody types. */
function detailsOf({ updatedAt: _at, tally: _tally, seq: _seq, ...details }: ArticleView): SteadyArticle {
  return details
}

export const useStart = () => useQuery(startQuery)
export const useMe = () => useQuery(meQuery)
export const useSessions = () => useQuery(sessionsQuery)
export const useMembers = (newsroom: string, isAsked = true) =>
  useQuery({ ...membersQuery(newsroom), enabled: isAsked })
export const useNewsroom = (newsroom: string) => useQuery(newsroomQuery(newsroom))
export const useDesk = (newsroom: string) => useQuery(deskQuery(newsroom))
export const useArticle = (newsroom: string, article: string) =>
  useQuery({ ...articleQuery(newsroom, article), select: detailsOf })
export const useClaims = (newsroom: string, article: string) => useQuery(claimsQuery(newsroom, article))
export const useHistory = (newsroom: string, article: string, claim: string | null) =>
  useQuery(historyQuery(newsroom, article, claim))
export const useReview = (newsroom: string, article: string) => useQuery(reviewQuery(newsroom, article))
export const useTalk = (newsroom: string, article: string, claim: string) =>
  useQuery(talkQuery(newsroom, article, claim))
export const useWaiting = (newsroom: string, isAsked = true) =>
  useQuery({ ...waitingQuery(newsroom), enabled: isAsked })
export const useSources = (newsroom: string, find = '') => useQuery(sourcesQuery(newsroom, find))
