/** Bringing articles in: reading what was pasted or a file, with nothing stored but the file; and then storing what a person agreed to. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { mayEdit } from '#domain/actor.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { type ArticleDraft, type DocumentJson, type ImportNote, trackedChoices } from '#document/draft.ts'
import { type UploadedFile, uploadedFile } from '#protocol/uploaded-file.ts'
import { bringArticleIn } from '../decisions/new-article.ts'
import { kindByName, mediaTypes, plainName } from '../import/file-kind.ts'
import { readFileApart } from '../import/file-reader.ts'
import { type Imported, importPasted } from '../import/paste.ts'
import { readCameFrom } from '../projection/original-reader.ts'
import { answers, body, languageCode, newApp, newsroomParams, refused, text } from './answer.ts'
import type { Env } from './env.ts'
import { fileOf, sentFile, withReceipt } from './uploaded-file.ts'

/** Characters of one pasted article. The longest articles are a tenth of it. */
const mostPasted = 2_000_000
/** Bytes of one file that is brought in. */
export const mostImportedBytes = 20 * 1024 * 1024

export const documentShape = z
  .custom<DocumentJson>((value) => typeof value === 'object' && value !== null)
  .openapi({
    type: 'object',
    description: 'ProseMirror JSON of the article’s document, title and deck included',
  })

/** What is known about an article besides its text, as it is sent. */
export const detailShapes = {
  byline: text(300).trim(),
  publicationDate: z.iso.date().nullable(),
  language: languageCode,
  direction: z.enum(['ltr', 'rtl']),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
  desk: text(100).trim(),
}

const draft = z.object({
  title: text(1_000).trim().min(1),
  deck: text(10_000).nullable(),
  publicationDate: detailShapes.publicationDate,
  language: detailShapes.language,
  direction: detailShapes.direction,
  document: documentShape,
}) satisfies z.ZodType<ArticleDraft>

const sentDraft = draft.extend({
  byline: detailShapes.byline.default(''),
  dueAt: detailShapes.dueAt.default(null),
  desk: detailShapes.desk.default(''),
  original: sentFile.default(null),
  suggests: z.boolean().default(true).openapi({ description: 'Whether its desk opens with suggested claims' }),
})

const note = z
  .custom<ImportNote>((value) => typeof value === 'object' && value !== null)
  .openapi({
    type: 'object',
    description: 'What import did or could not bring along: a code with its values',
  })

const pasted = z.union([
  z.strictObject({ text: z.string().max(mostPasted) }),
  z.strictObject({ html: z.string().max(mostPasted) }),
])
const uploaded = z.object({
  file: z
    .custom<File>((value) => value instanceof File, 'is not a file')
    .openapi({
      type: 'string',
      format: 'binary',
      description: '.docx, .html, .md or .txt, of at most 20 MB',
    }),
  tracked: z.enum(trackedChoices).default('accepted'),
})

const read = z.object({
  article: draft,
  notes: z.array(note),
  /** To be sent along with the article; null when it was pasted. */
  original: uploadedFile.nullable(),
  /** Articles open to whoever asks that were brought in from the same file. */
  importedBefore: z.array(z.object({ id: z.uuid(), title: z.string() })),
})

export const importRoutes = newApp()
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles/import',
      summary: 'Read a pasted article or a file; no article is made yet',
      request: {
        params: newsroomParams,
        body: { content: { 'application/json': { schema: pasted }, 'multipart/form-data': { schema: uploaded } } },
      },
      responses: answers(200, read, 'The article as it would be, and notes'),
    }),
    async (c) => {
      if (!mayEdit(c.var.actor)) return c.json(...refused(refuse('may-not-edit')))
      const form = c.req.valid('form')
      const file = 'file' in form ? await readUploaded(c, form) : null
      if (file !== null) return file.ok ? c.json(file.value, 200) : c.json(...refused(file))
      const words = c.req.valid('json')
      const imported = 'text' in words || 'html' in words ? importPasted(words) : refuse('not-understood')
      return imported.ok
        ? c.json({ ...imported.value, original: null, importedBefore: [] }, 200)
        : c.json(...refused(imported))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/articles',
      summary: 'Bring the article in',
      request: { params: newsroomParams, body: body(sentDraft) },
      responses: answers(201, z.object({ id: z.uuid(), seq: z.int() }), 'Brought in'),
    }),
    async (c) => {
      const { dueAt, byline, desk, original, suggests, ...article } = c.req.valid('json')
      const file = await fileOf(c, original)
      if (!file.ok) return c.json(...refused(file))
      const due = dueAt === null ? null : new Date(dueAt).toISOString()
      const arrival = { byline, desk, suggests, original: file.value }
      const brought = await bringArticleIn(c.var.services, c.var.asked, article, due, arrival)
      return brought.ok ? c.json(brought.value, 201) : c.json(...refused(brought))
    },
  )

/** FI8. The file is kept as it came once it has been read; one that nobody could read is not kept. */
async function readUploaded(
  { var: { services, auth, actor } }: Context<Env>,
  { file, tracked }: z.infer<typeof uploaded>,
): Promise<Result<Imported & { original: UploadedFile; importedBefore: { id: string; title: string }[] }>> {
  if (file.size > mostImportedBytes) return refuse('too-large')
  const name = plainName(file.name)
  const kind = kindByName(name)
  if (kind === null) return refuse('file-kind-unknown')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const imported = await readFileApart(bytes, { name, tracked })
  if (!imported.ok) return imported
  const sha256 = await services.blobs.keep(actor.newsroomId, bytes)
  const importedBefore = await services.db.inNewsroom(actor.newsroomId, (tx) => readCameFrom(tx, actor, sha256))
  return ok({
    ...imported.value,
    original: await withReceipt(auth, actor.newsroomId, {
      sha256,
      name,
      type: mediaTypes[kind],
      size: bytes.length,
    }),
    importedBefore,
  })
}
