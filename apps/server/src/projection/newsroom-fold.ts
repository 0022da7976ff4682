/** What each event of a newsroom's stream does to its rows: members and sources. */
import { eq } from 'drizzle-orm'
import type { NewsroomEvent, Stamped } from '#domain/event.ts'
import type { SourceKind } from '#domain/evidence.ts'
import type { Tx } from '../db/database.ts'
import { memberships, sources } from '../db/newsroom-tables.ts'
import { readPrivate } from '../log/private-text.ts'

/** What a source's erasable text holds, as JSON. */
export interface SourceDetails {
  kind: SourceKind
  title: string
  publisher: string
  url: string
}

/** A source whose details were erased keeps its place. */
const erased: SourceDetails = { kind: 'other', title: '', publisher: '', url: '' }

export async function applyNewsroomEvent(tx: Tx, newsroomId: string, stamped: Stamped<NewsroomEvent>): Promise<void> {
  const { event, by, seq } = stamped
  switch (event.type) {
    // The newsrooms table is not a projection: a newsroom is looked up there before its stream can be read.
    case 'newsroom-founded':
      return
    case 'member-added': {
      const others = await tx
        .select({ person: memberships.person })
        .from(memberships)
        .where(eq(memberships.newsroomId, newsroomId))
      await tx
        .insert(memberships)
        .values({ newsroomId, person: event.person, name: event.name, roles: event.roles, hue: others.length % 8, seq })
      return
    }
    case 'source-added': {
      const kept = (await readPrivate(tx, [event.details.id])).get(event.details.id)
      const details = kept === undefined ? erased : (JSON.parse(kept) as SourceDetails)
      await tx
        .insert(sources)
        .values({ newsroomId, id: event.sourceId, ...details, addedBy: by, addedAt: new Date(stamped.at), seq })
    }
  }
}
