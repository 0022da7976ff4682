/** Invitations: who is asked to come in, the form that asks, and the link it makes, which is shown once. */
import { type FormEvent, useRef, useState } from 'react'
import type { Role } from '#domain/actor.ts'
import { invite } from '#domain/member.ts'
import type { InvitationView } from '#protocol/member-view.ts'
import { api } from '#web/api/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { rolesInWords } from '#web/sign-in/roles-in-words.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { toast } from '#web/ui/messages.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './members.module.css'
import type { SectionProps } from './people-section.tsx'
import { RoleChoice } from './role-choice.tsx'
import { Secret } from './secret.tsx'
import { useRefreshMembers } from './use-refresh-members.ts'

export function InvitationSection({
  newsroom,
  room,
  invitations,
}: SectionProps & { invitations: readonly InvitationView[] }) {
  const words = useWords()
  const { t, whyNot } = words
  const refresh = useRefreshMembers(newsroom)
  const [made, setMade] = useState<{ email: string; link: string } | null>(null)
  // Used or withdrawn, its link opens nothing any more.
  const isOpen = made !== null && invitations.some(({ email }) => email === made.email)
  const withdraw = async (id: string) => {
    const reply = await api.withdrawInvitation(newsroom, id)
    toast({ text: reply.ok ? t('members.withdrawn') : whyNot(reply) })
    await refresh()
  }
  return (
    <section aria-labelledby="invitations-heading">
      <h2 id="invitations-heading" className={css['subheading']}>
        {t('members.invitations')}
      </h2>
      {invitations.length === 0 ? (
        <p className={css['quiet']}>{t('members.noInvitations')}</p>
      ) : (
        <ul className={css['rows']}>
          {invitations.map(({ id, email, roles, expiresAt, over }) => (
            <li key={id} className={css['row']}>
              <span className={css['who']}>
                <span dir="ltr">{email ?? t('members.erased')}</span>
                <span className={css['address']}>
                  {over ? (
                    t('members.over')
                  ) : (
                    <>
                      {t('members.expires')} <Moment at={expiresAt} zone={room.zone} />
                    </>
                  )}
                </span>
              </span>
              <span className={css['roles']}>{rolesInWords(words, roles)}</span>
              <span className={css['acts']}>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t('members.withdrawOf', { email: email ?? t('members.erased') })}
                  onPress={() => void withdraw(id)}
                >
                  {t('members.withdraw')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {isOpen ? (
        <Secret
          label={t('members.link', { email: made.email })}
          hint={t('members.linkHint')}
          value={made.link}
          onDone={() => setMade(null)}
        />
      ) : (
        <InviteForm newsroom={newsroom} room={room} onMade={setMade} />
      )}
    </section>
  )
}

function InviteForm({
  newsroom,
  room,
  onMade,
}: Omit<SectionProps, 'members'> & { onMade: (made: { email: string; link: string }) => void }) {
  const { t, whyNot } = useWords()
  const refresh = useRefreshMembers(newsroom)
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<Role[]>(['checker'])
  const [wrong, setWrong] = useState<{ email?: string; roles?: string; form?: string }>({})
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    const address = email.trim()
    const allowed = invite(actorOf(room), address, roles)
    if (!allowed.ok) {
      if (allowed.refusal === 'email-not-understood') field.current?.focus()
      return setWrong(
        allowed.refusal === 'roles-needed'
          ? { roles: t('members.rolesNeeded') }
          : { [allowed.refusal === 'email-not-understood' ? 'email' : 'form']: whyNot(allowed.refusal) },
      )
    }
    setBusy(true)
    const reply = await api.invite(newsroom, { email: address, roles })
    setBusy(false)
    if (!reply.ok) {
      field.current?.focus()
      return setWrong({ email: whyNot(reply) })
    }
    setEmail('')
    setWrong({})
    await refresh()
    onMade({ email: address, link: reply.value.link })
  }
  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate aria-labelledby="invite-heading">
      <h3 id="invite-heading">{t('members.invite')}</h3>
      <TextField
        label={t('members.email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={(value) => {
          setEmail(value)
          setWrong({})
        }}
        error={wrong.email}
        inputRef={field}
        dir="ltr"
      />
      <RoleChoice value={roles} onChange={setRoles} {...(wrong.roles === undefined ? {} : { error: wrong.roles })} />
      <p role="alert" className={css['wrong']}>
        {wrong.form}
      </p>
      <Button type="submit" isPending={busy}>
        {t('members.makeLink')}
      </Button>
    </form>
  )
}
