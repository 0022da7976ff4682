/** One page for unknown addresses and for what is not open to the person: a different one would tell which articles exist. */
import { Link } from '@tanstack/react-router'
import { useWords } from '#web/words/words.tsx'
import { PlainPage } from './plain-page.tsx'

export function NotFoundPage() {
  const { t } = useWords()
  return (
    <PlainPage title={t('notFound.page')} heading={t('notFound.heading')}>
      <p>{t('notFound.text')}</p>
      <p>
        <Link to="/">{t('notFound.home')}</Link>
      </p>
    </PlainPage>
  )
}
