/**
 * The way in: email and password; in a demo, one door for each of its people. What was typed stays when something goes wrong, and the
 * focus goes to where it can be put right. Afterwards: back to where the person wanted to go.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import type { DemoPerson } from '#web/api/session.ts'
import { DemoBanner } from '#web/frame/top-bar.tsx'
import { usePageTitle } from '#web/frame/page-title.ts'
import { Wordmark } from '#web/frame/wordmark.tsx'
import { keys, useStart } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { DemoDoors } from './demo-doors.tsx'
import css from './sign-in.module.css'
import '#web/words/sign-in.ts'

interface Wrong {
  readonly email?: string
  readonly password?: string
  readonly form?: string
}

export function SignInPage() {
  const { t, whyNot } = useWords()
  usePageTitle(t('signIn.page'))
  const { to } = useSearch({ from: '/sign-in' })
  const start = useStart()
  const router = useRouter()
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState<string | null>(null)
  const emailField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const enter = async (address: string, secret: string) => {
    setBusy(address)
    setWrong({})
    const reply = await api.signIn(address, secret)
    if (!reply.ok) {
      setBusy(null)
      setWrong({ form: reply.refusal === 'throttled' ? t('signIn.throttled') : whyNot(reply) })
      if (reply.refusal === 'wrong-password') passwordField.current?.select()
      return
    }
    // Whatever an earlier person of this browser had on screen is forgotten.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.start[0] })
    router.history.push(to ?? '/')
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy !== null) return
    const address = email.trim()
    const found: Wrong = {
      ...(address === ''
        ? { email: t('signIn.emailNeeded') }
        : address.includes('@')
          ? {}
          : { email: t('signIn.emailForm') }),
      ...(password === '' ? { password: t('signIn.passwordNeeded') } : {}),
    }
    setWrong(found)
    if (found.email) emailField.current?.focus()
    else if (found.password) passwordField.current?.focus()
    else void enter(address, password)
  }

  const doors: readonly DemoPerson[] = start.data?.demo?.people ?? []
  const secret = start.data?.password ?? null

  return (
    <>
      <DemoBanner />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header className={css['head']}>
          <Wordmark />
          <p className={css['lead']}>{t('signIn.lead')}</p>
        </header>
        {doors.length > 0 && secret !== null && (
          <DemoDoors people={doors} busy={busy} onEnter={(person) => void enter(person.email, secret)} />
        )}
        <form className={css['form']} onSubmit={submit} noValidate aria-labelledby="sign-in-heading">
          <h1 id="sign-in-heading" className={css['heading']}>
            {t('signIn.heading')}
          </h1>
          <TextField
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={wrong.email}
            inputRef={emailField}
            autoFocus={doors.length === 0}
            dir="ltr"
          />
          <TextField
            label={t('signIn.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={wrong.password}
            inputRef={passwordField}
            dir="ltr"
          />
          <p role="alert" className={css['wrong']}>
            {wrong.form}
          </p>
          <Button type="submit" look={doors.length > 0 ? 'plain' : 'primary'} size="large" isPending={busy !== null}>
            {busy === null ? t('signIn.submit') : t('signIn.submitting')}
          </Button>
        </form>
      </main>
    </>
  )
}
