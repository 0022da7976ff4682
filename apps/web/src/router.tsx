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
import { articleSearch, deskSearch, signInSearch } from './frame/search.ts'
import { deskQuery, meQuery, newsroomQuery, refusalOf, startQuery } from './queries.ts'

export interface RouterContext {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<RouterContext>()({
  component: RootFrame,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
})

/** Who is asking, or on to the sign-in page and back to `to` afterwards. */
async function signedIn({ queries }: RouterContext, to: string) {
  try {
    return await queries.ensureQueryData(meQuery)
  } catch (error) {
    if (refusalOf(error) !== 'not-signed-in') throw error
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
  // The doors of a demo stand there from the first paint; without an answer soon, the page still has its form.
  loader: ({ context }) =>
    Promise.race([
      context.queries.ensureQueryData(startQuery).catch(() => null),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]),
  component: lazyRouteComponent(() => import('./sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const newsroom = createRoute({
  getParentRoute: () => root,
  path: '/$newsroom',
  beforeLoad: async ({ context, params, location }) => {
    const { newsrooms } = await signedIn(context, location.href)
    if (!newsrooms.some(({ slug }) => slug === params.newsroom)) throw notFound({ routeId: '__root__' })
  },
  loader: async ({ context, params }) => {
    try {
      await context.queries.ensureQueryData(newsroomQuery(params.newsroom))
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
  loader: ({ context, params }) => context.queries.ensureQueryData(deskQuery(params.newsroom)),
  component: lazyRouteComponent(() => import('./desk/desk-page.tsx'), 'DeskPage'),
})

const importing = createRoute({
  getParentRoute: () => newsroom,
  path: '/import',
  component: lazyRouteComponent(() => import('./import/import-page.tsx'), 'ImportPage'),
})

const ArticleDesk = lazyRouteComponent(() => import('#web/claims/article-desk.tsx'), 'ArticleDesk')

const article = createRoute({
  getParentRoute: () => newsroom,
  path: '/articles/$article',
  validateSearch: articleSearch,
  component: function ArticlePage() {
    const params = article.useParams()
    const { show, claim } = article.useSearch()
    // Another article is another desk: nothing typed or selected in one may turn up in the next.
    return (
      <ArticleDesk key={params.article} newsroom={params.newsroom} article={params.article} show={show} claim={claim} />
    )
  },
})

const routeTree = root.addChildren([home, signIn, newsroom.addChildren([desk, importing, article])])

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
}
