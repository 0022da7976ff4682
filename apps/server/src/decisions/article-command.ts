/**
 * The frame of every command on an article: lock the stream, bring the claims' words up to the locked seq, ask the rule, append the
 * event and write the rows, in one transaction; then tell. Rules LG1, LG2, DL1–DL3.
 */
import type { Actor } from '#domain/actor.ts'
import type { ArticleEvent, PrivateRef, Stamped } from '#domain/event.ts'
import { type Refused, refuse, type Result } from '#domain/result.ts'
import type { DocumentJson } from '#document/draft.ts'
import type { Tx } from '../db/database.ts'
import { keepPrivate } from '../log/private-text.ts'
import { type LockedStream, lockStream, serverAsClient } from '../log/stream.ts'
import { readSince } from '../log/text-store.ts'
import { readClaim, readClaims, type WholeClaim } from '../projection/claim-reader.ts'
import { type TextAfter, textAfter } from '../projection/text-after.ts'
import { followWords, record, settleWords } from '../projection/text-rows.ts'
import type { Adopted, Room } from '../rooms/room.ts'
import { type Asked, once } from './once.ts'
import type { Services } from './services.ts'

/** What a command may do while it holds the article's stream. */
export interface ArticleWork {
  readonly tx: Tx
  readonly actor: Actor
  readonly stream: LockedStream
  /** The claim with its words at the locked seq. */
  claim(ref: string): Promise<WholeClaim | null>
  /** All claims, withdrawn ones too, with their words at the locked seq. */
  claims(): Promise<WholeClaim[]>
  /** The text at the locked seq. */
  readonly text: TextAtLock
  /** Its whole Yjs state. */
  state(): Uint8Array
  /**
   * Appends an edit of the text, by a client id that nobody has used, and brings rows and history up to it. After the commit it is in
   * the room, and everyone there sees it. `text` stays what it was.
   */
  edit(bytes: Uint8Array, clientId: number): Promise<TextAfter>
  /** Appends the event and applies it to the rows. */
  record(event: ArticleEvent): Promise<Stamped<ArticleEvent>>
  /** Keeps free text where it can be forgotten; null for none. */
  keep(text: string): Promise<PrivateRef | null>
}

export interface TextAtLock {
  /** Of the last update in it. */
  readonly seq: number
  readonly text: string
  document(): DocumentJson
}

/** Carries a refusal out of the transaction, so that nothing of it stays. */
class Refusal extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.refusal)
    this.refused = refused
  }
}

/**
 * Runs one command on one article. `beforeArticle` runs first in the same transaction: a command that writes to the newsroom's
 * stream too locks that one there, since the newsroom is always locked before its articles.
 */
export async function commandArticle<T extends object>(
  services: Services,
  asked: Asked,
  articleId: string,
  act: (work: ArticleWork) => Promise<Result<T>>,
  beforeArticle: (tx: Tx) => Promise<void> = async () => {},
): Promise<Result<T>> {
  const { actor } = asked
  // Reading an article's text may take a while, so the room is opened before anything is locked.
  const entered = await services.rooms.enter(articleId, actor.newsroomId)
  if (entered === null) return refuse('not-found')
  try {
    const events: Stamped<ArticleEvent>[] = []
    const claims = new Set<string>()
    const edits: Adopted[] = []
    const outcome = await services.db.inNewsroom(actor.newsroomId, async (tx) => {
      await beforeArticle(tx)
      const stream = await lockStream(tx, articleId, actor.newsroomId)
      if (stream === null) throw new Refusal(refuse('not-found'))
      for (const id of await bringUpToLock(tx, entered.room, stream)) claims.add(id)
      const at = services.now()
      const write = async (event: ArticleEvent) => {
        const stamped = await record(tx, stream, event, actor.id, at)
        events.push(stamped)
        if ('claimId' in event) claims.add(event.claimId)
        return stamped
      }
      const work: ArticleWork = {
        tx,
        actor,
        stream,
        record: write,
        keep: (text) => (text.trim() === '' ? Promise.resolve(null) : keepPrivate(tx, stream, text)),
        claim: async (ref) => {
          const found = await readClaim(tx, articleId, ref)
          // The history tells of the new words before it tells of a decision on them.
          if (found !== null) events.push(...(await settleWords(tx, stream, actor.id, at, found.row.id)))
          return found
        },
        claims: async () => {
          events.push(...(await settleWords(tx, stream, actor.id, at)))
          return readClaims(tx, [articleId])
        },
        text: { seq: entered.room.seq, text: entered.room.now.text, document: () => entered.room.document },
        state: () => entered.room.state,
        edit: async (bytes, clientId) => {
          const after = textAfter(entered.room.state, bytes, { seq: stream.seq + 1, at })
          await stream.appendText(bytes, clientId, actor.id, at)
          edits.push({ seq: after.seq, bytes, by: actor.id, at, owners: [[clientId, serverAsClient]] })
          for (const id of (await followWords(tx, articleId, after.now)).claims) claims.add(id)
          events.push(...(await settleWords(tx, stream, actor.id, at)))
          return after
        },
      }
      const result = await once(tx, asked, () => act(work))
      if (!result.ok) throw new Refusal(result)
      return { result, seq: stream.seq }
    })
    // It is in the log: a room that cannot take it now closes, or finds it there.
    if (edits.length > 0) await entered.room.adopt(edits).catch(() => undefined)
    services.announcer.tell({
      newsroomId: actor.newsroomId,
      article: articleId,
      seq: outcome.seq,
      events,
      claims: [...claims],
    })
    return outcome.result
  } catch (problem) {
    if (problem instanceof Refusal) return problem.refused
    throw problem
  } finally {
    entered.release()
  }
}

/** DL2. No text can be appended while the lock is held, so after this the rows say what the text says. */
async function bringUpToLock(tx: Tx, room: Room, stream: LockedStream): Promise<readonly string[]> {
  const missed = room.reached < stream.seq ? await readSince(tx, stream.id, room.reached) : null
  if (missed !== null) room.catchUp(missed)
  return (await followWords(tx, stream.id, room.now)).claims
}
