/** One article: bringing it in, what is known about it, its text, versions and history. */
import type { ArticleDraft, DocumentJson, ImportNote, TrackedChoice } from '#document/draft.ts'
import type { ArticleDetails } from '#domain/event.ts'
import type { VersionView } from '#protocol/review-view.ts'
import type { UploadedFile } from '#protocol/uploaded-file.ts'
import { type Answer, ask, at, oneArticle, room, send } from './ask.ts'
import type { SeenOnScreen } from './claims.ts'
import type { Reply } from './reply.ts'

/** What import made of what was pasted, or of a file. */
export interface ReadArticle {
  readonly article: ArticleDraft
  readonly notes: readonly ImportNote[]
  readonly original: UploadedFile | null
  readonly importedBefore: readonly { readonly id: string; readonly title: string }[]
}

/** A version with its text. */
export interface ReadVersion extends VersionView {
  readonly text: string
  readonly document: DocumentJson
}

/** What goes along with an article's draft when it is brought in. */
export interface ArticleArrival {
  readonly dueAt: string | null
  readonly byline: string
  readonly desk: string
  readonly original: UploadedFile | null
  readonly suggests: boolean
}

export type Pasted = { readonly text: string } | { readonly html: string }

/** What of an article's history is asked for; `type`: types of events with commas between. */
export interface HistoryAsked {
  readonly person?: string
  readonly type?: string
  readonly claim?: string
  readonly before?: number
  readonly most?: number
}

export const articleApi = {
  importArticle: (newsroom: string, pasted: Pasted) =>
    askImport(newsroom, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(pasted) }),
  importFile: (newsroom: string, file: File, tracked: TrackedChoice) => {
    const body = new FormData()
    body.append('file', file)
    body.append('tracked', tracked)
    return askImport(newsroom, { body })
  },
  startArticle: (newsroom: string, draft: ArticleDraft & ArticleArrival) =>
    ask(room.articles.$post({ ...at({ newsroom }), json: draft })),
  article: (newsroom: string, article: string) => ask(oneArticle.$get(at({ newsroom, article }))),
  changeArticle: (newsroom: string, article: string, change: Partial<ArticleDetails>) =>
    ask(oneArticle.$patch({ ...at({ newsroom, article }), json: change })),
  openArticleTo: (newsroom: string, article: string, access: { open: 'newsroom' | 'named'; people: string[] }) =>
    ask(oneArticle.access.$put({ ...at({ newsroom, article }), json: access })),
  assignArticle: (newsroom: string, article: string, people: string[]) =>
    ask(oneArticle.assignees.$put({ ...at({ newsroom, article }), json: { people } })),
  /** For a link: the browser asks, and saves what comes. */
  originalAddress: (newsroom: string, article: string): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/articles/${encodeURIComponent(article)}/original`,
  articleText: (newsroom: string, article: string) => ask(oneArticle.text.$get(at({ newsroom, article }))),
  versions: (newsroom: string, article: string) => ask(oneArticle.versions.$get(at({ newsroom, article }))),
  version: (newsroom: string, article: string, number: number): Promise<Reply<ReadVersion>> =>
    // A document nests itself: the client's types give up on it.
    ask(oneArticle.versions[':version'].$get(at({ newsroom, article, version: String(number) }))) as Promise<
      Reply<ReadVersion>
    >,
  articleHistory: (newsroom: string, article: string, asked: HistoryAsked = {}) =>
    ask(oneArticle.history.$get({ ...at({ newsroom, article }), query: { ...asked } })),
  eraseText: (newsroom: string, article: string, seq: number) =>
    ask(oneArticle.history[':seq'].erasure.$post({ ...at({ newsroom, article, seq: String(seq) }), json: {} })),
  applyFixes: (newsroom: string, article: string, fixes: (SeenOnScreen & { claim: string })[]) =>
    ask(oneArticle['wording-fixes'].$post({ ...at({ newsroom, article }), json: { fixes } })),
}

/** Import takes JSON or a form, and a document nests itself: the client's types give up on both, so this request is made by hand. */
const askImport = (newsroom: string, request: RequestInit): Promise<Reply<ReadArticle>> =>
  ask(
    send(`/api/newsrooms/${encodeURIComponent(newsroom)}/articles/import`, {
      method: 'POST',
      ...request,
    }) as unknown as Promise<Answer>,
  )
