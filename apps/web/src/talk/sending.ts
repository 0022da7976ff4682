/** Words of talk on their way: what was typed stays until the server has them, and a refusal says why beside it. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { RefusalCode } from '#domain/refusal.ts'
import type { Result } from '#domain/result.ts'
import type { Reply } from '#web/api/reply.ts'
import { useDesk } from '#web/claims/desk.ts'
import { keys } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'

export interface Sending {
  /** Why the last thing was not taken, in a sentence. */
  readonly whyNot: string | null
  readonly refuse: (why: string) => void
  /** Asks the rule, then the server. True when it was taken and what is on screen is newer than it. */
  readonly send: (rule: Result<unknown>, run: () => Promise<Reply<unknown>>) => Promise<boolean>
}

export function useSending(): Sending {
  const { whyNot: inWords } = useWords()
  const { newsroom, article } = useDesk()
  const queries = useQueryClient()
  const isUnderWay = useRef(false)
  const [whyNot, setWhyNot] = useState<string | null>(null)
  const send = useCallback(
    async (rule: Result<unknown>, run: () => Promise<Reply<unknown>>): Promise<boolean> => {
      const refused = (refusal: RefusalCode | { refusal: string; text: string }) => {
        setWhyNot(inWords(refusal))
        return false
      }
      // A second press while the first is on its way is the same wish.
      if (isUnderWay.current) return false
      if (!rule.ok) return refused(rule.refusal)
      setWhyNot(null)
      isUnderWay.current = true
      const reply = await run()
      if (reply.ok) await queries.invalidateQueries({ queryKey: keys.article(newsroom.slug, article.id) })
      isUnderWay.current = false
      if (!reply.ok) return refused(reply)
      void queries.invalidateQueries({ queryKey: keys.desk(newsroom.slug) })
      return true
    },
    [inWords, queries, newsroom.slug, article.id],
  )
  return { whyNot, refuse: setWhyNot, send }
}
