/** One's own account: where one is signed in, how to end that elsewhere, one's keys, and a new password. */
import { Link } from '@tanstack/react-router'
import { DemoBanner } from '#web/frame/top-bar.tsx'
import { usePageTitle } from '#web/frame/page-title.ts'
import { Wordmark } from '#web/frame/wordmark.tsx'
import { useMe } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { KeySettings } from './key-settings.tsx'
import { PasswordForm } from './password-form.tsx'
import css from './profile.module.css'
import { SessionList } from './session-list.tsx'
import '#web/words/members.ts'

export function ProfilePage() {
  const { t } = useWords()
  usePageTitle(t('profile.page'))
  const me = useMe().data
  return (
    <>
      <DemoBanner />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header>
          <Link to="/" className={css['home']} aria-label={t('notFound.home')}>
            <Wordmark />
          </Link>
          <h1 className={css['heading']}>{t('profile.heading')}</h1>
          {me && (
            <p className={css['quiet']}>
              <span dir="auto">{me.name}</span> · <span dir="ltr">{me.email}</span>
            </p>
          )}
        </header>
        <SessionList />
        <KeySettings />
        <PasswordForm />
      </main>
    </>
  )
}
