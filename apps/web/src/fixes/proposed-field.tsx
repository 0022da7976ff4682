/** How the claim's words should read: begins as they are, and is kept per claim like everything that is being written. Rule WF1. */
import { useEffect, useRef } from 'react'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { useDraft } from '#web/claims/drafts.ts'
import { TextArea } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/fixes.ts'

export function ProposedField({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { drafts, acts, wish } = useDesk()
  const { proposed } = useDraft(drafts, claim.id)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (area.current === null || !wish?.granted('proposed')) return
    area.current.focus()
    area.current.setSelectionRange(area.current.value.length, area.current.value.length)
  }, [wish])
  return (
    <TextArea
      label={t('fix.label')}
      rows={2}
      grows
      dir="auto"
      areaRef={area}
      description={t('fix.hint')}
      value={proposed ?? claim.view.words}
      onChange={(text) => drafts.change(claim.id, { proposed: text })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
          event.preventDefault()
          acts.giveDraft()
        } else event.continuePropagation()
      }}
    />
  )
}
