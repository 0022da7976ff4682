/**
 * What is round every page: the skip link, and where the focus goes when a page opens. Every page has one `<main id="content"
 * tabIndex={-1}>`.
 */
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './frame.module.css'

const focusContent = (): void => document.getElementById('content')?.focus({ preventScroll: true })

const patienceMs = 3_000
const lookEveryMs = 50
/** The page before this one, until the new one has a name. */
let spokenTitle = ''

/**
 * A new page gets the focus and is spoken once it is there, code, data and all. The old one may stand a moment longer and take the
 * focus with it when it goes, so this looks on for a while; it never takes the focus from where a page or a person put it.
 */
function arrive(): () => void {
  const began = Date.now()
  const look = () => {
    const nowhere = document.activeElement === null || document.activeElement === document.body
    const there = document.getElementById('content')?.getAttribute('aria-busy') !== 'true'
    if (nowhere && there) focusContent()
    if (there && document.title !== spokenTitle) {
      spokenTitle = document.title
      announce(spokenTitle)
    }
    if (Date.now() - began > patienceMs) clearInterval(timer)
  }
  const timer = setInterval(look, lookEveryMs)
  look()
  return () => clearInterval(timer)
}

export function RootFrame() {
  const { t } = useWords()
  const page = useRouterState({ select: ({ resolvedLocation, location }) => (resolvedLocation ?? location).pathname })
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) {
      // The first page is announced by the browser itself.
      spokenTitle = document.title
      return
    }
    before.current = page
    return arrive()
  }, [page])
  return (
    <>
      <a
        href="#content"
        className={css['skip']}
        onClick={(event) => {
          event.preventDefault()
          focusContent()
        }}
      >
        {t('app.skip')}
      </a>
      <Outlet />
    </>
  )
}
