/** People: their roles, and the way out. Why something cannot be done is said where it would be done. */
import { useState } from 'react'
import type { Role } from '#domain/actor.ts'
import { changeRoles } from '#domain/member.ts'
import type { MemberView } from '#protocol/member-view.ts'
import type { NewsroomView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { rolesInWords } from '#web/sign-in/roles-in-words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Face } from '#web/ui/face.tsx'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './members.module.css'
import { Removal } from './removal.tsx'
import { RoleChoice } from './role-choice.tsx'
import { useRefreshMembers } from './use-refresh-members.ts'

export interface SectionProps {
  readonly newsroom: string
  readonly room: NewsroomView
  readonly members: readonly MemberView[]
}

export function PeopleSection({ newsroom, room, members }: SectionProps) {
  const words = useWords()
  const { t } = words
  const [changing, setChanging] = useState<MemberView | null>(null)
  const [removing, setRemoving] = useState<MemberView | null>(null)
  const people = members.filter(({ kind }) => kind === 'person')
  return (
    <section aria-labelledby="people-heading">
      <h2 id="people-heading" className={css['subheading']}>
        {t('members.people')}
      </h2>
      <ul className={css['rows']}>
        {people.map((person) => (
          <li key={person.id} className={css['row']}>
            <Face person={person} decorative />
            <span className={css['who']}>
              <span className={css['name']} dir="auto">
                {person.name}
              </span>
              {person.id === room.me.id && <span className={css['quiet']}> ({t('members.you')})</span>}
              <span className={css['address']}>
                <span dir="ltr">{person.email}</span>
              </span>
            </span>
            <span className={css['roles']}>{rolesInWords(words, person.roles)}</span>
            <span className={css['acts']}>
              <Button
                size="small"
                aria-label={t('members.rolesOf', { name: person.name })}
                onPress={() => setChanging(person)}
              >
                {t('members.roles')}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={t('members.removeOf', { name: person.name })}
                onPress={() => setRemoving(person)}
              >
                {t('members.remove')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {changing && (
        <RoleDialog
          key={changing.id}
          newsroom={newsroom}
          room={room}
          members={members}
          person={changing}
          onClose={() => setChanging(null)}
        />
      )}
      {removing && (
        <Removal
          newsroom={newsroom}
          room={room}
          members={members}
          person={removing}
          onClose={() => setRemoving(null)}
        />
      )}
    </section>
  )
}

function RoleDialog({
  newsroom,
  room,
  members,
  person,
  onClose,
}: SectionProps & { person: MemberView; onClose: () => void }) {
  const words = useWords()
  const { t, whyNot } = words
  const refresh = useRefreshMembers(newsroom)
  const [roles, setRoles] = useState<Role[]>(person.roles)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    const allowed = changeRoles(
      actorOf(room),
      members.map(({ id, roles: held, kind }) => ({ person: id, roles: held, kind })),
      person.id,
      roles,
    )
    if (!allowed.ok) {
      if (allowed.refusal === 'nothing-changed') return onClose()
      return setWrong(allowed.refusal === 'roles-needed' ? t('members.rolesNeeded') : whyNot(allowed.refusal))
    }
    setBusy(true)
    const reply = await api.changeRoles(newsroom, person.id, roles)
    setBusy(false)
    if (!reply.ok) return setWrong(whyNot(reply))
    await refresh()
    toast({ text: t('members.changed', { name: person.name, roles: rolesInWords(words, roles) }) })
    onClose()
  }
  return (
    <Dialog
      title={t('members.rolesOf', { name: person.name })}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" isPending={busy} onPress={() => void save()}>
            {t('members.rolesSave')}
          </Button>
        </>
      }
    >
      <RoleChoice
        value={roles}
        onChange={(chosen) => {
          setRoles(chosen)
          setWrong('')
        }}
        {...(wrong === '' ? {} : { error: wrong })}
      />
    </Dialog>
  )
}
