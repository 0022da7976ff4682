/** Shown only when a page takes noticeably long to come. */
import { useWords } from '#web/words/words.tsx'
import css from './frame.module.css'

export function LoadingPage() {
  const { t } = useWords()
  return (
    <main id="content" tabIndex={-1} className={css['loading']} aria-busy="true">
      {t('app.loading')}
    </main>
  )
}
