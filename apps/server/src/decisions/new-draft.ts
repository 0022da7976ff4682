/**
 * A new draft of an article waits here, with the text it is compared with, until somebody brings it in or puts it away. Nothing of the
 * article changes by it. Rules DR3, DR9.
 */
import { eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { mayEdit } from '#domain/actor.ts'
import type { FileRef } from '#domain/event.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DocumentJson } from '#document/draft.ts'
import { withClaims } from '#document/redraft/target.ts'
import { documentFrom, seedUpdate } from '#document/seed.ts'
import { pendingDrafts } from '../db/article-tables.ts'
import { commandArticle } from './article-command.ts'
import { freshClientId } from './client-id.ts'
import type { Asked } from './once.ts'
import type { Services } from './services.ts'

/** Each keeps the text it was compared with, and all are compared anew when one comes in. */
const mostWaiting = 10
/**
 * A hundred thousand words, ten times a long read. Comparing takes time that grows with both texts, and everybody's typing waits for it.
 */
const mostCharacters = 600_000
/** Paragraphs, and the pieces of text in them. */
const mostNodes = 20_000

export async function newDraft(
  services: Services,
  asked: Asked,
  articleId: string,
  { document: json, original }: { document: DocumentJson; original: FileRef | null },
): Promise<Result<{ id: string }>> {
  if (!mayEdit(asked.actor)) return refuse('may-not-edit')
  if (!isComparable(json)) return refuse('too-large')
  const document = storable(json)
  if (document === null) return refuse('not-understood')
  return commandArticle(services, asked, articleId, async ({ tx, actor, stream, text, state }) => {
    if (text.text.length > mostCharacters) return refuse('too-large')
    if (sameContent(text.document(), document)) return refuse('nothing-changed')
    const ofArticle = eq(pendingDrafts.articleId, articleId)
    if ((await tx.$count(pendingDrafts, ofArticle)) >= mostWaiting) return refuse('drafts-waiting')
    const id = newId()
    await tx.insert(pendingDrafts).values({
      newsroomId: stream.newsroomId,
      articleId,
      id,
      document,
      original,
      baseSeq: text.seq,
      baseState: Buffer.from(state()),
      clientId: await freshClientId(tx, articleId),
      by: actor.id,
      at: services.now(),
    })
    return ok({ id })
  })
}

/** DR9. Counted before anything is made of it: what is too much would already take long to be turned into a document. */
function isComparable(json: DocumentJson): boolean {
  let [nodes, characters] = [0, 0]
  // Nobody has looked yet whether these are nodes.
  const waiting: (Partial<DocumentJson> | null)[] = [json]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    nodes += 1
    characters += typeof node?.text === 'string' ? node.text.length : 0
    if (nodes > mostNodes || characters > mostCharacters) return false
    if (Array.isArray(node?.content)) waiting.push(...node.content.slice(0, mostNodes))
  }
  return true
}

/** The document as it reads when it is stored; null when it does not fit the schema or has no words. */
function storable(json: DocumentJson): DocumentJson | null {
  try {
    const document = documentFrom(json)
    return document.textContent.trim() === '' ? null : seedUpdate(document).json
  } catch {
    return null
  }
}

/** What a broken client wrote into the text fits no schema, and is no draft. */
function sameContent(now: DocumentJson, draft: DocumentJson): boolean {
  try {
    const [one, other] = [now, draft].map((json) => withClaims(documentFrom(json), []))
    return one !== undefined && other !== undefined && one.eq(other)
  } catch {
    return false
  }
}
