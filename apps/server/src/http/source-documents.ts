/** Documents of a source: uploaded as they are, downloaded as they were, shown by nobody's browser. */
import { createRoute, z } from '@hono/zod-openapi'
import { refuse } from '#domain/result.ts'
import { mostDocumentBytes } from '#domain/source.ts'
import { documentView } from '#protocol/source-view.ts'
import { addDocumentTo, readDocumentFile, removeDocumentFrom } from '../decisions/source-document.ts'
import { answers, newApp, refused } from './answer.ts'
import { attachment } from './attachment.ts'
import { atDesk } from './gate.ts'
import { onSource, sourceParams } from './sources.ts'

const path = '/sources/{source}/documents' as const
const onePath = `${path}/{document}` as const
const documentParams = sourceParams.extend({ document: z.uuid() })

const file = z
  .custom<File>((value) => value instanceof File, 'is not a file')
  .openapi({ type: 'string', format: 'binary' })

const { 200: _, ...refusals } = answers(200, z.object({}), '')

export const documentRoutes = newApp()
  .openapi(
    createRoute({
      method: 'post',
      path,
      summary: 'Add a document to the source, of at most 50 MB',
      middleware: atDesk,
      request: {
        params: sourceParams,
        body: { content: { 'multipart/form-data': { schema: z.object({ file }) } }, required: true },
      },
      responses: answers(201, documentView, 'Added'),
    }),
    async (c) => {
      const { file: uploaded } = c.req.valid('form')
      if (uploaded.size > mostDocumentBytes) return c.json(...refused(refuse('too-large')))
      const bytes = new Uint8Array(await uploaded.arrayBuffer())
      const added = await addDocumentTo(c.var.services, onSource(c), { name: uploaded.name, bytes })
      return added.ok ? c.json(added.value, 201) : c.json(...refused(added))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: onePath,
      summary: 'The document’s bytes, as an attachment',
      middleware: atDesk,
      request: { params: documentParams },
      responses: {
        200: {
          content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
          description: 'The bytes as they were uploaded',
        },
        ...refusals,
      },
    }),
    async (c) => {
      const { source, document } = c.req.valid('param')
      const found = await readDocumentFile(c.var.services, c.var.actor.newsroomId, source, document)
      return found === null ? c.json(...refused(refuse('not-found'))) : attachment(found.name, found.bytes)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: onePath,
      summary: 'Take the document away; the history keeps it',
      middleware: atDesk,
      request: { params: documentParams },
      responses: answers(200, z.object({ id: z.uuid() }), 'Taken away'),
    }),
    async (c) => {
      const removed = await removeDocumentFrom(c.var.services, onSource(c), c.req.valid('param').document)
      return removed.ok ? c.json(removed.value, 200) : c.json(...refused(removed))
    },
  )
