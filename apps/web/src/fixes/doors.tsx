/** Doors to what can be settled for several claims at once: wording fixes and typographic changes, each with how many there are. */
import { type ComponentType, useState } from 'react'
import css from '#web/claims/claims.module.css'
import { useDesk } from '#web/claims/desk.ts'
import { useWords } from '#web/words/words.tsx'
import { FixesDialog } from './fixes-dialog.tsx'
import { TypographicDialog } from './typographic-dialog.tsx'
import { typographicClaims } from './typographic-claims.ts'
import { openFixes } from './use-apply-fixes.ts'
import '#web/words/article.ts'
import '#web/words/fixes.ts'
import '#web/words/typographic.ts'

export function Doors() {
  const { t } = useWords()
  const { claims } = useDesk()
  return (
    <>
      <Door label={t('fix.door')} count={openFixes(claims).length} Behind={FixesDialog} />
      <Door label={t('typo.door')} count={typographicClaims(claims).length} Behind={TypographicDialog} />
    </>
  )
}

interface DoorProps {
  readonly label: string
  readonly count: number
  readonly Behind: ComponentType<{ onClose: () => void }>
}

/** Stays while its dialog is open, also when the last one behind it is settled. */
function Door({ label, count, Behind }: DoorProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  if (count === 0 && !isOpen) return null
  return (
    <>
      <button
        type="button"
        className={css['door']}
        aria-haspopup="dialog"
        aria-label={t('claims.count', { label, count })}
        onClick={() => setOpen(true)}
      >
        {label} <span className={css['count']}>{count}</span>
      </button>
      {isOpen && <Behind onClose={() => setOpen(false)} />}
    </>
  )
}
