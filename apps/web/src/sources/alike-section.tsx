/** Sources that may be the same one, those merged into this one, and the way to merge. Rules SR4, SR6. */
import { useQuery } from '@tanstack/react-query'
import { mayDecide } from '#domain/actor.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { duplicatesQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { Section } from './section.tsx'
import type { Library } from './use-library.ts'

interface AlikeProps {
  readonly source: SourceRecord
  readonly library: Library
  /** With the other source, or null to look for one. */
  readonly onMerge: (other: string | null) => void
}

export function AlikeSection({ source, library, onMerge }: AlikeProps) {
  const { t } = useWords()
  const { slug, actor, change } = library
  const { data: groups = [] } = useQuery(duplicatesQuery(slug))
  const alike = groups
    .filter(({ sources }) => sources.some(({ id }) => id === source.id))
    .flatMap(({ by, sources }) => sources.filter(({ id }) => id !== source.id).map((other) => ({ by, other })))
  const may = mayDecide(actor)
  const part = async (id: string, title: string) => {
    announce((await change(api.partSource(slug, id))) ?? t('record.parted', { title }))
    focusRecordTitle()
  }
  return (
    <>
      {source.merged.length > 0 && (
        <Section title={t('record.mergedHere')}>
          <ul className={css['alike']}>
            {source.merged.map(({ id, title, publisher }) => (
              <li key={id}>
                <span dir="auto">{title}</span> <span className={css['faint']}>{publisher}</span>
                {may && (
                  <Button
                    size="small"
                    aria-label={t('record.undoMergeOf', { title })}
                    onPress={() => void part(id, title)}
                  >
                    {t('record.undoMerge')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {(may || alike.length > 0) && (
        <Section title={t('alike.heading')}>
          {alike.length === 0 && <p className={css['faint']}>{t('alike.none')}</p>}
          <ul className={css['alike']}>
            {alike.map(({ by, other }) => (
              <li key={`${by} ${other.id}`}>
                <span dir="auto">{other.title}</span> <span className={css['faint']}>{t(`alike.by.${by}`)}</span>
                {may && (
                  <Button size="small" onPress={() => onMerge(other.id)}>
                    {t('alike.compare')}
                    <VisuallyHidden>{other.title}</VisuallyHidden>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {may && (
            <div className={css['actions']}>
              <Button look="quiet" onPress={() => onMerge(null)}>
                {t('merge.other')}
              </Button>
            </div>
          )}
        </Section>
      )}
    </>
  )
}
