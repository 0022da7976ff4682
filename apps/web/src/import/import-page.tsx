/**
 * Bringing an article in, on one screen: paste or choose a file, look at the galley and the notes, put details right, start. With nothing odd that is two
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
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { Check } from './check.tsx'
import { held, unfit } from './chosen-file.ts'
import { type Clip, isEmpty, readClip } from './clip.ts'
import { detailsFor } from './details.ts'
import { type Checking, fromClip, type Source, useImport } from './handover.ts'
import css from './import.module.css'
import { PasteBox } from './paste-box.tsx'
import { useFileDrop } from './use-file-drop.ts'
import '#web/words/import.ts'

export function ImportPage() {
  const { t, whyNot } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const room = useNewsroom(newsroom).data
  const [state, setState] = useImport(newsroom)
  usePageTitle(t('import.page'))

  const asked = useRef(0)
  /** As it is when an answer comes, not as it was when it was asked for. */
  const now = useRef(state)
  now.current = state
  const typed = useRef('')
  const read = async (source: Source, again: Checking | null) => {
    asked.current += 1
    const mine = asked.current
    setState({ step: 'reading', source, before: again })
    const reply =
      source.kind === 'file'
        ? await api.importFile(newsroom, source.file, source.tracked)
        : await api.importArticle(
            newsroom,
            source.as === 'html' && source.clip.html !== null ? { html: source.clip.html } : { text: source.clip.text },
          )
    if (mine !== asked.current) return
    const before = now.current.step === 'reading' ? now.current.before : again
    if (!reply.ok) {
      // Taken in another way it could not be read: it stays as it was.
      if (before !== null) {
        setState(before)
        return toast({ text: whyNot(reply) })
      }
      return setState({ step: 'paste', ...boxAfter(source), wrong: refusedWords(source, whyNot(reply)) })
    }
    const { article: draft, notes, original, importedBefore } = reply.value
    const details = detailsFor(draft, before)
    setState({ step: 'check', source, draft, notes, original, importedBefore, details })
    announce(t('import.ready', { notes: notes.length }))
  }
  const take = (clip: Clip) => void read(fromClip(clip), null)
  const refusedWords = (source: Source, why: string): string =>
    source.kind === 'file' ? t('import.refusedFile', { name: source.file.name, why }) : why
  const takeFile = async (file: File) => {
    const source: Source = { kind: 'file', file, tracked: 'accepted', typed: typed.current }
    const refused = (why: string) => setState({ step: 'paste', ...boxAfter(source), wrong: refusedWords(source, why) })
    const refusal = unfit(file)
    if (refusal !== null) return refused(whyNot(refusal))
    const inHand = await held(file)
    if (inHand === null) return refused(t('import.notHeld'))
    await read({ ...source, file: inHand }, null)
  }

  // Pasted on the empty desk, or left while it was being read.
  const resume = useRef(read)
  resume.current = read
  useEffect(() => {
    if (state.step === 'reading' && asked.current === 0) void resume.current(state.source, state.before)
  }, [state])

  const mayImport = room !== undefined && mayEdit(actorOf(room))
  useStrayPaste(state.step === 'paste', take)
  const isOver = useFileDrop(mayImport && state.step === 'paste', (file) => void takeFile(file))

  if (!room) return null
  const checking = state.step === 'check' ? state : state.step === 'reading' ? state.before : null
  const boxed = state.step === 'paste' ? state.clip : state.step === 'reading' ? boxAfter(state.source).clip : null
  return (
    <>
      <TopBar newsroom={newsroom} page={t('import.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        {!mayImport ? (
          <p className={css['refused']}>{t('import.mayNot')}</p>
        ) : checking !== null ? (
          <Check
            newsroom={newsroom}
            zone={room.zone}
            state={checking}
            onChange={(next) =>
              setState(state.step === 'reading' && next.step === 'check' ? { ...state, before: next } : next)
            }
            onTake={(source) => void read(source, checking)}
            isReading={state.step === 'reading'}
          />
        ) : (
          <>
            <h1 className={css['heading']}>{t('import.heading')}</h1>
            <PasteBox
              key={state.step}
              clip={boxed}
              wrong={state.step === 'paste' ? state.wrong : null}
              isReading={state.step === 'reading'}
              onPasted={take}
              onFile={(file) => void takeFile(file)}
              onTyped={(text) => (typed.current = text)}
              autoFocus
            />
            {isOver && (
              <div className={css['over']} aria-hidden="true">
                <span>{t('import.dropHere')}</span>
              </div>
            )}
          </>
        )}
      </main>
    </>
  )
}

/** What stands in the box when something could not be read: what was pasted, or what stood there when a file was chosen. */
function boxAfter(source: Source): { clip: Clip | null } {
  if (source.kind === 'clip') return { clip: source.clip }
  return { clip: source.typed === '' ? null : { text: source.typed, html: null } }
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
