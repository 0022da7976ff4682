/** What the library's parts share: the newsroom, who asks, and how something is changed: asked, told, and read again. */
import { useParams } from '@tanstack/react-router'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Actor } from '#domain/actor.ts'
import type { NewsroomView, PersonView } from '#protocol/view.ts'
import type { Reply } from '#web/api/reply.ts'
import { actorOf } from '#web/frame/actor.ts'
import { keys, newsroomQuery } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'

export interface Library {
  readonly slug: string
  readonly room: NewsroomView
  readonly actor: Actor
  readonly nameOf: (person: string) => string
  /** Null when it was done; else why not, in a sentence. What is on screen is read again either way. */
  readonly change: (asked: Promise<Reply<unknown>>) => Promise<string | null>
}

export function useLibrary(): Library {
  const { newsroom: slug } = useParams({ from: '/$newsroom' })
  const { whyNot } = useWords()
  const queries = useQueryClient()
  // Loaded before any page of the newsroom is shown.
  const { data: room } = useSuspenseQuery(newsroomQuery(slug))
  const change = useCallback(
    async (asked: Promise<Reply<unknown>>) => {
      const reply = await asked
      await queries.invalidateQueries({ queryKey: keys.sources(slug) })
      return reply.ok ? null : whyNot(reply)
    },
    [queries, slug, whyNot],
  )
  const nameOf = (person: string) => room.people.find(({ id }: PersonView) => id === person)?.name ?? '?'
  return { slug, room, actor: actorOf(room), nameOf, change }
}
