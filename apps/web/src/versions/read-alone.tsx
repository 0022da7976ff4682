/** One version as it was, to be read. */
import { useQuery } from '@tanstack/react-query'
import type { SteadyArticle } from '#protocol/view.ts'
import type { VersionsSearch } from '#web/frame/search.ts'
import { GalleyPreview } from '#web/import/galley-preview.tsx'
import { refusalOf, versionQuery } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { type Chosen, stepFrom } from './pair.ts'
import { StepsBar } from './steps-bar.tsx'
import { useVersionKeys } from './use-version-keys.ts'
import css from './versions.module.css'

interface ReadAloneProps {
  readonly newsroom: string
  readonly article: SteadyArticle
  readonly numbers: readonly number[]
  readonly chosen: Extract<Chosen, { kind: 'read' }>
  readonly go: (search: VersionsSearch) => void
}

export function ReadAlone({ newsroom, article, numbers, chosen, go }: ReadAloneProps) {
  const { t, whyNot } = useWords()
  const version = useQuery(versionQuery(newsroom, article.id, chosen.to))
  useVersionKeys((key) => {
    if (key !== 'older' && key !== 'newer') return
    const search = stepFrom(chosen, numbers, key)
    if (search) go(search)
  })
  const { language, direction } = article
  return (
    <>
      <StepsBar chosen={chosen} numbers={numbers} go={go} changes={0} at={null} step={() => undefined} />
      {version.isError && <p role="alert">{whyNot(refusalOf(version.error) ?? 'server-trouble')}</p>}
      {version.isPending && <p className={css['quiet']}>{t('app.loading')}</p>}
      {version.data && (
        <div role="group" aria-label={t('versions.text', { number: chosen.to })} className={css['sheet']}>
          <GalleyPreview draft={{ document: version.data.document, language, direction }} />
        </div>
      )}
    </>
  )
}
