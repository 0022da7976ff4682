/** What a verdict proposes instead of the claim's words, beside the verdict; whoever may change the text puts it in from here. */
import type { VerdictView } from '#protocol/view.ts'
import { isFixOpen } from '#domain/wording-fix.ts'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Difference } from '#web/claims/difference.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './fixes.module.css'
import { useApplyFixes } from './use-apply-fixes.ts'
import '#web/words/article.ts'
import '#web/words/fixes.ts'

export function Proposed({ claim, verdict }: { claim: KnownClaim; verdict: VerdictView }) {
  const { t, whyNot: inWords } = useWords()
  const { article, mode } = useDesk()
  const { whyNot, mayApply, apply } = useApplyFixes()
  const { view, stored } = claim
  if (verdict.proposed === null) return null
  if (!isFixOpen(verdict)) return <p className={css['quiet']}>{t('fix.stands')}</p>
  const isNewest = verdict.seq === stored.verdict?.seq
  const may = mayApply(claim)
  const isTyped = view.words === verdict.proposed
  return (
    <div className={css['proposed']}>
      {isTyped ? (
        <p>{t('fix.typed')}</p>
      ) : (
        <>
          <p className={css['quiet']}>{t('fix.proposed')}</p>
          <Difference before={verdict.words} after={verdict.proposed} language={article.language} />
        </>
      )}
      {isNewest && mode !== 'read' && may.ok && (
        <Button size="small" onPress={() => void apply([claim])}>
          {t(isTyped ? 'fix.acknowledge' : 'fix.apply')}
        </Button>
      )}
      {isNewest && mode !== 'read' && !may.ok && (
        <p className={css['quiet']}>{may.refusal === 'words-changed' ? t('fix.stale') : inWords(may.refusal)}</p>
      )}
      <p role="alert" className={css['whyNot']}>
        {whyNot.join(' ')}
      </p>
    </div>
  )
}
