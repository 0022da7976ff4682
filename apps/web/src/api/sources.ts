/** The newsroom's library. */
import type { SourceDetails, SourceKind } from '#domain/source.ts'
import { ask, at, room } from './ask.ts'

export interface NewSource {
  readonly kind: SourceKind
  readonly title: string
  readonly publisher: string
  readonly url: string
}

/** What people say of a source; who approved that it is not named comes from the server. */
export type SourceFields = Omit<SourceDetails, 'approvedBy'>

const oneSource = room.sources[':source']

export const sourcesApi = {
  sources: (newsroom: string, find = '') =>
    ask(room.sources.$get({ ...at({ newsroom }), query: find === '' ? {} : { find } })),
  addSource: (newsroom: string, source: NewSource | SourceFields) =>
    ask(room.sources.$post({ ...at({ newsroom }), json: source })),
  source: (newsroom: string, source: string) => ask(oneSource.$get(at({ newsroom, source }))),
  sourceRests: (newsroom: string, source: string) => ask(oneSource.rests.$get(at({ newsroom, source }))),
  changeSource: (newsroom: string, source: string, change: Partial<SourceFields>) =>
    ask(oneSource.$patch({ ...at({ newsroom, source }), json: change })),
  approveSource: (newsroom: string, source: string) => ask(oneSource.approval.$post(at({ newsroom, source }))),
  setOrigin: (newsroom: string, source: string, origin: { readonly name: string } | null) =>
    ask(oneSource.origin.$put({ ...at({ newsroom, source }), json: { origin } })),
  withdrawSource: (newsroom: string, source: string, as: 'withdrawn' | 'corrected', why: string) =>
    ask(oneSource.withdrawal.$post({ ...at({ newsroom, source }), json: { as, why } })),
  reinstateSource: (newsroom: string, source: string) => ask(oneSource.reinstatement.$post(at({ newsroom, source }))),
  mergeSource: (newsroom: string, source: string, into: string) =>
    ask(oneSource.merge.$post({ ...at({ newsroom, source }), json: { into } })),
  partSource: (newsroom: string, source: string) => ask(oneSource.merge.$delete(at({ newsroom, source }))),
  duplicates: (newsroom: string) => ask(room.sources.duplicates.$get(at({ newsroom }))),
  origins: (newsroom: string) => ask(room.origins.$get(at({ newsroom }))),
  addDocument: (newsroom: string, source: string, file: File) =>
    ask(oneSource.documents.$post({ ...at({ newsroom, source }), form: { file } })),
  removeDocument: (newsroom: string, source: string, document: string) =>
    ask(oneSource.documents[':document'].$delete(at({ newsroom, source, document }))),
  /** For a link: the browser downloads it, and never shows it. */
  documentAddress: (newsroom: string, source: string, document: string): string =>
    `/api/newsrooms/${encodeURIComponent(newsroom)}/sources/${source}/documents/${document}`,
}
