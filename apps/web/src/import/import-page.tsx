/**
 * Bringing an article in, on one screen: paste, look at the galley and the notes, put details right, start. With nothing odd that is two
 * keys: paste and Control+Enter. Whatever goes wrong, what was pasted and typed stays.
 */
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { mayEdit } from '#domain/actor.ts'
import { api } from '#web/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useNewsroom } from '#web/queries.ts'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { Check } from './check.tsx'
import { type Clip, isEmpty, readClip } from './clip.ts'
import { type Details, type Taken, useImport } from './handover.ts'
import css from './import.module.css'
import { PasteBox } from './paste-box.tsx'

export function ImportPage() {
  const { t, whyNot } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const room = useNewsroom(newsroom).data
  const [state, setState] = useImport(newsroom)
  usePageTitle(t('import.page'))

  const asked = useRef(0)
  const read = async (clip: Clip, as: Taken, details?: Details) => {
    asked.current += 1
    const mine = asked.current
    setState({ step: 'reading', clip, as })
    const reply = await api.importArticle(
      newsroom,
      as === 'html' && clip.html !== null ? { html: clip.html } : { text: clip.text },
    )
    if (mine !== asked.current) return
    if (!reply.ok) return setState({ step: 'paste', clip, wrong: whyNot(reply) })
    const { article, notes } = reply.value
    const { title, publicationDate, language, direction } = article
    const found = { title, publicationDate: publicationDate ?? '', language, direction }
    setState({
      step: 'check',
      clip,
      as,
      draft: article,
      notes,
      details: { deadline: details?.deadline ?? '', ...found },
    })
    announce(t('import.ready', { notes: notes.length }))
  }
  const take = (clip: Clip) => void read(clip, clip.html === null ? 'text' : 'html')

  // Pasted on the empty desk, or left while it was being read.
  const resume = useRef(read)
  resume.current = read
  useEffect(() => {
    if (state.step === 'reading' && asked.current === 0) void resume.current(state.clip, state.as)
  }, [state])

  useStrayPaste(state.step === 'paste', take)

  if (!room) return null
  const mayImport = mayEdit(actorOf(room))
  return (
    <>
      <TopBar newsroom={newsroom} page={t('import.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        {!mayImport ? (
          <p className={css['refused']}>{t('import.mayNot')}</p>
        ) : state.step === 'check' ? (
          <Check
            newsroom={newsroom}
            zone={room.zone}
            state={state}
            onChange={setState}
            onTake={(as) => void read(state.clip, as, state.details)}
          />
        ) : (
          <>
            <h1 className={css['heading']}>{t('import.heading')}</h1>
            <PasteBox
              key={state.step}
              clip={state.clip}
              wrong={state.step === 'paste' ? state.wrong : null}
              isReading={state.step === 'reading'}
              onPasted={take}
              autoFocus
            />
          </>
        )}
      </main>
    </>
  )
}

/** A paste beside the box is meant for the box. */
function useStrayPaste(listening: boolean, take: (clip: Clip) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if (!listening) return
    const paste = (event: ClipboardEvent) => {
      const inField = event.target instanceof Element && event.target.closest('input, textarea') !== null
      if (inField || event.clipboardData === null) return
      const clip = readClip(event.clipboardData)
      if (!isEmpty(clip)) latest.current(clip)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [listening])
}
