/** What the claim's words mean by the publication date, with the weekday: “last week” = Monday 29 February – Sunday 6 March 2016. */
import type { ClaimView } from '#protocol/view.ts'
import { useDesk } from '#web/claims/desk.ts'
import { useWords } from '#web/words/words.tsx'
import css from './repair.module.css'
import '#web/words/repair.ts'

export function Dates({ dates }: { dates: ClaimView['dates'] }) {
  const { t, locale } = useWords()
  const { article } = useDesk()
  const { publicationDate } = article
  // A date of the calendar, the same in every zone.
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const said = (from: string, to: string) => format.formatRange(Date.parse(from), Date.parse(to))
  return (
    <>
      <ul className={css['dates']}>
        {dates.map(({ phrase, from, to }, index) => (
          <li key={index}>
            {from === null || to === null
              ? t('dates.none', { phrase })
              : t('dates.is', { phrase, date: said(from, to) })}
          </li>
        ))}
      </ul>
      {publicationDate !== null && (
        <p className={css['quiet']}>
          {t('dates.of', { date: format.format(Date.parse(publicationDate)) })}{' '}
          {dates.some(({ from, to }) => from === to) && t('dates.weekday')}
        </p>
      )}
    </>
  )
}
