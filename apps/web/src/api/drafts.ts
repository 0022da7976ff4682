/** Later texts of an article that wait to be brought in. */
import type { DocumentJson } from '#document/draft.ts'
import type { DraftAnswer } from '#protocol/draft-view.ts'
import type { UploadedFile } from '#protocol/uploaded-file.ts'
import { ask, at, oneArticle } from './ask.ts'

const oneDraft = oneArticle.drafts[':draft']

export const draftsApi = {
  drafts: (newsroom: string, article: string) => ask(oneArticle.drafts.$get(at({ newsroom, article }))),
  draft: (newsroom: string, article: string, draft: string) => ask(oneDraft.$get(at({ newsroom, article, draft }))),
  compareDraft: (newsroom: string, article: string, draft: { document: DocumentJson; original: UploadedFile | null }) =>
    ask(oneArticle.drafts.$post({ ...at({ newsroom, article }), json: draft })),
  importDraft: (newsroom: string, article: string, draft: string, said: { answers: DraftAnswer[]; baseSeq: number }) =>
    ask(oneDraft.import.$post({ ...at({ newsroom, article, draft }), json: said })),
  putDraftAway: (newsroom: string, article: string, draft: string) =>
    ask(oneDraft.$delete(at({ newsroom, article, draft }))),
}
