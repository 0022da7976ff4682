/** Why the last thing that was tried on this claim was not done, in a sentence. */
import { Icon } from '#web/ui/icon.tsx'
import { useStore } from '#web/live/sync-store.ts'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import css from './inspector.module.css'

export function Note({ claim }: { claim: KnownClaim }) {
  const { notes } = useDesk()
  const note = useStore(notes).get(claim.id)
  return (
    <div role="status" className={css['noteRegion']}>
      {note !== undefined && (
        <p className={css['note']}>
          <Icon glyph="warning" />
          {note}
        </p>
      )}
    </div>
  )
}
