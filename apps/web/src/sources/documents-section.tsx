/** Files that belong to the source: added as they are, downloaded as they were, never shown in the browser. Rule SR7. */
import { useState } from 'react'
import { addDocument, mostDocumentBytes, removeDocument } from '#domain/source.ts'
import type { DocumentView, SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { announce } from '#web/ui/messages.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { sizeIn } from './measure.ts'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { Section } from './section.tsx'
import type { Library } from './use-library.ts'

interface DocumentsProps {
  readonly source: SourceRecord
  readonly library: Library
  readonly mayAdd: boolean
}

export function DocumentsSection({ source, library, mayAdd }: DocumentsProps) {
  const { t } = useWords()
  const { slug, actor, change } = library
  const [isAdding, setAdding] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [removing, setRemoving] = useState<DocumentView | null>(null)
  const nameOf = ({ name }: DocumentView) => name || t('documents.nameless')

  const add = async (chosen: File) => {
    if (isAdding) return
    // Said before the bytes have travelled.
    if (chosen.size > mostDocumentBytes) return setRefusal(t('documents.tooLarge'))
    setAdding(true)
    const why = await change(api.addDocument(slug, source.id, chosen))
    setAdding(false)
    setRefusal(why)
    if (why === null) announce(t('documents.added', { name: chosen.name }))
  }
  const remove = async (document: DocumentView) => {
    setRemoving(null)
    const why = await change(api.removeDocument(slug, source.id, document.id))
    setRefusal(why)
    if (why !== null) return
    announce(t('documents.removed', { name: nameOf(document) }))
    focusRecordTitle()
  }

  return (
    <Section title={t('documents.heading')}>
      {source.documents.length === 0 && <p className={css['faint']}>{t('documents.none')}</p>}
      <ul className={css['documents']}>
        {source.documents.map((document) => (
          <li key={document.id} className={css['document']}>
            <span className={css['documentGlyph']}>
              <Icon glyph="document" />
            </span>
            <div className={css['documentBody']}>
              <a href={api.documentAddress(slug, source.id, document.id)} download={nameOf(document)} dir="auto">
                {nameOf(document)}
              </a>
              <DocumentFacts document={document} library={library} />
            </div>
            {removeDocument(actor).ok && (
              <IconButton
                glyph="cross"
                size="small"
                label={t('documents.remove', { name: nameOf(document) })}
                onPress={() => setRemoving(document)}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAdd && addDocument(actor).ok && (
        <div className={css['actions']}>
          <FileButton glyph="plus" accepts={[]} onFile={(chosen) => void add(chosen)}>
            {isAdding ? t('documents.adding') : t('documents.add')}
          </FileButton>
        </div>
      )}
      <p role="status">{refusal}</p>
      {removing !== null && (
        <Dialog
          title={t('documents.remove', { name: nameOf(removing) })}
          isOpen
          role="alertdialog"
          onOpenChange={() => setRemoving(null)}
          footer={
            <>
              <Button look="quiet" onPress={() => setRemoving(null)}>
                {t('app.cancel')}
              </Button>
              <Button look="primary" onPress={() => void remove(removing)}>
                {t('documents.removeYes')}
              </Button>
            </>
          }
        >
          <p>{t('documents.removeAsk', { name: nameOf(removing) })}</p>
        </Dialog>
      )}
    </Section>
  )
}

function DocumentFacts({
  document: { type, size, sha256, by, at },
  library,
}: {
  document: DocumentView
  library: Library
}) {
  const { t, locale } = useWords()
  return (
    <p className={css['faint']}>
      {sizeIn(locale, size)} · <span dir="ltr">{type}</span> · {library.nameOf(by)},{' '}
      <Moment at={at} zone={library.room.zone} /> ·{' '}
      <span title={t('documents.hash', { hash: sha256 })} dir="ltr">
        {sha256.slice(0, 8)}…
      </span>
    </p>
  )
}
