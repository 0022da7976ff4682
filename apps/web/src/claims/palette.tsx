/**
 * All commands in one list, narrowed by typing, each with its key: what a person can do at this moment, and any claim by its number
 * or words. The focus goes back to the desk before anything is done, so that a command finds it as a key would. Rule KB35.
 */
import { useEffect, useRef, useState } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Menu as KitMenu } from 'react-aria-components/Menu'
import { Dialog as KitDialog, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { TextField } from '#web/ui/field.tsx'
import { VisuallyHidden } from '#web/ui/hidden.tsx'
import { MenuItem, MenuSection } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import { labelOf } from './command-words.ts'
import { type Command, commandGroups, commands } from './commands.ts'
import { useDesk } from './desk.ts'
import { keyOfCommand, useKeyChoice } from './key-choice.ts'
import css from './palette.module.css'
import { nameOfKey } from './platform.ts'
import type { DeskDialogProps } from './use-desk-dialogs.ts'
import '#web/words/article.ts'
import '#web/words/keys.ts'

export function Palette({ isOpen, onOpenChange, onCommand }: DeskDialogProps) {
  return (
    <ModalOverlay className={css['overlay'] ?? ''} isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className={css['modal'] ?? ''}>
        <Commands onClose={() => onOpenChange(false)} onCommand={onCommand} />
      </Modal>
    </ModalOverlay>
  )
}

const mostClaims = 40

function Commands({ onClose, onCommand }: { onClose: () => void; onCommand: (command: Command) => void }) {
  const { t } = useWords()
  const { claims, mode, selected, select, article } = useDesk()
  const { contains } = useFilter({ sensitivity: 'base', ignorePunctuation: true })
  const choice = useKeyChoice()
  const [typed, setTyped] = useState('')
  const afterwards = useAfterwards()

  const applies = ({ id, reads, onClaim }: Command) =>
    id !== 'palette' && (mode !== 'read' || reads === true) && (onClaim !== true || selected !== null)
  const offered = commands.filter(applies).map((command) => {
    const key = keyOfCommand(choice, command)
    return { command, text: t(labelOf(command.id)), key: key === '' ? null : nameOfKey(key) }
  })
  const found =
    typed.trim() === ''
      ? []
      : claims
          .filter(({ number, words }) => number !== null && contains(`C${number} ${words}`, typed.trim()))
          .toSorted((a, b) => Number(isNumbered(b.number, typed)) - Number(isNumbered(a.number, typed)))
          .slice(0, mostClaims)
  const isEmpty = found.length === 0 && !offered.some(({ text }) => contains(text, typed.trim()))

  const act = (run: () => void) => {
    afterwards(run)
    onClose()
  }

  return (
    <KitDialog className={css['dialog'] ?? ''} aria-label={t('keys.palette')}>
      <Autocomplete
        inputValue={typed}
        onInputChange={setTyped}
        filter={(text, wanted) => contains(text, wanted.trim())}
      >
        <div className={css['field']}>
          <TextField label={t('keys.paletteFind')} labelHidden placeholder={t('keys.paletteFind')} autoFocus />
        </div>
        <KitMenu
          className={css['menu'] ?? ''}
          aria-label={t('keys.palette')}
          renderEmptyState={() => <p className={css['none']}>{t('keys.paletteNone')}</p>}
        >
          {found.length > 0 && (
            <MenuSection key="claims" title={t('claims.heading')}>
              {found.map(({ id, number, words }) => (
                <MenuItem
                  key={id}
                  id={`claim ${id}`}
                  textValue={`C${number} ${words}`}
                  onAction={() => act(() => select(id, 'step'))}
                >
                  {t('keys.goTo', { number: `C${number}` })}{' '}
                  <bdi className={css['words']} lang={article.language}>
                    {words}
                  </bdi>
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {commandGroups.map((group) => (
            <MenuSection key={group} title={t(`keys.group.${group}`)}>
              {offered
                .filter(({ command }) => command.group === group)
                .map(({ command, text, key }) => (
                  <MenuItem
                    key={command.id}
                    id={command.id}
                    textValue={text}
                    {...(key === null ? {} : { shortcut: key })}
                    onAction={() => act(() => onCommand(command))}
                  >
                    {text}
                  </MenuItem>
                ))}
            </MenuSection>
          ))}
        </KitMenu>
      </Autocomplete>
      <VisuallyHidden>
        <span role="status">{isEmpty ? t('keys.paletteNone') : ''}</span>
      </VisuallyHidden>
    </KitDialog>
  )
}

const isNumbered = (number: number | null, typed: string): boolean =>
  number !== null && new RegExp(`^c?${number}$`, 'i').test(typed.trim())

/** What is chosen is done when the list is gone and the focus has returned: before, the list would take the focus back. */
function useAfterwards(): (run: () => void) => void {
  const chosen = useRef<(() => void) | null>(null)
  useEffect(
    () => () => {
      const run = chosen.current
      if (run !== null) requestAnimationFrame(run)
    },
    [],
  )
  return (run) => {
    chosen.current = run
  }
}
