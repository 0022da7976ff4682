/** The doors of the demo: a click signs in as one of its people. Shown only when the server runs with a throw-away folder. */
import { Button as KitButton } from 'react-aria-components/Button'
import type { DemoPerson } from '#web/api/session.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import { rolesInWords } from './roles-in-words.ts'
import css from './sign-in.module.css'

export interface DemoDoorsProps {
  readonly people: readonly DemoPerson[]
  readonly busy: string | null
  readonly onEnter: (person: DemoPerson) => void
}

export function DemoDoors({ people, busy, onEnter }: DemoDoorsProps) {
  const words = useWords()
  const { t } = words
  return (
    <section aria-labelledby="doors-heading" className={css['demo']}>
      <h2 id="doors-heading" className={css['heading']}>
        {t('signIn.doors')}
      </h2>
      <ul className={css['doors']}>
        {people.map((person) => (
          <li key={person.email}>
            <KitButton
              className={css['door'] ?? ''}
              isPending={busy === person.email}
              onPress={() => {
                if (busy === null) onEnter(person)
              }}
            >
              <span className={css['name']} dir="auto">
                {person.name}
              </span>
              <span className={css['roles']}>
                {rolesInWords(words, person.roles)}
                {person.newsroom !== people[0]?.newsroom && ` · ${t('signIn.of', { newsroom: person.newsroom })}`}
              </span>
              <Icon glyph="chevron-end" />
            </KitButton>
          </li>
        ))}
      </ul>
      <p className={css['hint']}>{t('signIn.doorsHint')}</p>
    </section>
  )
}
