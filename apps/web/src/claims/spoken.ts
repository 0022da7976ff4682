/** What a screen reader hears of the selected claim when somebody else changed it. One's own results are told where they happen. */
import { useEffect, useRef } from 'react'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import type { DeskClaim } from './desk-claim.ts'

export function useChangesSpoken(): void {
  const { t } = useWords()
  const { selected, newsroom, actor } = useDesk()
  const before = useRef<DeskClaim | null>(null)
  useEffect(() => {
    const earlier = before.current
    before.current = selected
    if (selected?.state !== 'known' || earlier?.state !== 'known' || earlier.id !== selected.id) return
    const [was, now] = [earlier.stored, selected.stored]
    const number = t('claim.number', { number: now.number })
    const known = new Map(was.queries.map((query) => [query.id, query]))
    const asked = now.queries.find(({ id, to, askedBy }) => !known.has(id) && to === actor.id && askedBy !== actor.id)
    const answered = now.queries.find(
      ({ id, state, askedBy }) => state === 'answered' && known.get(id)?.state === 'asked' && askedBy === actor.id,
    )
    if (now.standing === 'detached' && was.standing !== 'detached') announce(t('changed.detached', { number }))
    else if (now.place === 'reworded' && was.words !== now.words) announce(t('changed.reworded', { number }))
    else if (now.verdict && now.verdict.seq !== was.verdict?.seq && now.verdict.by !== actor.id) {
      const { name } = personOf(newsroom, now.verdict.by)
      announce(t('changed.verdict', { number, name, rating: t(`rating.${now.verdict.rating}`) }))
    } else if (asked) announce(t('changed.asked', { number, name: personOf(newsroom, asked.askedBy).name }))
    else if (answered) announce(t('changed.answered', { number }))
    else if (now.signOff?.counts && now.signOff.seq !== was.signOff?.seq && now.signOff.by !== actor.id) {
      announce(t('changed.signed', { number, name: personOf(newsroom, now.signOff.by).name }))
    }
  }, [selected, newsroom, actor.id, t])
}
