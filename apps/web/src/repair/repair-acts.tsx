/** The two ways to repair what a claim is made of: it is one with another, or it is two. Each opens a dialog of its own. */
import { useState } from 'react'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Button } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import css from './repair.module.css'
import { SplitDialog } from './split-dialog.tsx'
import '#web/words/repair.ts'

export function RepairActs({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const [open, setOpen] = useState<'merge' | 'split' | null>(null)
  const close = () => setOpen(null)
  return (
    <div className={css['acts']}>
      <Button look="quiet" size="small" onPress={() => setOpen('merge')}>
        {t('repair.merge')}
      </Button>
      {claim.view.place !== 'detached' && (
        <Button look="quiet" size="small" onPress={() => setOpen('split')}>
          {t('repair.split')}
        </Button>
      )}
      {open === 'merge' && <MergeDialog claim={claim} onClose={close} />}
      {open === 'split' && <SplitDialog claim={claim} onClose={close} />}
    </div>
  )
}
