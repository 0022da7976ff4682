/**
 * From a paste or a file to a text that was read, wherever one is brought in: as an article, or as a new draft of one. `place` names
 * where; each place keeps what it has. Whatever goes wrong, what was pasted and typed stays.
 */
import { useEffect, useRef } from 'react'
import { api } from '#web/api/api.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { held, unfit } from './chosen-file.ts'
import { type Clip, isEmpty, readClip } from './clip.ts'
import { detailsFor } from './details.ts'
import { type Checking, fromClip, type Import, type Source, useImport } from './handover.ts'

interface Importing {
  readonly state: Import
  readonly setState: (next: Import) => void
  /** What was read, also while it is read once more. */
  readonly checking: Checking | null
  /** What stands in the box. */
  readonly boxed: Clip | null
  readonly wrong: string | null
  readonly isReading: boolean
  readonly take: (clip: Clip) => void
  readonly takeFile: (file: File) => void
  readonly takeAgain: (source: Source) => void
  readonly onTyped: (text: string) => void
}

export function useImporting(newsroom: string, place: string, ready: (notes: number) => string): Importing {
  const { t, whyNot } = useWords()
  const [state, setState] = useImport(place)
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
    announce(ready(notes.length))
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

  // Pasted elsewhere and handed over, or left while it was being read.
  const resume = useRef(read)
  resume.current = read
  useEffect(() => {
    if (state.step === 'reading' && asked.current === 0) void resume.current(state.source, state.before)
  }, [state])
  useStrayPaste(state.step === 'paste', take)

  const checking = state.step === 'check' ? state : state.step === 'reading' ? state.before : null
  return {
    state,
    setState: (next) => setState(state.step === 'reading' && next.step === 'check' ? { ...state, before: next } : next),
    checking,
    boxed: state.step === 'paste' ? state.clip : state.step === 'reading' ? boxAfter(state.source).clip : null,
    wrong: state.step === 'paste' ? state.wrong : null,
    isReading: state.step === 'reading',
    take,
    takeFile: (file) => void takeFile(file),
    takeAgain: (source) => void read(source, checking),
    onTyped: (text) => (typed.current = text),
  }
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
