/** All wording fixes of the article: each with what changes and why, to be put in the text one by one or together. Rules WF3, WF5. */
import { useEffect, useRef } from 'react'
import { personOf, useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Difference } from '#web/claims/difference.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './fixes.module.css'
import { type FixesApply, openFixes, useApplyFixes } from './use-apply-fixes.ts'
import '#web/words/article.ts'
import '#web/words/fixes.ts'

export function FixesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const { claims, mode } = useDesk()
  const fixes = useApplyFixes()
  const { mayApply, apply, whyNot } = fixes
  const open = openFixes(claims)
  const able = mode === 'read' ? [] : open.filter((claim) => mayApply(claim).ok)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that was pressed went with its fix; the next one is where the person was going.
    if (list.current !== null && document.activeElement === document.body) {
      ;(list.current.querySelector<HTMLElement>('button[data-apply]') ?? list.current).focus()
    }
  }, [open.length])
  return (
    <Dialog
      title={t('fix.title')}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          <Button onPress={onClose}>{t('app.close')}</Button>
          {able.length > 0 && (
            <Button look="primary" onPress={() => void apply(able)}>
              {t('fix.all', { count: able.length })}
            </Button>
          )}
        </>
      }
    >
      <div ref={list} tabIndex={-1} className={css['list']}>
        <p className={css['quiet']}>{t(open.length === 0 ? 'fix.none' : 'fix.intro')}</p>
        {open.length > 0 && (
          <ul className={css['fixes']}>
            {open.map((claim) => (
              <Fix key={claim.id} claim={claim} fixes={fixes} onClose={onClose} />
            ))}
          </ul>
        )}
        <p role="alert" className={css['whyNot']}>
          {whyNot.join(' ')}
        </p>
      </div>
    </Dialog>
  )
}

interface FixProps {
  readonly claim: KnownClaim
  readonly fixes: FixesApply
  readonly onClose: () => void
}

function Fix({ claim, fixes, onClose }: FixProps) {
  const { t, whyNot } = useWords()
  const { newsroom, article, mode, select } = useDesk()
  const { verdict, words } = claim.stored
  const may = fixes.mayApply(claim)
  const number = t('claim.number', { number: claim.number })
  if (verdict === null || verdict.proposed === null) return null
  const isTyped = words === verdict.proposed
  return (
    <li className={css['fix']}>
      <p className={css['fixHead']}>
        <Button
          look="quiet"
          size="small"
          aria-label={t('fix.goTo', { number })}
          onPress={() => {
            onClose()
            select(claim.id, 'step')
          }}
        >
          {number}
        </Button>
        <span className={css['quiet']}>{t('fix.by', { name: personOf(newsroom, verdict.by).name })}</span>
      </p>
      <Difference before={words} after={verdict.proposed} language={article.language} />
      {verdict.why !== null && verdict.why !== '' && <p dir="auto">{verdict.why}</p>}
      {isTyped && <p className={css['quiet']}>{t('fix.typed')}</p>}
      {mode !== 'read' &&
        (may.ok ? (
          <Button
            size="small"
            data-apply=""
            aria-label={t(isTyped ? 'fix.acknowledgeOne' : 'fix.applyOne', { number })}
            onPress={() => void fixes.apply([claim])}
          >
            {t(isTyped ? 'fix.acknowledge' : 'fix.apply')}
          </Button>
        ) : (
          <p className={css['quiet']}>{may.refusal === 'words-changed' ? t('fix.stale') : whyNot(may.refusal)}</p>
        ))}
    </li>
  )
}
