/**
 * Dialogs: the page behind waits, Escape closes, the focus returns to where it was. `place` is the middle of the page, a drawer
 * from the end side, or a sheet over the lower half. What was typed in a dialog belongs to its owner and survives closing.
 */
import type { ReactNode } from 'react'
import { Dialog as KitDialog, Heading, Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useWords } from '#web/words/words.tsx'
import { IconButton } from './button.tsx'
import css from './dialog.module.css'

export interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly children: ReactNode
  /** Buttons, the next step last. */
  readonly footer?: ReactNode
  readonly place?: 'middle' | 'end' | 'bottom'
  readonly role?: 'dialog' | 'alertdialog'
}

export function Dialog({
  title,
  isOpen,
  onOpenChange,
  children,
  footer,
  place = 'middle',
  role = 'dialog',
}: DialogProps) {
  const { t } = useWords()
  return (
    <ModalOverlay
      className={`${css['overlay']} ${css[place]}`}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={role === 'dialog'}
    >
      <Modal className={css['modal'] ?? ''}>
        <KitDialog className={css['dialog'] ?? ''} role={role}>
          <header className={css['head']}>
            <Heading slot="title" className={css['title'] ?? ''}>
              {title}
            </Heading>
            <IconButton glyph="cross" label={t('app.close')} size="small" onPress={() => onOpenChange(false)} />
          </header>
          <div className={css['body']}>{children}</div>
          {footer && <footer className={css['foot']}>{footer}</footer>}
        </KitDialog>
      </Modal>
    </ModalOverlay>
  )
}
