/** The file an article came in, to be downloaded as it was. */
import type { SteadyArticle } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { useWords } from '#web/words/words.tsx'
import css from './details-dialog.module.css'

export function Original({ newsroom, article }: { newsroom: string; article: SteadyArticle }) {
  const { t, locale } = useWords()
  const { id, original } = article
  if (original === null) return <p className={css['quiet']}>{t('details.original.none')}</p>
  return (
    <p className={css['original']}>
      <a href={api.originalAddress(newsroom, id)} download={original.name}>
        {t('details.original.download', { name: original.name })}
      </a>
      <span className={css['quiet']}>{t('details.original.size', { size: sizeInWords(original.size, locale) })}</span>
    </p>
  )
}

function sizeInWords(bytes: number, locale: string): string {
  const [unit, value] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1e6] as const)
  const most = { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, most).format(value)
}
