/** Who is let in to a socket, asked when it opens and every two seconds after: losing a right takes effect on what is open. Rule AC6. */
import { eq } from 'drizzle-orm'
import { mayEdit, mayOpen, mayRead } from '#domain/actor.ts'
import { type CloseCode, closeCode } from '#protocol/frames.ts'
import type { Auth } from '../auth/auth.ts'
import { type Member, memberOf, personOf } from '../auth/identity.ts'
import { articles } from '../db/article-tables.ts'
import type { Database } from '../db/database.ts'

export interface Admitted {
  readonly member: Member
  readonly mayWrite: boolean
}
export type Admission =
  { readonly ok: true; readonly value: Admitted } | { readonly ok: false; readonly close: CloseCode }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** `article` null: the newsroom's own socket. */
export async function admit(
  { db, auth }: { db: Database; auth: Auth },
  headers: Headers,
  newsroom: string,
  article: string | null,
): Promise<Admission> {
  const person = await personOf(auth, headers)
  if (person === null) return { ok: false, close: closeCode.notSignedIn }
  const member = await memberOf(db, person, newsroom)
  if (member === null || !mayRead(member.actor)) return { ok: false, close: closeCode.notFound }
  if (article !== null && !(await isOpen(db, member, article))) return { ok: false, close: closeCode.notFound }
  return { ok: true, value: { member, mayWrite: mayEdit(member.actor) } }
}

async function isOpen(db: Database, { actor }: Member, article: string): Promise<boolean> {
  if (!uuid.test(article)) return false
  const [row] = await db.inNewsroom(actor.newsroomId, (tx) =>
    tx.select({ open: articles.open, people: articles.people }).from(articles).where(eq(articles.id, article)),
  )
  return row !== undefined && mayOpen(actor, row)
}

const everyMs = 2_000
/** As many questions at a time as leave the database's other connections to people. */
const atOnce = 8

/** Asks every open socket's question again and again; a question that cannot be answered just now changes nothing. */
export class Watch {
  readonly #questions = new Set<() => Promise<void>>()
  readonly #timer: NodeJS.Timeout
  #asking = false

  constructor() {
    this.#timer = setInterval(() => void this.#ask(), everyMs)
    this.#timer.unref()
  }

  /** Returns how to stop asking. */
  add(question: () => Promise<void>): () => void {
    this.#questions.add(question)
    return () => this.#questions.delete(question)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #ask(): Promise<void> {
    // A round that takes longer than the pause is not overtaken by the next.
    if (this.#asking) return
    this.#asking = true
    const left = this.#questions.values()
    const askOn = async () => {
      for (const question of left) await question().catch(() => undefined)
    }
    await Promise.all(Array.from({ length: atOnce }, askOn))
    this.#asking = false
  }
}
