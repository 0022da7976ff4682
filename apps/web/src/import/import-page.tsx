/**
 * Bringing an article in, on one screen: paste or choose a file, look at the galley and the notes, put details right, start. With nothing odd that is two
 * keys: paste and Control+Enter. Whatever goes wrong, what was pasted and typed stays.
 */
import { useParams } from '@tanstack/react-router'
import { mayEdit } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useNewsroom } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { Check } from './check.tsx'
import css from './import.module.css'
import { PasteBox } from './paste-box.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useImporting } from './use-importing.ts'
import '#web/words/import.ts'

export function ImportPage() {
  const { t } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const room = useNewsroom(newsroom).data
  const importing = useImporting(newsroom, newsroom, (notes) => t('import.ready', { notes }))
  const { state, checking, boxed, wrong, isReading, setState, take, takeFile, takeAgain, onTyped } = importing
  usePageTitle(t('import.page'))
  const mayImport = room !== undefined && mayEdit(actorOf(room))
  const isOver = useFileDrop(mayImport && state.step === 'paste', takeFile)

  if (!room) return null
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
            onChange={setState}
            onTake={takeAgain}
            isReading={isReading}
          />
        ) : (
          <>
            <h1 className={css['heading']}>{t('import.heading')}</h1>
            <PasteBox
              key={state.step}
              clip={boxed}
              wrong={wrong}
              isReading={isReading}
              onPasted={take}
              onFile={takeFile}
              onTyped={onTyped}
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
