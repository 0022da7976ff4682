/** The file that a link to a source brings along: kept with the form until it is attached, then stored as a document of that source. Rule AT9. */
import { mostDocumentBytes } from '#domain/source.ts'
import type { SourceView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import type { Reply } from '#web/api/reply.ts'
import type { NewSource } from '#web/api/sources.ts'
import { sizeIn } from '#web/sources/measure.ts'
import { IconButton } from '#web/ui/button.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './evidence-form.module.css'
import inspector from './inspector.module.css'
import '#web/words/evidence-file.ts'

export interface EvidenceFileProps {
  readonly file: File | null
  /** Why it could not be stored, in a sentence. */
  readonly error: string | null
  readonly onFile: (file: File | null) => void
}

export const isTooLarge = (file: File): boolean => file.size > mostDocumentBytes

export function EvidenceFile({ file, error, onFile }: EvidenceFileProps) {
  const { t, locale } = useWords()
  return (
    <>
      {file === null ? (
        <FileButton look="quiet" size="small" glyph="document" accepts={[]} onFile={onFile}>
          {t('evidenceFile.add')}
        </FileButton>
      ) : (
        <p className={css['chosen']}>
          <Icon glyph="document" />
          <span dir="auto">{file.name}</span>
          <span className={inspector['by']}>{sizeIn(locale, file.size)}</span>
          <IconButton
            glyph="cross"
            size="small"
            label={t('evidenceFile.remove', { name: file.name })}
            onPress={() => onFile(null)}
          />
        </p>
      )}
      <p role="status">{error ?? (file !== null && isTooLarge(file) ? t('evidenceFile.tooLarge') : '')}</p>
    </>
  )
}

/**
 * The source with the file in it. One that is new is in the library from then on, also when the file could not be stored: `added` is
 * told of it, so that trying again does not add it twice.
 */
export async function storeFile(
  newsroom: string,
  source: SourceView | NewSource,
  file: File,
  added: (source: SourceView) => void,
): Promise<Reply<SourceView>> {
  let kept: SourceView
  if ('id' in source) kept = source
  else {
    const reply = await api.addSource(newsroom, source)
    if (!reply.ok) return reply
    kept = reply.value
    added(kept)
  }
  const stored = await api.addDocument(newsroom, kept.id, file)
  return stored.ok ? { ok: true, value: kept } : stored
}
