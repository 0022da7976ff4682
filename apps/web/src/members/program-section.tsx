/** Programs: what asks the API of this newsroom, each with one role and a token that is shown once. */
import { type FormEvent, useRef, useState } from 'react'
import { type Role, roles } from '#domain/actor.ts'
import type { MemberView } from '#protocol/member-view.ts'
import { api } from '#web/api/api.ts'
import { rolesInWords } from '#web/sign-in/roles-in-words.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './members.module.css'
import type { SectionProps } from './people-section.tsx'
import { Removal } from './removal.tsx'
import { Secret } from './secret.tsx'
import { useRefreshMembers } from './use-refresh-members.ts'

export function ProgramSection({ newsroom, room, members }: SectionProps) {
  const words = useWords()
  const { t } = words
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const [removing, setRemoving] = useState<MemberView | null>(null)
  const programs = members.filter(({ kind }) => kind === 'program')
  return (
    <section aria-labelledby="programs-heading">
      <h2 id="programs-heading" className={css['subheading']}>
        {t('members.programs')}
      </h2>
      <p className={css['quiet']}>
        {t('members.programsHint')} <a href="/api/reference">{t('members.api')}</a>
      </p>
      {programs.length === 0 ? (
        <p className={css['quiet']}>{t('members.noPrograms')}</p>
      ) : (
        <ul className={css['rows']}>
          {programs.map((program) => (
            <li key={program.id} className={css['row']}>
              <Icon glyph="dataset" />
              <span className={css['who']} dir="auto">
                {program.name}
              </span>
              <span className={css['roles']}>{rolesInWords(words, program.roles)}</span>
              <span className={css['acts']}>
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t('members.removeOf', { name: program.name })}
                  onPress={() => setRemoving(program)}
                >
                  {t('members.remove')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {made ? (
        <Secret
          label={t('members.token', { name: made.name })}
          hint={t('members.tokenHint')}
          value={made.token}
          onDone={() => setMade(null)}
        />
      ) : (
        <ProgramForm newsroom={newsroom} onMade={setMade} />
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

function ProgramForm({
  newsroom,
  onMade,
}: {
  newsroom: string
  onMade: (made: { name: string; token: string }) => void
}) {
  const { t, whyNot } = useWords()
  const refresh = useRefreshMembers(newsroom)
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === '') {
      field.current?.focus()
      return setWrong(t('members.programNameNeeded'))
    }
    setBusy(true)
    const reply = await api.addProgram(newsroom, { name: name.trim(), role })
    setBusy(false)
    if (!reply.ok) return setWrong(whyNot(reply))
    setName('')
    onMade({ name: name.trim(), token: reply.value.token })
    await refresh()
  }
  return (
    <form className={css['form']} onSubmit={(event) => void submit(event)} noValidate aria-labelledby="program-heading">
      <h3 id="program-heading">{t('members.addProgram')}</h3>
      <TextField
        label={t('members.programName')}
        autoComplete="off"
        value={name}
        onChange={(value) => {
          setName(value)
          setWrong('')
        }}
        error={wrong === '' ? null : wrong}
        inputRef={field}
        dir="auto"
      />
      <Select
        label={t('members.role')}
        options={roles.filter((one) => one !== 'admin').map((one) => ({ id: one, text: t(`role.${one}`) }))}
        value={role}
        onChange={setRole}
      />
      <Button type="submit" isPending={busy}>
        {t('members.makeToken')}
      </Button>
    </form>
  )
}
