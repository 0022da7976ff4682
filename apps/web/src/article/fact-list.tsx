/** The same facts for whoever may only read them. */
import type { SteadyArticle } from '#protocol/view.ts'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './details-dialog.module.css'

export function FactList({ article, zone }: { article: SteadyArticle; zone: string }) {
  const { t, locale } = useWords()
  const { dueAt, publicationDate, language, direction } = article
  const none = <span className={css['quiet']}>{t('details.none')}</span>
  const date =
    publicationDate === null
      ? none
      : new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(publicationDate))
  const facts = [
    ['import.deadline', dueAt === null ? none : <Moment key="due" at={dueAt} zone={zone} />],
    ['import.byline', article.byline === '' ? none : article.byline],
    ['import.desk', article.desk === '' ? none : article.desk],
    ['import.publicationDate', date],
    ['import.language', new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(language) ?? language],
    ['import.direction', t(`import.direction.${direction}`)],
  ] as const
  return (
    <dl className={css['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(name)}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
