/** What waits for whoever looks, in every article open to them: by what it is, the most urgent first; each line leads to its claim. */
import { useParams } from '@tanstack/react-router'
import { waitingFor } from '#domain/waiting.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useNewsroom, useWaiting } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { WaitingLine } from './waiting-line.tsx'
import css from './waiting.module.css'
import '#web/words/waiting.ts'

export function WaitingPage() {
  const { t } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const room = useNewsroom(newsroom).data
  const asked = useWaiting(newsroom)
  usePageTitle(t('waiting.page'))
  if (!room || !asked.data) return null
  const { waiting } = asked.data
  const groups = waitingFor
    .map((what) => ({ what, entries: waiting.filter((entry) => entry.what === what) }))
    .filter(({ entries }) => entries.length > 0)
  return (
    <>
      <TopBar newsroom={newsroom} page={t('waiting.page')} />
      <main id="content" tabIndex={-1} className={css['page']}>
        <h1 className={css['heading']}>{t('waiting.page')}</h1>
        {groups.length === 0 && (
          <p className={css['none']}>
            {t('waiting.none')} <span>{t('waiting.noneHint')}</span>
          </p>
        )}
        {groups.map(({ what, entries }) => (
          <section key={what} aria-labelledby={`waiting-${what}`}>
            <h2 id={`waiting-${what}`} className={css['group']}>
              {t(`waiting.${what}`)} <span className={css['count']}>{entries.length}</span>
            </h2>
            <ul className={css['list']}>
              {entries.map((entry, index) => (
                // The same claim can be asked about twice; nothing else tells two lines apart.
                <WaitingLine
                  key={`${entry.article.id} ${entry.claim?.number} ${entry.at} ${index}`}
                  entry={entry}
                  newsroom={room}
                />
              ))}
            </ul>
          </section>
        ))}
      </main>
    </>
  )
}
