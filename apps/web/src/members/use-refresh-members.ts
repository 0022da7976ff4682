/** After a change of one's own: the page shows it at once, whatever the live socket does. */
import { useQueryClient } from '@tanstack/react-query'
import { keys } from '#web/queries.ts'

export function useRefreshMembers(newsroom: string): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: keys.members(newsroom) }),
      queries.invalidateQueries({ queryKey: keys.newsroom(newsroom) }),
    ])
  }
}
