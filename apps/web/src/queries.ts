/**
 * What is on screen and where it comes from: one key and one hook for each thing the server shows. Whatever the live socket or a
 * decision makes stale is invalidated by these keys; a reply that is the same as before re-renders nothing.
 */
import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { api, type RefusedReply, type Reply } from './api.ts'
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

async function must<T>(asked: Promise<Reply<T>>): Promise<T> {
  const reply = await asked
  if (!reply.ok) throw new Refused(reply)
  return reply.value
}

export const refusalOf = (error: unknown): AnyRefusal | null => (error instanceof Refused ? error.refusal : null)

const passing: ReadonlySet<AnyRefusal | null> = new Set<AnyRefusal | null>(['offline', 'not-stored', 'server-trouble'])

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
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

export const keys = {
  start: ['start'] as const,
  me: ['me'] as const,
  /** Everything of one newsroom. */
  room: (newsroom: string) => ['room', newsroom] as const,
  newsroom: (newsroom: string) => ['room', newsroom, 'newsroom'] as const,
  desk: (newsroom: string) => ['room', newsroom, 'desk'] as const,
  sources: (newsroom: string) => ['room', newsroom, 'sources'] as const,
  sourcesFound: (newsroom: string, find: string) => ['room', newsroom, 'sources', find] as const,
  /** Everything of one article: itself, its claims, its histories. */
  article: (newsroom: string, article: string) => ['room', newsroom, 'article', article] as const,
  articleItself: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'itself'] as const,
  claims: (newsroom: string, article: string) => ['room', newsroom, 'article', article, 'claims'] as const,
  history: (newsroom: string, article: string, claim: string | null) =>
    ['room', newsroom, 'article', article, 'history', claim] as const,
}

export const startQuery = queryOptions({ queryKey: keys.start, queryFn: () => must(api.start()), staleTime: Infinity })

export const meQuery = queryOptions({ queryKey: keys.me, queryFn: () => must(api.me()), staleTime: 5 * 60_000 })

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

export const sourcesQuery = (newsroom: string, find = '') =>
  queryOptions({
    queryKey: keys.sourcesFound(newsroom, find),
    queryFn: async () => (await must(api.sources(newsroom, find))).sources,
    placeholderData: keepPreviousData,
  })

export const useStart = () => useQuery(startQuery)
export const useMe = () => useQuery(meQuery)
export const useNewsroom = (newsroom: string) => useQuery(newsroomQuery(newsroom))
export const useDesk = (newsroom: string) => useQuery(deskQuery(newsroom))
export const useArticle = (newsroom: string, article: string) => useQuery(articleQuery(newsroom, article))
export const useClaims = (newsroom: string, article: string) => useQuery(claimsQuery(newsroom, article))
export const useHistory = (newsroom: string, article: string, claim: string | null) =>
  useQuery(historyQuery(newsroom, article, claim))
export const useSources = (newsroom: string, find = '') => useQuery(sourcesQuery(newsroom, find))
