/** The reason of the next verdict. Kept per claim while one looks at others, and until the server has taken it. */
import { Suspense, useEffect, useRef } from 'react'
import { needsWhy } from '#domain/rating.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import css from './inspector.module.css'
import { giveKeys, keyHint } from './platform.ts'
import { Section } from './section.tsx'

const ProposedField = onDemand(() => import('#web/fixes/proposed-field.tsx').then((part) => part.ProposedField))

export function WhySection({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { drafts, acts, wish } = useDesk()
  const { why, rating } = useDraft(drafts, claim.id)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (area.current !== null && wish?.granted('why')) area.current.focus()
  }, [wish])
  if (claim.standing === 'detached') return null
  return (
    <Section title={t('why.heading')}>
      {rating === 'confirmed-with-change' && (
        <Suspense fallback={null}>
          <ProposedField claim={claim} />
        </Suspense>
      )}
      <TextArea
        label={t('why.label')}
        labelHidden
        rows={2}
        grows
        dir="auto"
        areaRef={area}
        placeholder={t('why.placeholder')}
        value={why}
        onChange={(text) => drafts.change(claim.id, { why: text })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
            event.preventDefault()
            acts.giveDraft()
          } else event.continuePropagation()
        }}
        description={
          rating !== null && needsWhy(rating) && why.trim() === '' && rating !== 'confirmed-with-change'
            ? t('why.needed', { rating: t(`rating.${rating}`) })
            : undefined
        }
      />
      {rating !== null && (
        <div className={css['actions']}>
          <Button look="primary" {...keyHint(giveKeys)} onPress={acts.giveDraft}>
            {t('why.give', { rating: t(`rating.${rating}`) })}
          </Button>
          <Button look="quiet" onPress={() => drafts.change(claim.id, { rating: null })}>
            {t('app.cancel')}
          </Button>
        </div>
      )}
    </Section>
  )
}
