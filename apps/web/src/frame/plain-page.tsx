/** A page with a few words in its middle: not found, an error, a list of newsrooms. */
import type { ReactNode } from 'react'
import css from './frame.module.css'
import { usePageTitle } from './page-title.ts'
import { Wordmark } from './wordmark.tsx'

export function PlainPage({ title, heading, children }: { title: string; heading: string; children: ReactNode }) {
  usePageTitle(title)
  return (
    <main id="content" tabIndex={-1} className={css['plain']}>
      <Wordmark />
      <h1 className={css['heading']}>{heading}</h1>
      {children}
    </main>
  )
}
