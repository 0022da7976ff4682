/** Says who asserts a claim: what kind of voice, its name where it has one, and on what terms it speaks. Loaded when it is first asked for. */
import { useId, useState } from 'react'
import { type AsserterKind, asserterKinds, isNamed } from '#domain/asserter.ts'
import { type SourceTerms, sourceTerms } from '#domain/source.ts'
import { useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstWrong } from '#web/ui/first-wrong.ts'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './quotes.module.css'
import '#web/words/article.ts'
import '#web/words/quotes.ts'

const usualTerms = (kind: AsserterKind): SourceTerms | null =>
  kind === 'narrator' ? null : kind === 'unnamed' ? 'background' : 'on-record'

export function AsserterDialog({ claim, onClose }: { claim: KnownClaim; onClose: () => void }) {
  const { t, whyNot } = useWords()
  const { acts, claims } = useDesk()
  const [form, known] = [useId(), useId()]
  const before = claim.view.asserter
  const [kind, setKind] = useState<AsserterKind>(before?.kind ?? (claim.kind === 'quote' ? 'person' : 'narrator'))
  const [name, setName] = useState(before?.name ?? '')
  const [terms, setTerms] = useState<SourceTerms | null>(before === null ? usualTerms(kind) : before.terms)
  const [wasTried, setTried] = useState(false)
  const isMissing = isNamed(kind) && name.trim() === ''
  const names = new Set(claims.flatMap((one) => (one.state === 'known' && one.view.asserter?.name) || []))
  const set = (asserter: Parameters<typeof acts.assertBy>[0]) => {
    acts.assertBy(asserter)
    onClose()
  }
  const number = t('claim.number', { number: claim.number })
  return (
    <Dialog
      title={t('quote.title', { number })}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      footer={
        <>
          {before !== null && (
            <Button look="quiet" onPress={() => set(null)}>
              {t('quote.unsay')}
            </Button>
          )}
          <Button look="primary" type="submit" form={form}>
            {t('quote.save')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (isMissing) focusFirstWrong(event.currentTarget)
          else set({ kind, name: isNamed(kind) ? name : '', terms })
        }}
      >
        <Select
          label={t('quote.who')}
          options={asserterKinds.map((one) => ({ id: one, text: t(`quote.kind.${one}`) }))}
          value={kind}
          autoFocus
          onChange={(next) => {
            setKind(next)
            setTerms(usualTerms(next))
          }}
        />
        {isNamed(kind) && (
          <>
            <TextField
              label={t('quote.name')}
              dir="auto"
              list={known}
              maxLength={500}
              value={name}
              onChange={setName}
              error={wasTried && isMissing ? whyNot('name-needed') : null}
            />
            <datalist id={known}>
              {[...names].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </datalist>
          </>
        )}
        {terms !== null && (
          <Select
            label={t('quote.terms')}
            options={sourceTerms.map((one) => ({ id: one, text: t(`quote.terms.${one}`) }))}
            value={terms}
            onChange={setTerms}
          />
        )}
      </form>
    </Dialog>
  )
}
