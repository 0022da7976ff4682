/** To whom an article is open: the newsroom, or people named. An editor cannot shut themselves out, so they are always among them. */
import { type Access, mayRead } from '#domain/actor.ts'
import type { NewsroomView } from '#protocol/view.ts'
import { actorOf } from '#web/frame/actor.ts'
import { Face } from '#web/ui/face.tsx'
import { ToggleButton, ToggleButtonGroup } from '#web/ui/toggle.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './details-dialog.module.css'

interface AccessProps {
  readonly newsroom: NewsroomView
  readonly access: Access
}

export function AccessChoice({ newsroom, access, onChange }: AccessProps & { onChange: (access: Access) => void }) {
  const { t } = useWords()
  const { me } = newsroom
  const others = newsroom.people.filter((person) => person.id !== me.id && canOpen(newsroom, person))
  const named = new Set(access.people)
  const toggle = (id: string) => {
    const people = named.has(id) ? access.people.filter((one) => one !== id) : [...access.people, id]
    onChange({ open: 'named', people })
  }
  return (
    <>
      <ToggleButtonGroup
        label={t('details.access')}
        options={[
          { id: 'newsroom', text: t('details.access.newsroom') },
          { id: 'named', text: t('details.access.named') },
        ]}
        value={access.open}
        onChange={(open) =>
          onChange({ open, people: open === 'newsroom' ? [] : [...new Set([me.id, ...access.people])] })
        }
      />
      {access.open === 'named' && (
        <>
          <div role="group" aria-label={t('details.access.people')} className={css['people']}>
            {others.map((person) => (
              <ToggleButton key={person.id} isSelected={named.has(person.id)} onChange={() => toggle(person.id)}>
                <Face person={person} size={20} decorative />
                {person.name}
              </ToggleButton>
            ))}
          </div>
          <p className={css['quiet']}>{t('details.access.me')}</p>
        </>
      )}
    </>
  )
}

/** For whoever may only read it. */
export function AccessInWords({ newsroom, access }: AccessProps) {
  const { t, locale } = useWords()
  if (access.open === 'newsroom') return <p>{t('details.access.saidNewsroom')}</p>
  const named = newsroom.people.filter((person) => access.people.includes(person.id) && canOpen(newsroom, person))
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(named.map(({ name }) => name))
  return <p>{t('details.access.saidNamed', { names })}</p>
}

const canOpen = (newsroom: NewsroomView, person: NewsroomView['me']): boolean =>
  !person.left && mayRead(actorOf(newsroom, person))
