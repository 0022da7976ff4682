/**
 * An invitation, opened by its link: the newsroom, the address, the roles; then a name and a password, or the password of the account
 * the address has. Used, withdrawn, run out or never made: one page, one sentence.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { OpenInvitationView } from '#protocol/member-view.ts'
import { api } from '#web/api/api.ts'
import { LoadingPage } from '#web/frame/loading-page.tsx'
import { PlainPage } from '#web/frame/plain-page.tsx'
import { invitationQuery, keys, Refused, useMe } from '#web/queries.ts'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { FormPage } from './form-page.tsx'
import { leastPassword } from './new-account.ts'
import { rolesInWords } from './roles-in-words.ts'
import '#web/words/members.ts'
import '#web/words/sign-in.ts'

export function InvitedPage() {
  const { t, whyNot } = useWords()
  const { newsroom, token } = useParams({ from: '/sign-in/invited/$newsroom/$token' })
  const invitation = useQuery(invitationQuery(newsroom, token))
  if (invitation.data) return <Invited newsroom={newsroom} token={token} invitation={invitation.data} />
  if (invitation.isPending) return <LoadingPage />
  return (
    <PlainPage title={t('invited.page')} heading={t('invited.over')}>
      <p role="alert">{whyNot(invitation.error instanceof Refused ? invitation.error.reply : 'server-trouble')}</p>
      <p>
        <Link to="/sign-in">{t('invited.toSignIn')}</Link>
      </p>
    </PlainPage>
  )
}

interface Wrong {
  readonly name?: string
  readonly password?: string
  readonly form?: string
}

function Invited({ newsroom, token, invitation }: { newsroom: string; token: string; invitation: OpenInvitationView }) {
  const words = useWords()
  const { t, whyNot } = words
  const router = useRouter()
  const queries = useQueryClient()
  const me = useMe().data
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<Wrong>({})
  const [busy, setBusy] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)
  const { email, roles, hasAccount } = invitation
  const isMine = me?.email === email

  const stop = (found: Wrong) => {
    setBusy(false)
    setWrong(found)
    if (found.name !== undefined) nameField.current?.focus()
    else if (found.password !== undefined) passwordField.current?.focus()
  }
  const join = async () => {
    setWrong({})
    if (!isMine) {
      if (!hasAccount && name.trim() === '') return stop({ name: t('invited.nameNeeded') })
      if (hasAccount && password === '') return stop({ password: t('signIn.passwordNeeded') })
      if (!hasAccount && password.length < leastPassword) return stop({ password: t('invited.passwordShort') })
    }
    setBusy(true)
    if (!isMine && hasAccount) {
      const signedIn = await api.signIn(email, password)
      if (!signedIn.ok)
        return stop({ password: signedIn.refusal === 'throttled' ? t('signIn.throttled') : whyNot(signedIn) })
    }
    const account = isMine || hasAccount ? {} : { name: name.trim(), password }
    const taken = await api.takeUpInvitation(newsroom, token, account)
    if (!taken.ok) return stop({ form: whyNot(taken) })
    // Whatever an earlier person of this browser had on screen is forgotten.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.start[0] })
    router.history.push(`/${taken.value.newsroom}`)
  }

  return (
    <FormPage
      page={t('invited.page')}
      heading={t('invited.heading', { newsroom: invitation.newsroom.name })}
      lead={t('invited.lead', { roles: rolesInWords(words, roles), email })}
      wrong={wrong.form}
      submit={t('invited.join')}
      isBusy={busy}
      onSubmit={() => void join()}
    >
      {me && !isMine && <p>{t('invited.signedInAs', { email: me.email, invited: email })}</p>}
      {/* So that the browser keeps the password under the right address. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      {!isMine && hasAccount && <p>{t('invited.account')}</p>}
      {!isMine && !hasAccount && (
        <TextField
          label={t('invited.name')}
          description={t('invited.nameHint')}
          autoComplete="name"
          autoFocus
          value={name}
          onChange={setName}
          error={wrong.name}
          inputRef={nameField}
          dir="auto"
        />
      )}
      {!isMine && (
        <TextField
          label={hasAccount ? t('signIn.password') : t('invited.choosePassword')}
          type="password"
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          {...(hasAccount ? {} : { description: t('invited.passwordHint') })}
          value={password}
          onChange={setPassword}
          error={wrong.password}
          inputRef={passwordField}
          dir="ltr"
        />
      )}
    </FormPage>
  )
}
