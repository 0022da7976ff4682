/**
 * A detached claim: how its words stood, where they may stand now, and putting it on words by hand. A guess is only offered. While
 * it is shown, words selected in the text can take the claim: from the bar beside them, from here, or by the key p.
 */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { relink } from '#domain/repair.ts'
import { contextLength } from '#document/placement.ts'
import type { LostWordsView } from '#protocol/repair-view.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type KnownClaim } from '#web/claims/desk-claim.ts'
import { keyHint } from '#web/claims/platform.ts'
import { Section } from '#web/claims/section.tsx'
import { placeQuery } from '#web/queries.ts'
import { useSending } from '#web/talk/sending.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { PutHereBar } from './put-here-bar.tsx'
import css from './repair.module.css'
import { quoteSelected, type QuotedWords } from './selected-words.ts'
import '#web/words/article.ts'
import '#web/words/repair.ts'

export function Relink({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { newsroom, article, actor, view, wish } = useDesk()
  const { whyNot, refuse, send } = useSending()
  const number = t('claim.number', { number: claim.number })
  const asked = useQuery(placeQuery(newsroom.slug, article.id, claim.id))

  const put = useCallback(
    async (quote: QuotedWords) => {
      const rule = relink(claimOf(claim.stored), actor)
      const done = await send(rule, () => api.placeClaim(newsroom.slug, article.id, claim.id, quote))
      if (done) announce(t('repair.put', { number, words: quote.exact }))
    },
    [claim.stored, claim.id, actor, send, newsroom.slug, article.id, t, number],
  )
  const putHere = useCallback(() => {
    const quote = view === null ? null : quoteSelected(view)
    if (quote === null) refuse(t('repair.nothing'))
    else void put(quote)
  }, [view, put, refuse, t])

  useEffect(() => {
    if (wish?.granted('relink')) putHere()
  }, [wish, putHere])

  const { lost, guess } = asked.data ?? { lost: null, guess: null }
  return (
    <>
      {lost !== null && (
        <Section title={t('repair.lost')}>
          <Quotation quoted={lost} language={article.language} isGone />
        </Section>
      )}
      {mayAct && asked.data !== undefined && (
        <Section title={t('repair.guess')}>
          {guess === null ? (
            <p className={css['quiet']}>{t('repair.noGuess')}</p>
          ) : (
            <>
              <Quotation quoted={guess} language={article.language} />
              <div className={css['actions']}>
                <Button onPress={() => void put({ exact: guess.words, prefix: guess.before, suffix: guess.after })}>
                  {t('repair.putThere')}
                </Button>
              </div>
            </>
          )}
          <p className={css['quiet']}>{t('repair.orSelect', { number })}</p>
          <div className={css['actions']}>
            {/* A press would take the selection away with the focus. */}
            <span onMouseDown={(event) => event.preventDefault()}>
              <Button size="small" {...keyHint('p')} preventFocusOnPress onPress={putHere}>
                {t('repair.putHere', { number })}
              </Button>
            </span>
          </div>
          <p role="alert" className={css['whyNot']}>
            {whyNot}
          </p>
        </Section>
      )}
      {mayAct && view !== null && <PutHereBar view={view} number={number} onPut={putHere} />}
    </>
  )
}

function Quotation(props: { quoted: LostWordsView['lost']; language: string; isGone?: boolean }) {
  const { quoted, language, isGone = false } = props
  const { before, words, after } = quoted
  return (
    <blockquote className={css['quotation']} dir="auto" lang={language}>
      {before.length >= contextLength && '…'}
      {before}
      {isGone ? <del>{words}</del> : <strong>{words}</strong>}
      {after}
      {after.length >= contextLength && '…'}
    </blockquote>
  )
}
