/** The name of the page: in the tab, and spoken when a page opens. */
import { useEffect } from 'react'
import { useWords } from '#web/words/words.tsx'

export function usePageTitle(page: string): void {
  const { t } = useWords()
  const title = t('app.title', { page })
  useEffect(() => {
    document.title = title
  }, [title])
}
