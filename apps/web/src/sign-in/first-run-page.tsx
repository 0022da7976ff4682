/**
 * The first visit to an empty Tickmark: name the newsroom, make the first account, and stand at the empty desk. Only as long as nobody
 * has an account; from elsewhere it takes the code that was printed at the start.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useId, useRef, useState } from 'react'
import { api } from '#web/api/api.ts'
import { keys, useStart } from '#web/queries.ts'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { FormPage } from './form-page.tsx'
import { leastPassword, type Missing, missingIn } from './new-account.ts'
import { slugFrom, slugShape } from './slug.ts'
import css from './sign-in.module.css'
import '#web/words/members.ts'
import '#web/words/sign-in.ts'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')]
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

type Field = 'newsroom' | 'slug' | 'zone' | 'name' | 'email' | 'password' | 'code'
const order: readonly Field[] = ['newsroom', 'slug', 'zone', 'name', 'email', 'password', 'code']

export function FirstRunPage() {
  const { t, whyNot } = useWords()
  const router = useRouter()
  const queries = useQueryClient()
  const codeNeeded = useStart().data?.codeNeeded ?? false
  const [values, setValues] = useState<Record<Field, string>>({
    newsroom: '',
    slug: '',
    zone: zones.includes(ownZone) ? ownZone : 'UTC',
    name: '',
    email: '',
    password: '',
    code: '',
  })
  const [chosenSlug, setChosenSlug] = useState(false)
  const [wrong, setWrong] = useState<Partial<Record<Field | 'form', string>>>({})
  const [busy, setBusy] = useState(false)
  const listId = useId()
  const fields = useRef(new Map<Field, HTMLInputElement | null>())

  const slug = chosenSlug ? values.slug : slugFrom(values.newsroom)
  const set = (field: Field) => (value: string) => {
    setValues((before) => ({ ...before, [field]: value }))
    setWrong((before) => Object.fromEntries(Object.entries(before).filter(([at]) => at !== field && at !== 'form')))
  }
  const bind = (field: Field) => ({
    value: field === 'slug' ? slug : values[field],
    onChange: set(field),
    error: wrong[field],
    inputRef: (element: HTMLInputElement | null) => void fields.current.set(field, element),
  })
  const stop = (found: Partial<Record<Field | 'form', string>>) => {
    setWrong(found)
    const first = order.find((field) => found[field] !== undefined)
    if (first) fields.current.get(first)?.focus()
  }
  const submit = async () => {
    const { newsroom, zone, name, email, password, code } = values
    const sayMissing: Record<Missing, string> = {
      name: t('invited.nameNeeded'),
      email: t('signIn.emailForm'),
      password: t('invited.passwordShort'),
    }
    const found: Partial<Record<Field | 'form', string>> = {
      ...(newsroom.trim() === '' ? { newsroom: t('firstRun.newsroomNeeded') } : {}),
      ...(slugShape.test(slug) ? {} : { slug: t('firstRun.slugForm') }),
      ...(zones.includes(zone) ? {} : { zone: t('firstRun.zoneUnknown') }),
      ...Object.fromEntries(missingIn({ name, email, password }).map((field) => [field, sayMissing[field]])),
      ...(codeNeeded && code.trim() === '' ? { code: t('firstRun.codeNeeded') } : {}),
    }
    if (Object.keys(found).length > 0) return stop(found)
    setBusy(true)
    const account = { name: name.trim(), email: email.trim(), password }
    const reply = await api.firstRun({ newsroom: { name: newsroom.trim(), slug, zone }, ...account, code })
    setBusy(false)
    if (!reply.ok) {
      if (reply.refusal === 'already-set-up') await queries.invalidateQueries({ queryKey: keys.start })
      // The one thing the form lets through and the server does not: a word that Tickmark needs for itself.
      if (reply.refusal === 'not-understood') return stop({ slug: t('firstRun.slugForm') })
      const at = reply.refusal === 'code-needed' ? 'code' : reply.refusal === 'email-not-understood' ? 'email' : 'form'
      return stop({ [at]: whyNot(reply) })
    }
    queries.clear()
    router.history.push(`/${reply.value.newsroom}`)
  }

  return (
    <FormPage
      page={t('firstRun.page')}
      heading={t('firstRun.heading')}
      lead={t('firstRun.lead')}
      wrong={wrong.form}
      submit={t('firstRun.submit')}
      isBusy={busy}
      onSubmit={() => void submit()}
    >
      <TextField
        label={t('firstRun.newsroom')}
        autoComplete="organization"
        autoFocus
        dir="auto"
        {...bind('newsroom')}
      />
      <TextField
        label={t('firstRun.slug')}
        autoComplete="off"
        description={t('firstRun.slugHint', { slug: slug === '' ? '…' : slug })}
        dir="ltr"
        {...bind('slug')}
        onChange={(value) => {
          setChosenSlug(value !== '')
          set('slug')(value)
        }}
      />
      <TextField
        label={t('firstRun.zone')}
        autoComplete="off"
        description={t('firstRun.zoneHint')}
        list={listId}
        dir="ltr"
        {...bind('zone')}
      />
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
      <h2 className={css['part']}>{t('firstRun.you')}</h2>
      <TextField label={t('invited.name')} autoComplete="name" dir="auto" {...bind('name')} />
      <TextField label={t('signIn.email')} type="email" autoComplete="username" dir="ltr" {...bind('email')} />
      <TextField
        label={t('invited.choosePassword')}
        type="password"
        autoComplete="new-password"
        description={t('invited.passwordHint')}
        minLength={leastPassword}
        dir="ltr"
        {...bind('password')}
      />
      {codeNeeded && (
        <TextField
          label={t('firstRun.code')}
          autoComplete="one-time-code"
          description={t('firstRun.codeHint')}
          dir="ltr"
          {...bind('code')}
        />
      )}
    </FormPage>
  )
}
