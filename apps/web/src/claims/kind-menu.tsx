/**
 * The kinds of claim at the words just selected, opened on the guess: Enter keeps it, arrows or a first letter change it, Escape
 * leaves the words unmarked and gives the focus back to them.
 */
import { Button as KitButton } from 'react-aria-components/Button'
import { type ClaimKind, claimKinds } from '#domain/kind.ts'
import { Menu, MenuItem, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './over-text.module.css'

export interface Place {
  readonly left: number
  readonly top: number
  readonly height: number
}

interface KindMenuProps {
  readonly at: Place
  readonly guess: ClaimKind
  readonly onChoose: (kind: ClaimKind) => void
  readonly onClose: () => void
}

export function KindMenu({ at, guess, onChoose, onClose }: KindMenuProps) {
  const { t } = useWords()
  return (
    // The words hang out a button that nobody sees or reaches: the kit wants something for a menu to belong to.
    <MenuTrigger isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <KitButton
        className={css['anchor'] ?? ''}
        style={{ left: at.left, top: at.top, height: at.height }}
        excludeFromTabOrder
        aria-label={t('mark.kinds')}
      />
      <Menu
        aria-label={t('mark.kinds')}
        placement="bottom start"
        autoFocus
        selectionMode="single"
        selectedKeys={[guess]}
        onAction={(key) => {
          const kind = claimKinds.find((one) => one === key)
          if (kind) onChoose(kind)
        }}
      >
        {claimKinds.map((kind) => (
          <MenuItem key={kind} id={kind}>
            {t(`kind.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
