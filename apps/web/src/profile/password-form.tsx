/** A new password: asks for the one there is, and ends every other session. */
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import { keys, useMe } from '#web/queries.ts'
import { leastPassword } from '#web/sign-in/new-account.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './profile.module.css'
import '#web/words/sign-in.ts'

interface Wrong {
  readonly current?: string
  readonly fresh?: string
}

export function PasswordForm() {
  const { t, whyNot } = useWords()
  const queries = useQueryClient()
  const email = useMe().data?.email ?? ''
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState(false)
  const currentField = useRef<HTMLInputElement>(null)
  const freshField = useRef<HTMLInputElement>(null)
  const stop = (found: Wrong) => {
    setWrong(found)
    if (found.current !== undefined) currentField.current?.focus()
    else freshField.current?.focus()
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (current === '') return stop({ current: t('signIn.passwordNeeded') })
    if (fresh.length < leastPassword) return stop({ fresh: t('invited.passwordShort') })
    setBusy(true)
    const reply = await api.changePassword(current, fresh)
    setBusy(false)
    if (!reply.ok)
      return stop(
        reply.refusal === 'wrong-password' ? { current: t('profile.wrongPassword') } : { fresh: whyNot(reply) },
      )
    setCurrent('')
    setFresh('')
    setWrong({})
    toast({ text: t('profile.changed') })
    await queries.invalidateQueries({ queryKey: keys.sessions })
  }
  return (
    <section aria-labelledby="password-heading">
      <h2 id="password-heading" className={css['subheading']}>
        {t('profile.password')}
      </h2>
      <form
        className={css['form']}
        onSubmit={(event) => void submit(event)}
        noValidate
        aria-labelledby="password-heading"
      >
        {/* So that the browser changes the password it keeps for this address. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <TextField
          label={t('profile.current')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={wrong.current}
          inputRef={currentField}
          dir="ltr"
        />
        <TextField
          label={t('profile.new')}
          type="password"
          autoComplete="new-password"
          description={t('invited.passwordHint')}
          value={fresh}
          onChange={setFresh}
          error={wrong.fresh}
          inputRef={freshField}
          dir="ltr"
        />
        <Button type="submit" isPending={busy}>
          {t('profile.change')}
        </Button>
      </form>
    </section>
  )
}
