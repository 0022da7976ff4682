/**
 * Below the text: the claims that have lost their words, with those words, where they stood, and the way back. A guess is only offered;
 * other words are selected in the text while the claim is selected, see repair/relink.tsx. Rules MG10, RP1.
 */
import { useQuery } from '@tanstack/react-query'
import { mayDecide } from '#domain/actor.ts'
import { relink } from '#domain/repair.ts'
import { contextLength } from '#document/placement.ts'
import type { LostWordsView } from '#protocol/repair-view.ts'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { claimOf, type KnownClaim } from '#web/claims/desk-claim.ts'
import { placeQuery } from '#web/queries.ts'
import { useSending } from '#web/talk/sending.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { nameOf } from './card-state.ts'
import css from './shelf.module.css'
import '#web/words/article.ts'
import '#web/words/margin.ts'
import '#web/words/repair.ts'

export function Shelf() {
  const { t } = useWords()
  const { claims, actor, mode } = useDesk()
  const lost = claims.flatMap((claim) => (claim.state === 'known' && claim.standing === 'detached' ? [claim] : []))
  const mayAct = mode !== 'read' && mayDecide(actor)
  return (
    <section className={css['shelf']} aria-labelledby="shelf-heading">
      <h2 id="shelf-heading" className={css['heading']}>
        <Icon glyph="box-empty" /> {t('shelf.heading', { count: lost.length })}
      </h2>
      {mayAct && <p className={css['hint']}>{t('shelf.hint')}</p>}
      <ul>
        {lost.map((claim) => (
          <Lost key={claim.id} claim={claim} mayAct={mayAct} />
        ))}
      </ul>
    </section>
  )
}

function Lost({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { newsroom, article, actor, selected, select } = useDesk()
  const { whyNot, send } = useSending()
  // Asked anew when claims change; every few seconds only in the inspector, for the one claim that is selected.
  const asked = useQuery({ ...placeQuery(newsroom.slug, article.id, claim.id), refetchInterval: false })
  const number = nameOf(claim, t)
  const lost = asked.data?.lost ?? { before: '', words: claim.view.recorded, after: '' }
  const guess = asked.data?.guess ?? null
  const put = async ({ before, words, after }: LostWordsView['lost']) => {
    const rule = relink(claimOf(claim.stored), actor)
    const quote = { exact: words, prefix: before, suffix: after }
    const done = await send(rule, () => api.placeClaim(newsroom.slug, article.id, claim.id, quote))
    if (done) announce(t('repair.put', { number, words }))
  }
  return (
    <li className={css['lost']} data-selected={selected?.id === claim.id}>
      <div className={css['head']}>
        <span className={css['number']}>{number}</span>
        <span className={css['kind']}>{t(`kind.${claim.kind}`)}</span>
      </div>
      <p className={css['label']}>{t('shelf.stood')}</p>
      <Quoted quoted={lost} language={article.language} isGone />
      {guess !== null && mayAct && (
        <>
          <p className={css['label']}>{t('shelf.guess')}</p>
          <Quoted quoted={guess} language={article.language} />
        </>
      )}
      <div className={css['acts']}>
        {mayAct && guess !== null && (
          <Button size="small" onPress={() => void put(guess)}>
            {t('shelf.putThere', { number })}
          </Button>
        )}
        <Button size="small" onPress={() => select(claim.id, 'text')}>
          {mayAct ? t('shelf.other') : t('shelf.show', { number })}
        </Button>
      </div>
      <p role="alert" className={css['whyNot']}>
        {whyNot}
      </p>
    </li>
  )
}

function Quoted(props: { quoted: LostWordsView['lost']; language: string; isGone?: boolean }) {
  const { quoted, language, isGone = false } = props
  const { before, words, after } = quoted
  return (
    <blockquote className={css['quoted']} dir="auto" lang={language}>
      {before.length >= contextLength && '…'}
      {before}
      {isGone ? <del>{words}</del> : <strong>{words}</strong>}
      {after}
      {after.length >= contextLength && '…'}
    </blockquote>
  )
}
