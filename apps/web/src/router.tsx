/**
 * The pages and their addresses. Each page's code is loaded when it is first opened. Whoever is not signed in is asked to, and then
 * brought back; a newsroom one has no part in looks exactly like an address that does not exist.
 */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router'
import { ErrorPage } from './frame/error-page.tsx'
import { LoadingPage } from './frame/loading-page.tsx'
import { NewsroomFrame } from './frame/newsroom-frame.tsx'
import { NotFoundPage } from './frame/not-found-page.tsx'
import { RootFrame } from './frame/root-frame.tsx'
import {
  articleSearch,
  deskSearch,
  historySearch,
  newDraftSearch,
  reviewSearch,
  signInSearch,
  sourcesSearch,
  versionsSearch,
} from './frame/search.ts'
import {
  articleQuery,
  claimsQuery,
  deskQuery,
  meQuery,
  newsroomQuery,
  originsQuery,
  refusalOf,
  reviewQuery,
  sourcesQuery,
  startQuery,
  versionsQuery,
  waitingQuery,
} from './queries.ts'

type AnyParams = Partial<Record<string, string>>

export interface RouterContext {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

/** How this server began; null without an answer. */
const startOf = (queries: QueryClient) => queries.ensureQueryData(startQuery).catch(() => null)

const isFirstRun = async (queries: QueryClient): Promise<boolean> => (await startOf(queries))?.firstRun ?? false

/**
 * The same for pages that can be drawn without. What stands above everything in a demo is there from the first paint: come later, it would
 * push the page down under somebody's hand.
 */
const startSoon = (queries: QueryClient) =>
  Promise.race([startOf(queries), new Promise<null>((resolve) => setTimeout(resolve, 1_000, null))])

/** Who is asking, or on to the sign-in page and back to `to` afterwards. */
async function signedIn({ queries }: RouterContext, to: string) {
  try {
    return await queries.ensureQueryData(meQuery)
  } catch (error) {
    if (refusalOf(error) !== 'not-signed-in') throw error
    // Nobody can sign in yet: whatever page was asked for, the first account comes first.
    if (await isFirstRun(queries)) throw redirect({ to: '/sign-in/first-run' })
    throw redirect({ to: '/sign-in', search: to === '/' ? {} : { to } })
  }
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const { newsrooms } = await signedIn(context, location.href)
    const [only] = newsrooms
    if (newsrooms.length === 1 && only)
      throw redirect({ to: '/$newsroom', params: { newsroom: only.slug }, replace: true })
  },
  component: lazyRouteComponent(() => import('./sign-in/newsrooms-page.tsx'), 'NewsroomsPage'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  // The doors of a demo too; without an answer soon, the page still has its form.
  loader: async ({ context }) => {
    if ((await startSoon(context.queries))?.firstRun) throw redirect({ to: '/sign-in/first-run', replace: true })
  },
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/first-run',
  beforeLoad: async ({ context }) => {
    if (!(await isFirstRun(context.queries))) throw redirect({ to: '/sign-in', replace: true })
  },
  component: lazyRouteComponent(() => import('./sign-in/first-run-page.tsx'), 'FirstRunPage'),
})

const invited = createRoute({
  getParentRoute: () => root,
  path: '/sign-in/invited/$newsroom/$token',
  component: lazyRouteComponent(() => import('./sign-in/invited-page.tsx'), 'InvitedPage'),
})

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  beforeLoad: ({ context, location }) => signedIn(context, location.href).then(() => undefined),
  loader: ({ context }) => startSoon(context.queries),
  component: lazyRouteComponent(() => import('./profile/profile-page.tsx'), 'ProfilePage'),
})

const newsroom = createRoute({
  getParentRoute: () => root,
  path: '/$newsroom',
  beforeLoad: async ({ context, params, location, matches }) => {
    // A route's own functions are called only once its parents have been waited for.
    for (const match of matches) match.staticData.askEarly?.(context.queries, match.params)
    const { newsrooms } = await signedIn(context, location.href)
    if (!newsrooms.some(({ slug }) => slug === params.newsroom)) throw notFound({ routeId: '__root__' })
  },
  loader: async ({ context, params }) => {
    try {
      await Promise.all([context.queries.ensureQueryData(newsroomQuery(params.newsroom)), startSoon(context.queries)])
    } catch (error) {
      throw refusalOf(error) === 'not-found' ? notFound({ routeId: '__root__' }) : error
    }
  },
  component: NewsroomFrame,
  errorComponent: ErrorPage,
})

const desk = createRoute({
  getParentRoute: () => newsroom,
  path: '/',
  validateSearch: deskSearch,
  loader: async ({ context, params }) => {
    try {
      await context.queries.ensureQueryData(deskQuery(params.newsroom))
    } catch (error) {
      if (refusalOf(error) !== 'not-found') throw error
      // Admin alone has no desk, but members to look after.
      const { me } = await context.queries.ensureQueryData(newsroomQuery(params.newsroom))
      throw me.roles.includes('admin') ? redirect({ to: '/$newsroom/members', params, replace: true }) : error
    }
  },
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
})

const members = createRoute({
  getParentRoute: () => newsroom,
  path: '/members',
  component: lazyRouteComponent(() => import('./members/members-page.tsx'), 'MembersPage'),
})

const importing = createRoute({
  getParentRoute: () => newsroom,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const waiting = createRoute({
  getParentRoute: () => newsroom,
  path: '/waiting',
  loader: ({ context, params }) => context.queries.ensureQueryData(waitingQuery(params.newsroom)),
  component: lazyRouteComponent(() => import('./waiting/waiting-page.tsx'), 'WaitingPage'),
})

const sources = createRoute({
  getParentRoute: () => newsroom,
  path: '/sources',
  validateSearch: sourcesSearch,
  loader: ({ context: { queries }, params: { newsroom } }) =>
    Promise.all([
      queries.ensureQueryData(sourcesQuery(newsroom)),
      // The filters name them.
      queries.ensureQueryData(originsQuery(newsroom)),
    ]),
  component: lazyRouteComponent(() => import('./sources/sources-page.tsx'), 'SourcesPage'),
})

const articleDesk = () => import('#web/claims/article-desk.tsx')
const ArticleDesk = lazyRouteComponent(articleDesk, 'ArticleDesk')

/**
 * What the desk shows first, asked for at once: not after the answers to who is asking and in which newsroom. Those decide whether it is
 * shown. The claims are many and come after the text, which they are about.
 */
const askEarly = (queries: QueryClient, { newsroom = '', article = '' }: AnyParams): void => {
  const asked = [
    ArticleDesk.preload?.(),
    startOf(queries),
    queries.ensureQueryData(newsroomQuery(newsroom)),
    queries.ensureQueryData(articleQuery(newsroom, article)),
  ]
  // Whoever needs an answer hears of its refusal.
  for (const one of asked) one?.catch(() => undefined)
}

const article = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article',
  validateSearch: articleSearch,
  staticData: { askEarly },
  // All of it is there before the desk is drawn: React keeps what comes after a picture of loading back for 300 ms.
  loader: ({ context: { queries }, params: { newsroom, article }, preload }) =>
    loadArticle(
      Promise.all([
        articleDesk(),
        queries.ensureQueryData(newsroomQuery(newsroom)),
        queries.ensureQueryData(articleQuery(newsroom, article)),
      ]).then(([desk, { me }, { epoch }]) => {
        if (!preload) desk.openText({ newsroom, article, epoch }, me.id)
      }),
    ),
  // The desk keeps itself fresh; choosing a claim changes the address, and loads nothing.
  staleTime: Infinity,
  component: function ArticlePage() {
    const params = article.useParams()
    const { show, claim } = article.useSearch()
    // Another article is another desk: nothing typed or selected in one may turn up in the next.
    return (
      <ArticleDesk key={params.article} newsroom={params.newsroom} article={params.article} show={show} claim={claim} />
    )
  },
})

/** What a page of one article needs before it is drawn; an article that is not open looks like one that does not exist. */
async function loadArticle(asked: Promise<unknown>): Promise<void> {
  try {
    await asked
  } catch (error) {
    throw refusalOf(error) === 'not-found' ? notFound({ routeId: '__root__' }) : error
  }
}

const review = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article/review',
  validateSearch: reviewSearch,
  loader: ({ context: { queries }, params: { newsroom, article } }) =>
    loadArticle(
      Promise.all([
        queries.ensureQueryData(articleQuery(newsroom, article)),
        queries.ensureQueryData(claimsQuery(newsroom, article)),
        queries.ensureQueryData(reviewQuery(newsroom, article)),
      ]),
    ),
  component: lazyRouteComponent(() => import('./review/review-page.tsx'), 'ReviewPage'),
})

const history = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article/history',
  validateSearch: historySearch,
  loader: ({ context: { queries }, params: { newsroom, article } }) =>
    loadArticle(
      Promise.all([
        queries.ensureQueryData(articleQuery(newsroom, article)),
        queries.ensureQueryData(claimsQuery(newsroom, article)),
      ]),
    ),
  component: lazyRouteComponent(() => import('./history/history-page.tsx'), 'HistoryPage'),
})

const newDraft = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article/new-draft',
  validateSearch: newDraftSearch,
  loader: ({ context: { queries }, params: { newsroom, article } }) =>
    loadArticle(queries.ensureQueryData(articleQuery(newsroom, article))),
  component: lazyRouteComponent(() => import('./draft/draft-page.tsx'), 'DraftPage'),
})

const versions = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article/versions',
  validateSearch: versionsSearch,
  loader: ({ context: { queries }, params: { newsroom, article } }) =>
    loadArticle(
      Promise.all([
        queries.ensureQueryData(articleQuery(newsroom, article)),
        queries.ensureQueryData(versionsQuery(newsroom, article)),
      ]),
    ),
  component: lazyRouteComponent(() => import('./versions/versions-page.tsx'), 'VersionsPage'),
})

const routeTree = root.addChildren([
  home,
  signIn,
  firstRun,
  invited,
  profile,
  newsroom.addChildren([desk, importing, sources, waiting, article, review, history, newDraft, versions, members]),
])

export const makeRouter = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    // Fresh or stale is the queries' business.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: LoadingPage,
    defaultPendingMs: 400,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface StaticDataRouteOption {
    /** Called before anything of the page has been waited for. */
    askEarly?(queries: QueryClient, params: AnyParams): void
  }
}
