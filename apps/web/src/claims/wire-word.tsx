/**
 * What may be said about the wire, in one line of the bar: the text's and the decisions' together. “Saved” is said when neither waits;
 * offline says what is kept and where; “Reconnected” stays a moment, and for as long as something refused has not been looked at.
 * Rules WS2, KP2, KP5.
 */
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { RestedWord } from '#web/live/rested-word.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { usePart, useStore } from '#web/live/sync-store.ts'
import type { WireWord as Word } from '#web/live/wire-state.ts'
import { useWords } from '#web/words/words.tsx'
import css from './article-bar.module.css'
import { useDesk } from './desk.ts'

/** How long “Reconnected” is said when all is well. */
const backMs = 5_000

export function WireWord({ sync, mayEdit }: { sync: ArticleSync; mayEdit: boolean }) {
  const { t } = useWords()
  const { decisions } = useDesk()
  const plain = useStore(useMemo(() => new RestedWord(sync.wire, mayEdit), [sync, mayEdit]))
  // With a connection nothing is said of it, and each key changes it.
  const unsaved = usePart(sync.wire, (wire) => wire.link !== 'open' && wire.unsaved)
  const asked = usePart(sync.wire, (wire) => wire.later)
  const kept = useStore(decisions.waiting)
  const needing = useStore(decisions.refused)
  const word = plain === 'saved' && kept > 0 ? 'saving' : plain
  const isBack = useIsBack(word, needing.length > 0)
  // What was typed is what people worry about; only a flood is about that too.
  const later = kept > 0 || (unsaved && asked !== 'flood') ? null : asked
  const says = (): string => {
    if (isBack) return t('wire.reconnected')
    if (word !== 'offline') return t(`wire.${word}`)
    if (later !== null) return t(`wire.later.${later}`)
    if (kept > 0) return t(unsaved ? 'wire.offlineBoth' : 'wire.offlineKept', { count: kept })
    return t(unsaved ? 'wire.offlineUnsaved' : 'wire.offline')
  }
  return (
    <span className={css['wire']} role="status" data-wire={isBack ? 'reconnected' : word}>
      {says()}
      {needing.length > 0 && <NeedsYou />}
    </span>
  )
}

/** From the moment everything has arrived after a loss. */
function useIsBack(word: Word, isNeeded: boolean): boolean {
  const [since, setSince] = useState<'never' | 'lost' | 'back'>('never')
  if (word === 'offline' && since !== 'lost') setSince('lost')
  if ((word === 'saved' || word === 'read-only') && since === 'lost') setSince('back')
  useEffect(() => {
    if (since !== 'back' || isNeeded) return
    const timer = setTimeout(() => setSince('never'), backMs)
    return () => clearTimeout(timer)
  }, [since, isNeeded])
  return since === 'back' && word === 'saved'
}

/**
 * Leads to each of them in turn: in the order of the text, and as long as the claims are not here in the order of refusal. Ticks that were
 * refused lead to the sentences.
 */
function NeedsYou() {
  const { t } = useWords()
  const { decisions, claims, select } = useDesk()
  const navigate = useNavigate({ from: '/$newsroom/articles/$article' })
  const refused = useStore(decisions.refused)
  const waiting = new Set(refused.map(({ claim }) => claim))
  const first = claims.find(({ id }) => waiting.has(id))?.id
  const next = first ?? refused.find(({ claim }) => claim !== '')?.claim
  const go = () => {
    if (next !== undefined) select(next, 'step')
    else void navigate({ search: (before) => ({ ...before, sentences: 'untouched' as const }), replace: true })
    decisions.looked(next ?? '')
  }
  return (
    <>
      {', '}
      <button type="button" className={css['needsYou']} onClick={go}>
        {t('wire.needsYou', { count: waiting.size })}
      </button>
    </>
  )
}
