/** The acts of this desk, made once; they look at the desk as it is at the moment of the act. Refusals become sentences here. */
import { useRef, useState } from 'react'
import { Watched } from '#web/live/sync-store.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { type Acts, makeActs } from './acts.ts'
import type { ActsNeed, DeskNow } from './acts-frame.ts'
import type { Decisions } from './decisions.ts'
import { type SelectedFrom, Wish } from './desk.ts'
import type { Decision, KnownClaim } from './desk-claim.ts'
import type { Drafts } from './drafts.ts'

export interface ActsHere {
  readonly acts: Acts
  readonly notes: Watched<ReadonlyMap<string, string>>
  readonly wish: Wish | null
}

interface Around {
  readonly now: DeskNow
  readonly decisions: Decisions
  readonly drafts: Drafts
  readonly select: (id: string, from: SelectedFrom) => void
  readonly onWish: () => void
  /** A moment in newsroom time, for the ear. */
  readonly when: (at: string) => string
}

export function useActs(around: Around): ActsHere {
  const words = useWords()
  const [wish, setWish] = useState<Wish | null>(null)
  const [notes] = useState(() => new Watched<ReadonlyMap<string, string>>(new Map()))
  const latest = useRef({ ...around, words })
  latest.current = { ...around, words }

  const [acts] = useState(() => {
    const note: ActsNeed['note'] = (claim, refusal) => {
      const { now, select, words } = latest.current
      const next = new Map(notes.get())
      next.delete(claim.id)
      if (refusal === null) return notes.set(next)
      const why = refusal === 'choose-first' ? words.t('why.chooseFirst') : words.whyNot(refusal)
      notes.set(next.set(claim.id, why))
      if (now.selected?.id === claim.id) return
      // Whoever has gone on to another claim is told here and brought back if they wish; what they typed is still there.
      const number = numberOf(claim)
      const action = { text: words.t('refused.goThere', { number }), take: () => select(claim.id, 'step') }
      toast({ text: words.t('refused.elsewhere', { number, why }), action })
    }
    const said: ActsNeed['said'] = (what, claim, { rating, risk, dueAt, what: decided } = {}) => {
      const { t } = latest.current.words
      if (what === 'nothing-selected') return toast({ text: t('steps.selectFirst') })
      if (what === 'nothing-reworded') return toast({ text: t('steps.nothingReworded') })
      if (what === 'nothing-to-undo') return toast({ text: t('undo.nothing') })
      if (what === 'nothing-to-repeat') return toast({ text: t('steps.nothingToRepeat') })
      if (claim === null) return what === 'nothing-left' ? toast({ text: t('steps.nothingLeft') }) : undefined
      const number = numberOf(claim)
      const named = { number, what: selectable(decided) }
      if (what === 'undone') return toast({ text: t('undo.done', named) })
      if (what === 'source-begun') return toast({ text: t('sources.begun') })
      if (what === 'changed-since') return toast({ text: t('undo.changed', named) })
      if (what === 'not-undone') return toast({ text: t('undo.not', named) })
      if (what === 'cleared') announce(t('verdict.cleared', { number }))
      if (what === 'verdict') announce(rating ? t('verdict.said', { number, rating: t(`rating.${rating}`) }) : number)
      if (what === 'sign-off') announce(t('signOff.said', { number }))
      if (what === 'sign-off-back') announce(t('signOff.back', { number }))
      if (what === 'truth')
        announce(rating ? t('truth.said', { number, rating: t(`rating.${rating}`) }) : t('truth.cleared', { number }))
      if (what === 'withdrawn') announce(t('withdraw.said', { number }))
      if (what === 'attached') announce(t('sources.added'))
      if (what === 'removed') announce(t('sources.removed'))
      if (what === 'risk' && risk) announce(t(`risk.said.${risk}`, { number }))
      if (what === 'due')
        announce(dueAt ? t('due.said', { number, at: latest.current.when(dueAt) }) : t('due.saidNone', { number }))
    }
    const numberOf = (claim: KnownClaim) => latest.current.words.t('claim.number', { number: claim.number })
    return makeActs({
      now: () => latest.current.now,
      decisions: around.decisions,
      drafts: around.drafts,
      select: (id) => latest.current.select(id, 'step'),
      wish: (what) => {
        latest.current.onWish()
        setWish(new Wish(what))
      },
      note,
      said,
    })
  })
  return { acts, notes, wish }
}

/** As sentences choose by; their language has no hyphens. */
const selectable = (decided: Decision['type'] | undefined): string =>
  decided === 'sign-off' || decided === 'sign-off-back'
    ? 'signoff'
    : decided === 'still-holds'
      ? 'hold'
      : (decided ?? 'other')
