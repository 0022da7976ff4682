/**
 * Every route below a newsroom that /api/openapi.json describes, with a body it would accept. Tests that go through all of them
 * fail for a route that is not here: whoever adds one says who may use it.
 */
import { weirText } from '../builders/article.ts'
import type { Person } from '../builders/person.ts'

/** What the addresses and bodies speak of. */
export interface Scene {
  readonly article: string
  readonly claim: string
  readonly evidence: string
  /** The claim's words, and the seq of its verdict or null. */
  readonly wordsSeen: string
  readonly verdictSeen: number | null
  /** Words that stand once in the article and are not marked. */
  readonly unmarked: string
  readonly draft: object
}

const seen = ({ wordsSeen, verdictSeen }: Scene) => ({ wordsSeen, verdictSeen })
const nothing = () => undefined
const claim = '/articles/{article}/claims/{claim}'

export const routes: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'GET ': nothing,
  'GET /desk': nothing,
  'GET /sources': nothing,
  'POST /sources': () => ({ kind: 'press', title: 'The Evening Mail', publisher: '', url: '' }),
  'POST /articles/import': () => ({ text: weirText }),
  'POST /articles': ({ draft }) => draft,
  'GET /articles': nothing,
  'GET /articles/{article}': nothing,
  'GET /articles/{article}/text': nothing,
  'GET /articles/{article}/history': nothing,
  'GET /articles/{article}/claims': nothing,
  'POST /articles/{article}/claims': ({ unmarked }) => ({ exact: unmarked, kind: 'other' }),
  [`GET ${claim}`]: nothing,
  [`PATCH ${claim}`]: () => ({ kind: 'history' }),
  [`POST ${claim}/verdicts`]: (scene) => ({ ...seen(scene), rating: 'confirmed', why: '' }),
  [`POST ${claim}/still-holds`]: seen,
  [`POST ${claim}/sign-offs`]: seen,
  [`POST ${claim}/withdrawal`]: () => ({ why: 'Not a claim.' }),
  [`POST ${claim}/evidence`]: () => ({
    source: { kind: 'other', title: 'A note' },
    stance: 'context',
    locator: 'p. 1',
    excerpt: '',
  }),
  [`DELETE ${claim}/evidence/{evidence}`]: nothing,
  [`GET ${claim}/history`]: nothing,
}

/** Routes of the described API that lie below a newsroom, as `METHOD /path`. */
export async function describedRoutes(person: Person): Promise<string[]> {
  const { body } = await person.fetch('GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, unknown>> }
  const below = '/newsrooms/{newsroom}'
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(below))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(below.length).replace(/\/$/, '')}`),
    )
}

/** The route's method and address with the scene's ids in it. */
export function addressOf(route: string, scene: Pick<Scene, 'article' | 'claim' | 'evidence'>): [string, string] {
  const space = route.indexOf(' ')
  const path = route
    .slice(space + 1)
    .replace(/\{(article|claim|evidence)\}/g, (_, name: keyof typeof scene) => scene[name])
  return [route.slice(0, space), path]
}
