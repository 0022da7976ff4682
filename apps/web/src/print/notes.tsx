/**
 * The notes of a printed article: for each claim its number, the verdict with its glyph, why, and the sources that may leave the house, as
 * exports choose them (EX1). Addresses are spelled out, and no note is split over two pages. Rules PN1–PN3.
 */
import type { ArticleExport, ExportedClaim } from '#protocol/export-view.ts'
import type { NewsroomView } from '#protocol/view.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Voice } from '#web/quotes/voice.tsx'
import { ratingLook, standingGlyph } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import '#web/words/print.ts'
import '#web/words/quotes.ts'
import css from './print.module.css'

const inText = ({ standing, ranges }: ExportedClaim): boolean =>
  standing !== 'withdrawn' && standing !== 'detached' && ranges.length > 0

const byPlace = (a: ExportedClaim, b: ExportedClaim): number =>
  (a.ranges[0]?.from ?? 0) - (b.ranges[0]?.from ?? 0) || a.number - b.number

export function PrintedNotes({ printed, newsroom }: { printed: ArticleExport; newsroom: NewsroomView }) {
  const { t, locale } = useWords()
  const notes = printed.claims.filter(inText).toSorted(byPlace)
  const lost = printed.claims.filter(({ standing }) => standing === 'detached')
  const { version } = printed.text
  return (
    <section className={css['notes']} data-printed="" aria-label={t('print.notes')}>
      <p className={css['state']}>
        {t('print.state', {
          newsroom: newsroom.name,
          stage: t(`stage.${printed.article.stage}`),
          version: version ?? 0,
          at: new Intl.DateTimeFormat(locale, {
            dateStyle: 'long',
            timeStyle: 'short',
            timeZone: newsroom.zone,
          }).format(new Date(printed.exportedAt)),
        })}
      </p>
      <h2>{t('print.notes')}</h2>
      {notes.length === 0 && <p>{t('print.none')}</p>}
      <ol>
        {notes.map((claim) => (
          <Note key={claim.number} claim={claim} language={printed.article.language} />
        ))}
      </ol>
      {lost.length > 0 && (
        <>
          <h2>{t('print.lost')}</h2>
          <ol>
            {lost.map((claim) => (
              <Note key={claim.number} claim={claim} language={printed.article.language} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function Note({ claim, language }: { claim: ExportedClaim; language: string }) {
  const { t } = useWords()
  const { number, words, verdict, truth, asserter, standing, evidence, offRecord, signOff } = claim
  const rating = verdict === null ? null : t(`rating.${verdict.rating}`)
  return (
    <li className={css['note']}>
      <span className={css['number']}>{number}</span>
      <div>
        <p className={css['verdict']}>
          <Icon glyph={verdict === null ? standingGlyph[standing] : ratingLook(verdict.rating).glyph} />
          <strong>{rating ?? t('print.unjudged')}</strong>
          {(standing === 'reworded' || standing === 'conflict') && <> · {t(`standing.${standing}`)}</>}
          {signOff?.counts === true && <> · {t('print.signed', { name: signOff.by })}</>}
        </p>
        <p className={css['words']} dir="auto" lang={language}>
          {words}
        </p>
        {asserter !== null && (
          <p>
            <Voice asserter={asserter} />
          </p>
        )}
        {verdict?.why && (
          <p dir="auto" className={css['why']}>
            {verdict.why}
          </p>
        )}
        {truth !== null && (
          <p dir="auto">
            {t('quote.true')} <Icon glyph={ratingLook(truth.rating).glyph} />{' '}
            <strong>{t(`rating.${truth.rating}`)}</strong>
            {truth.why !== null && truth.why !== '' && <>. {truth.why}</>}
          </p>
        )}
        {evidence.length + offRecord > 0 && (
          <ul>
            {evidence.map((link, index) => (
              <li key={index}>
                {t(`stance.${link.stance}`)}: <Source link={link} />
              </li>
            ))}
            {offRecord > 0 && <li>{t('print.offRecord', { count: offRecord })}</li>}
          </ul>
        )}
      </div>
    </li>
  )
}

function Source({ link: { source, locator } }: { link: ExportedClaim['evidence'][number] }) {
  const { t } = useWords()
  const gone = source.state === 'stands' ? null : t(`sourceState.${source.state}`)
  if (source.terms === 'background') {
    return (
      <bdi>
        {source.attribution}
        {gone !== null && ` (${gone})`}
      </bdi>
    )
  }
  const parts = [source.author, source.title, source.publisher, source.publishedOn, locator, gone ?? '']
  return (
    <>
      {parts
        .filter((part) => part !== '')
        .map((part, index) => (
          <span key={index}>
            {index > 0 && ', '}
            <bdi>{part}</bdi>
          </span>
        ))}
      {source.url !== '' && (
        <>
          {' '}
          <span dir="ltr" className={css['address']}>
            {source.url}
          </span>
        </>
      )}
    </>
  )
}
