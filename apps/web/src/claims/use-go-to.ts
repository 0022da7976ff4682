/** From an article's desk to the pages around it, for keys and the list of all commands. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { CommandDesk } from './commands.ts'

export function useGoTo(newsroom: string, article: string): CommandDesk['goTo'] {
  const navigate = useNavigate()
  return useCallback(
    (page) => {
      if (page === 'desk') void navigate({ to: '/$newsroom', params: { newsroom } })
      else if (page === 'sources') void navigate({ to: '/$newsroom/sources', params: { newsroom } })
      else if (page === 'article') void navigate({ to: '/$newsroom/articles/$article', params: { newsroom, article } })
      else void navigate({ to: `/$newsroom/articles/$article/${page}`, params: { newsroom, article } })
    },
    [navigate, newsroom, article],
  )
}
