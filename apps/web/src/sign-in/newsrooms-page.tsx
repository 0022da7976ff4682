/** For those who work in several newsrooms, or in none yet. */
import { Link } from '@tanstack/react-router'
import { PlainPage } from '#web/frame/plain-page.tsx'
import { useMe } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { rolesInWords } from './roles-in-words.ts'
import css from './sign-in.module.css'
import '#web/words/sign-in.ts'

export function NewsroomsPage() {
  const words = useWords()
  const { t } = words
  const newsrooms = useMe().data?.newsrooms ?? []
  return (
    <PlainPage title={t('newsrooms.page')} heading={t('newsrooms.heading')}>
      {newsrooms.length === 0 ? (
        <p>{t('newsrooms.none')}</p>
      ) : (
        <ul className={css['doors']}>
          {newsrooms.map(({ slug, name, roles }) => (
            <li key={slug}>
              <Link to="/$newsroom" params={{ newsroom: slug }} className={css['door']}>
                <span className={css['name']} dir="auto">
                  {name}
                </span>
                <span className={css['roles']}>{rolesInWords(words, roles)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PlainPage>
  )
}
