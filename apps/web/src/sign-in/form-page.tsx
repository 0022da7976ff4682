/** A page with one form before anybody is at a desk: the first run, an invitation. The heading says what it is for. */
import type { FormEvent, ReactNode } from 'react'
import { DemoBanner } from '#web/frame/top-bar.tsx'
import { usePageTitle } from '#web/frame/page-title.ts'
import { Wordmark } from '#web/frame/wordmark.tsx'
import { Button } from '#web/ui/button.tsx'
import css from './sign-in.module.css'

export interface FormPageProps {
  readonly page: string
  readonly heading: string
  readonly lead: ReactNode
  readonly wrong: string | undefined
  readonly submit: string
  readonly isBusy: boolean
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

export function FormPage({ page, heading, lead, wrong, submit, isBusy, onSubmit, children }: FormPageProps) {
  usePageTitle(page)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isBusy) onSubmit()
  }
  return (
    <>
      <DemoBanner />
      <main id="content" tabIndex={-1} className={css['page']}>
        <header className={css['head']}>
          <Wordmark />
        </header>
        <form className={css['form']} onSubmit={send} noValidate aria-labelledby="form-heading">
          <h1 id="form-heading" className={css['title']}>
            {heading}
          </h1>
          <p className={css['about']}>{lead}</p>
          {children}
          <p role="alert" className={css['wrong']}>
            {wrong}
          </p>
          <Button type="submit" look="primary" size="large" isPending={isBusy}>
            {submit}
          </Button>
        </form>
      </main>
    </>
  )
}
