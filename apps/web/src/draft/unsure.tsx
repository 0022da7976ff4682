/**
 * The claims the engine is unsure of, each with old and new words side by side and two answers. By pointer or by keys: y and n answer
 * and go on, j and k or the arrows step. Nobody has to answer.
 */
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { CarriedClaimView, DraftAnswer } from '#protocol/draft-view.ts'
import { Button } from '#web/ui/button.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Answers } from './answers.ts'
import { ClaimName } from './claim-name.tsx'
import css from './draft.module.css'
import { unsureKeyOf } from './keys.ts'
import { Quotation } from './quotation.tsx'

interface UnsureProps {
  readonly claims: readonly CarriedClaimView[]
  readonly answers: Answers
  readonly onAnswer: (claim: string, is: DraftAnswer['is'] | null) => void
  readonly language: string
}

export function Unsure({ claims, answers, onAnswer, language }: UnsureProps) {
  const { t } = useWords()
  const list = useRef<HTMLOListElement>(null)
  const answered = claims.filter(({ id }) => answers[id] !== undefined).length
  const places = () => [...(list.current?.children ?? [])].filter((place) => place instanceof HTMLElement)
  const goTo = (at: number) => {
    const place = places()[at]
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  }
  const answer = (at: number, is: DraftAnswer['is'] | null) => {
    const claim = claims[at]
    if (claim === undefined || (is === 'there' && claim.new === null)) return
    onAnswer(claim.id, is)
    announce(t(`draft.said.${is ?? 'open'}`, { number: t('claim.number', { number: claim.number }) }))
  }
  const here = (): number => places().findIndex((place) => place.contains(document.activeElement))
  const keyDown = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
    const at = here()
    const key = unsureKeyOf(event, at !== -1)
    if (key === null) return
    event.preventDefault()
    const last = claims.length - 1
    if (key === 'next') return goTo(Math.min(at + 1, last))
    if (key === 'previous') return goTo(at === -1 ? last : Math.max(at - 1, 0))
    if (at === -1)
      return goTo(
        Math.max(
          0,
          claims.findIndex(({ id }) => answers[id] === undefined),
        ),
      )
    answer(at, key)
    if (key === 'gone' || claims[at]?.new !== null) goTo(Math.min(at + 1, last))
  }
  useKeys(keyDown)

  if (claims.length === 0) return null
  return (
    <section className={css['section']} aria-labelledby="draft-unsure">
      <h2 id="draft-unsure">{t('draft.unsure')}</h2>
      <p className={css['quiet']}>
        <span role="status">{t('draft.answered', { answered, all: claims.length })}</span>{' '}
        <span className={css['keys']}>{t('draft.unsureHint')}</span>
      </p>
      <ol ref={list} className={css['unsure']}>
        {claims.map((claim, at) => (
          <li key={claim.id} tabIndex={-1} data-answer={answers[claim.id] ?? 'open'}>
            <ClaimName claim={claim} lapses={claim.changed && answers[claim.id] === 'there'} />
            <div className={css['sides']}>
              <div>
                <h3>{t('draft.then')}</h3>
                <Quotation
                  quoted={claim.old}
                  language={language}
                  against={claim.new === null ? undefined : { words: claim.new.words, is: 'newer' }}
                />
              </div>
              <div>
                <h3>{t('draft.now')}</h3>
                {claim.new === null ? (
                  <p className={css['noPlace']}>{t('draft.noPlace')}</p>
                ) : (
                  <Quotation quoted={claim.new} language={language} against={{ words: claim.old.words, is: 'older' }} />
                )}
              </div>
            </div>
            <Answering claim={claim} is={answers[claim.id]} onAnswer={(is) => answer(at, is)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface AnsweringProps {
  readonly claim: CarriedClaimView
  readonly is: DraftAnswer['is'] | undefined
  readonly onAnswer: (is: DraftAnswer['is'] | null) => void
}

function Answering({ claim, is, onAnswer }: AnsweringProps) {
  const { t } = useWords()
  const number = t('claim.number', { number: claim.number })
  const choice = (one: DraftAnswer['is']) => ({
    look: is === one ? ('primary' as const) : ('plain' as const),
    'aria-pressed': is === one,
    onPress: () => onAnswer(is === one ? null : one),
  })
  return (
    <div className={css['answers']} role="group" aria-label={number}>
      {claim.new !== null && (
        <Button {...choice('there')} glyph="tick" shortcut="y" aria-label={t('draft.isItOf', { number })}>
          {t('draft.isIt')}
        </Button>
      )}
      <Button {...choice('gone')} glyph="cross" shortcut="n" aria-label={t('draft.isGoneOf', { number })}>
        {t('draft.isGone')}
      </Button>
      {is !== undefined && (
        <Button look="quiet" size="small" onPress={() => onAnswer(null)} aria-label={t('draft.takeBackOf', { number })}>
          {t('draft.takeBack')}
        </Button>
      )}
      <span className={css['quiet']}>
        {t(is === undefined ? 'draft.left' : is === 'there' ? 'draft.willStand' : 'draft.willGo')}
      </span>
    </div>
  )
}

/** Wherever the focus is on the page. */
function useKeys(take: (event: globalThis.KeyboardEvent) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => {
      const isElsewhere =
        event.target instanceof Element &&
        event.target.closest('input, textarea, select, [role=listbox], [role=menu], [role=dialog]') !== null
      if (!isElsewhere && !event.isComposing) latest.current(event)
    }
    document.addEventListener('keydown', keyDown)
    return () => document.removeEventListener('keydown', keyDown)
  }, [])
}
