/** Withdrawing a claim: in two steps, with its reason, which a judged claim must have. */
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import css from './inspector.module.css'

export function Withdrawal({ claim }: { claim: KnownClaim }) {
  const { t } = useWords()
  const { drafts, acts } = useDesk()
  const { withdrawing } = useDraft(drafts, claim.id)
  if (withdrawing === null) {
    return (
      <div className={css['foot']}>
        <Button look="quiet" size="small" glyph="minus" onPress={() => drafts.change(claim.id, { withdrawing: '' })}>
          {t('withdraw.button')}
        </Button>
      </div>
    )
  }
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault()
        acts.withdraw(withdrawing)
      }}
    >
      <TextField
        label={t(claim.view.verdict === null ? 'withdraw.whyOptional' : 'withdraw.why')}
        autoFocus
        dir="auto"
        value={withdrawing}
        onChange={(text) => drafts.change(claim.id, { withdrawing: text })}
      />
      <div className={css['actions']}>
        <Button type="submit">{t('withdraw.confirm', { number: t('claim.number', { number: claim.number }) })}</Button>
        <Button look="quiet" onPress={() => drafts.change(claim.id, { withdrawing: null })}>
          {t('app.cancel')}
        </Button>
      </div>
    </form>
  )
}
