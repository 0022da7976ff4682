/** What may be said about the wire: one word in the bar; a sentence and a way on when the server ended it. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useStore } from '#web/live/sync-store.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { wireWord } from '#web/live/wire-state.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './article.module.css'

export function WireWord({ sync, mayEdit }: { sync: ArticleSync; mayEdit: boolean }) {
  const { t } = useWords()
  const state = useStore(sync.wire)
  const word = wireWord(state, mayEdit)
  return (
    <span className={css['wire']} role="status" data-wire={word}>
      {word === 'offline' && state.unsaved ? t('wire.offlineUnsaved') : t(`wire.${word}`)}
    </span>
  )
}

export function WireEnded({ sync }: { sync: ArticleSync }) {
  const { t } = useWords()
  const { ended, unsaved } = useStore(sync.wire)
  const [isCopied, setCopied] = useState(false)
  if (ended === null) return null
  const unsent = unsaved ? sync.unsentWords() : ''
  return (
    <div className={css['ended']} role="alert">
      <p>
        {t(`wire.end.${ended}`)} {unsent !== '' && t('wire.unsent')}
      </p>
      <div className={css['endedActions']}>
        {unsent !== '' && (
          <Button size="small" onPress={() => void navigator.clipboard.writeText(unsent).then(() => setCopied(true))}>
            {t(isCopied ? 'wire.copied' : 'wire.copyUnsent')}
          </Button>
        )}
        {ended === 'signed-out' && (
          <Link to="/sign-in" search={{ to: location.pathname + location.search }} className={css['endedLink']}>
            {t('wire.signIn')}
          </Link>
        )}
        {ended === 'flood' && (
          <Button size="small" onPress={sync.reconnect}>
            {t('wire.connectAgain')}
          </Button>
        )}
        {ended !== 'signed-out' && ended !== 'flood' && (
          <Button size="small" onPress={() => location.reload()}>
            {t('wire.reload')}
          </Button>
        )}
      </div>
    </div>
  )
}
