/** When the server ended the wire for good: a sentence, and a way on. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePart } from '#web/live/sync-store.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { Button } from '#web/ui/button.tsx'
import '#web/words/article.ts'
import { useWords } from '#web/words/words.tsx'
import css from './wire.module.css'

export function WireEnded({ sync }: { sync: ArticleSync }) {
  const { t } = useWords()
  const ended = usePart(sync.wire, (wire) => wire.ended)
  const unsaved = usePart(sync.wire, (wire) => wire.ended !== null && wire.unsaved)
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
