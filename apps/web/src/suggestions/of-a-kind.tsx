/** All suggestions of one kind kept or skipped together, after one look at what they are. */
import { useState } from 'react'
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import { useDesk } from '#web/claims/desk.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/suggest.ts'
import type { SuggestionHere } from './suggestion-index.ts'
import css from './suggestions.module.css'
import type { Deciding } from './use-deciding.ts'

interface Asked {
  readonly act: 'keep' | 'skip'
  readonly kind: ClaimKind
}

const sections = [
  { act: 'keep', title: 'suggest.keepKind' },
  { act: 'skip', title: 'suggest.skipKind' },
] as const

export function OfAKind({ suggestions, acts }: { suggestions: readonly SuggestionHere[]; acts: Deciding }) {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked | null>(null)
  const of = (kind: ClaimKind) => suggestions.filter((one) => one.kind === kind)
  const kinds = claimKinds.filter((kind) => of(kind).length > 0)
  return (
    <>
      <MenuTrigger>
        <Button>{t('suggest.ofKind')}</Button>
        <Menu
          aria-label={t('suggest.ofKind')}
          placement="top end"
          onAction={(key) => {
            const [act, name] = String(key).split(' ')
            const kind = kinds.find((one) => one === name)
            if (kind !== undefined && (act === 'keep' || act === 'skip')) setAsked({ act, kind })
          }}
        >
          {sections.map(({ act, title }) => (
            <MenuSection key={act} title={t(title)}>
              {kinds.map((kind) => (
                <MenuItem key={kind} id={`${act} ${kind}`} textValue={t(`kind.${kind}`)}>
                  {t('suggest.kindCount', { kind: t(`kind.${kind}`), count: of(kind).length })}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </MenuTrigger>
      {asked !== null && (
        <Sure
          asked={asked}
          suggestions={of(asked.kind)}
          onClose={() => setAsked(null)}
          onSure={(all) => {
            setAsked(null)
            // A frame after the dialog has gone: while it is open it keeps the focus to itself.
            requestAnimationFrame(() => (asked.act === 'keep' ? acts.keepAll(all) : acts.skipAll(all)))
          }}
        />
      )}
    </>
  )
}

interface SureProps {
  readonly asked: Asked
  readonly suggestions: readonly SuggestionHere[]
  readonly onClose: () => void
  readonly onSure: (suggestions: readonly SuggestionHere[]) => void
}

function Sure({ asked, suggestions, onClose, onSure }: SureProps) {
  const { t } = useWords()
  const { article } = useDesk()
  const isKeep = asked.act === 'keep'
  const values = { count: suggestions.length, kind: t(`kind.${asked.kind}`) }
  return (
    <Dialog
      title={t(isKeep ? 'suggest.sureKeep' : 'suggest.sureSkip', values)}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('suggest.cancel')}</Button>
          <Button look="primary" autoFocus onPress={() => onSure(suggestions)}>
            {t(isKeep ? 'suggest.keep' : 'suggest.skip')}
          </Button>
        </>
      }
    >
      <p className={css['hint']}>{t(isKeep ? 'suggest.sureKeepHint' : 'suggest.sureSkipHint')}</p>
      <ul className={css['all']} lang={article.language}>
        {suggestions.map(({ words, from }, index) => (
          <li key={`${index} ${from}`} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
