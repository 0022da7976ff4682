/**
 * Every route below a newsroom that /api/openapi.json describes, with a body it would accept. Tests that go through all of them
 * fail for a route that is not here. Whoever adds one adds a line here, one to `http/who-may.ts` that says who may use it, and to
 * `scenes.ts` what has to be there for it to succeed.
 */
import { weirText } from '../builders/article.ts'
import type { Person } from '../builders/person.ts'

/** What the addresses and bodies speak of; what a route does not need is empty. */
export interface Scene {
  readonly article: string
  readonly claim: string
  readonly evidence: string
  /** A remark that calls on somebody and is not resolved, and a query that is asked. */
  readonly entry: string
  readonly query: string
  readonly source: string
  readonly document: string
  readonly invitation: string
  /** A member who is nobody else in the test. */
  readonly person: string
  readonly version: number
  /** Of an event with a text that can be erased. */
  readonly seq: number
  /** Another source. */
  readonly into: string
  /** Id of somebody who may answer and check. */
  readonly colleague: string
  /** The claim's words, and the seq of its verdict or null. */
  readonly wordsSeen: string
  readonly verdictSeen: number | null
  /** What the editor has on screen of the review. */
  readonly seen: string
  /** Words that stand once in the article and are not marked. */
  readonly unmarked: string
  /** A draft of the article that waits. */
  readonly draft: string
  /** An article as it is brought in. */
  readonly sent: object
}

export const emptyScene: Scene = {
  article: '',
  claim: '',
  evidence: '',
  entry: '',
  query: '',
  source: '',
  document: '',
  invitation: '',
  person: '',
  version: 1,
  seq: 1,
  into: '',
  colleague: '',
  wordsSeen: '',
  verdictSeen: null,
  seen: '0'.repeat(64),
  unmarked: '',
  draft: '',
  sent: {},
}

const seen = ({ wordsSeen, verdictSeen }: Scene) => ({ wordsSeen, verdictSeen })
const nothing = () => undefined
const empty = () => ({})
const article = '/articles/{article}'
const claim = `${article}/claims/{claim}`
const source = '/sources/{source}'
/** What is the same as before is not changed. */
let used = 0
const fresh = (word: string): string => `${word} ${(used += 1)}`

function aFile(): FormData {
  const form = new FormData()
  form.append('file', new Blob([fresh('A document')]), 'note.txt')
  return form
}

export const aDocument = (text: string): object => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

export const routes: Readonly<Record<string, (scene: Scene) => unknown>> = {
  'GET ': nothing,
  'GET /members': nothing,
  'PATCH /members/{person}': () => ({ roles: ['reporter'] }),
  'DELETE /members/{person}': nothing,
  'POST /invitations': () => ({ email: `${fresh('lea').replace(' ', '.')}@harbour.test`, roles: ['viewer'] }),
  'DELETE /invitations/{invitation}': nothing,
  'POST /programs': () => ({ name: 'Wire desk', role: 'viewer' }),
  'GET /desk': nothing,
  'GET /waiting': nothing,
  'GET /first-night': nothing,
  'GET /sources': nothing,
  'POST /sources': () => ({ kind: 'press', title: 'The Evening Mail', publisher: '', url: '' }),
  'GET /sources/duplicates': nothing,
  'GET /origins': nothing,
  [`GET ${source}`]: nothing,
  [`PATCH ${source}`]: () => ({ publisher: fresh('Publisher') }),
  [`GET ${source}/rests`]: nothing,
  [`POST ${source}/approval`]: nothing,
  [`PUT ${source}/origin`]: () => ({ origin: { name: fresh('Origin') } }),
  [`POST ${source}/withdrawal`]: () => ({ as: 'withdrawn', why: 'Taken back by its author.' }),
  [`POST ${source}/reinstatement`]: nothing,
  [`POST ${source}/merge`]: ({ into }) => ({ into }),
  [`DELETE ${source}/merge`]: nothing,
  [`POST ${source}/documents`]: aFile,
  [`GET ${source}/documents/{document}`]: nothing,
  [`DELETE ${source}/documents/{document}`]: nothing,
  'POST /articles/import': () => ({ text: weirText }),
  'POST /articles': ({ sent }) => sent,
  'GET /articles': nothing,
  [`GET ${article}`]: nothing,
  [`PATCH ${article}`]: () => ({ desk: fresh('Desk') }),
  [`PUT ${article}/access`]: () => ({ open: 'newsroom', people: [] }),
  [`PUT ${article}/assignees`]: ({ colleague }) => ({ people: [colleague] }),
  [`GET ${article}/original`]: nothing,
  [`GET ${article}/text`]: nothing,
  [`GET ${article}/review`]: nothing,
  [`POST ${article}/review-requests`]: () => ({ note: 'Done.' }),
  [`POST ${article}/send-backs`]: () => ({ note: 'A second source, please.' }),
  [`POST ${article}/approvals`]: ({ seen }) => ({ seen }),
  [`POST ${article}/publication`]: empty,
  [`POST ${article}/looks`]: ({ seq }) => ({ seq }),
  [`GET ${article}/versions`]: nothing,
  [`GET ${article}/versions/{version}`]: nothing,
  [`POST ${article}/drafts`]: () => ({ document: aDocument(fresh('A new draft')) }),
  [`GET ${article}/drafts`]: nothing,
  [`GET ${article}/drafts/{draft}`]: nothing,
  [`POST ${article}/drafts/{draft}/import`]: empty,
  [`DELETE ${article}/drafts/{draft}`]: nothing,
  [`GET ${article}/history`]: nothing,
  [`POST ${article}/history/{seq}/erasure`]: empty,
  [`GET ${article}/exports/csv`]: nothing,
  [`GET ${article}/exports/json`]: nothing,
  [`GET ${article}/exports/annotations`]: nothing,
  [`POST ${article}/annotations`]: ({ unmarked }) => [
    { type: 'Annotation', target: { selector: { type: 'TextQuoteSelector', exact: unmarked } } },
  ],
  [`GET ${article}/ticks`]: nothing,
  [`POST ${article}/ticks`]: () => ({ sentences: ['A title'], reason: 'no-fact' }),
  [`POST ${article}/ticks/withdrawal`]: () => ({ sentences: ['A title'] }),
  [`GET ${article}/skips`]: nothing,
  [`POST ${article}/skips`]: () => ({ words: ['A title'] }),
  [`POST ${article}/skips/withdrawal`]: () => ({ words: ['A title'] }),
  [`POST ${article}/wording-fixes`]: (scene) => ({ fixes: [{ claim: 'C1', ...seen(scene) }] }),
  [`GET ${article}/claims`]: nothing,
  [`POST ${article}/claims`]: ({ unmarked }) => ({ exact: unmarked, kind: 'other' }),
  [`GET ${claim}`]: nothing,
  [`PATCH ${claim}`]: () => ({ kind: 'history' }),
  [`POST ${claim}/verdicts`]: (scene) => ({ ...seen(scene), rating: 'confirmed', why: '' }),
  [`POST ${claim}/still-holds`]: seen,
  [`POST ${claim}/verdict-withdrawal`]: (scene) => ({ verdictSeen: seen(scene).verdictSeen }),
  [`POST ${claim}/sign-offs`]: seen,
  [`POST ${claim}/sign-off-withdrawal`]: nothing,
  [`POST ${claim}/truth`]: ({ wordsSeen }) => ({ wordsSeen, rating: 'wrong', why: 'The figures say otherwise.' }),
  [`POST ${claim}/exceptions`]: (scene) => ({ ...seen(scene), rule: 'nothing-wrong-in-text', why: 'It is a quote.' }),
  [`POST ${claim}/withdrawal`]: () => ({ why: 'Not a claim.' }),
  [`POST ${claim}/evidence`]: () => ({
    source: { kind: 'other', title: 'A note' },
    stance: 'context',
    locator: 'p. 1',
    excerpt: '',
  }),
  [`DELETE ${claim}/evidence/{evidence}`]: nothing,
  [`GET ${claim}/history`]: nothing,
  [`GET ${claim}/place`]: nothing,
  [`POST ${claim}/place`]: ({ unmarked }) => ({ exact: unmarked }),
  [`POST ${claim}/merge`]: () => ({ into: 'C2' }),
  [`POST ${claim}/split`]: () => ({ second: 'one stands' }),
  [`GET ${claim}/talk`]: nothing,
  [`POST ${claim}/talk`]: ({ colleague }) => ({ text: 'Which list is this from?', mentions: [colleague] }),
  [`POST ${claim}/talk/{entry}/resolution`]: nothing,
  [`POST ${claim}/queries`]: ({ colleague }) => ({ to: colleague, text: 'Who counted?' }),
  [`POST ${claim}/queries/{query}/answer`]: () => ({ text: 'The hospital.' }),
  [`POST ${claim}/queries/{query}/decision`]: () => ({ text: 'Say so in the text.' }),
}

const below = '/newsrooms/{newsroom}'

/** Routes of the described API that lie below a newsroom, as `METHOD /path`, with the status of their success. */
export async function describedStatuses(person: Person): Promise<Map<string, number>> {
  const { body } = await person.fetch('GET', '/api/openapi.json')
  const { paths } = body as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> }
  return new Map(
    Object.entries(paths)
      .filter(([path]) => path.startsWith(below))
      .flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, { responses }]): [string, number] => [
          `${method.toUpperCase()} ${path.slice(below.length).replace(/\/$/, '')}`,
          Number(Object.keys(responses).find((status) => status.startsWith('2'))),
        ]),
      ),
  )
}

export const describedRoutes = async (person: Person): Promise<string[]> => [
  ...(await describedStatuses(person)).keys(),
]

/** The route's method and address with the scene's ids in it. */
export function addressOf(route: string, scene: Partial<Scene>): [string, string] {
  const space = route.indexOf(' ')
  const path = route
    .slice(space + 1)
    .replace(/\{(\w+)\}/g, (_, name: string) => String(scene[name as keyof Scene] ?? name))
  return [route.slice(0, space), path]
}
