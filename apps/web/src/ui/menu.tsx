/**
 * Menus: `<MenuTrigger><Button …/><Menu …><MenuItem …/></Menu></MenuTrigger>`. Arrows move, a first letter jumps, Enter takes,
 * Escape closes and gives the focus back.
 */
import type { ReactNode } from 'react'
import {
  Header,
  Keyboard,
  Menu as KitMenu,
  MenuItem as KitMenuItem,
  type MenuItemProps as KitMenuItemProps,
  type MenuProps as KitMenuProps,
  MenuSection as KitMenuSection,
  type MenuSectionProps as KitMenuSectionProps,
  MenuTrigger,
  Popover,
  type PopoverProps,
} from 'react-aria-components/Menu'
import { type Glyph, Icon } from './icon.tsx'
import css from './menu.module.css'

export { MenuTrigger }

export interface MenuProps extends Omit<KitMenuProps<object>, 'className' | 'style'> {
  readonly placement?: PopoverProps['placement']
  /** Without a MenuTrigger: what the menu hangs on, and whether it is open. */
  readonly triggerRef?: PopoverProps['triggerRef']
  readonly isOpen?: boolean
  readonly onOpenChange?: (isOpen: boolean) => void
}

export function Menu({ placement = 'bottom end', triggerRef, isOpen, onOpenChange, ...rest }: MenuProps) {
  return (
    <Popover
      className={css['popover'] ?? ''}
      placement={placement}
      offset={4}
      {...(triggerRef === undefined ? {} : { triggerRef })}
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <KitMenu {...rest} className={css['menu'] ?? ''} />
    </Popover>
  )
}

export interface MenuItemProps extends Omit<KitMenuItemProps, 'className' | 'style' | 'children'> {
  readonly glyph?: Glyph
  readonly shortcut?: string
  readonly children: ReactNode
}

export function MenuItem({ glyph, shortcut, children, textValue, ...rest }: MenuItemProps) {
  const spoken = textValue ?? (typeof children === 'string' ? children : undefined)
  return (
    <KitMenuItem {...rest} className={css['item'] ?? ''} {...(spoken === undefined ? {} : { textValue: spoken })}>
      {({ selectionMode }) => (
        <>
          {glyph && <Icon glyph={glyph} />}
          <span className={css['text']}>{children}</span>
          {shortcut && <Keyboard className={css['key']}>{shortcut}</Keyboard>}
          {selectionMode !== 'none' && (
            <span className={css['check']}>
              <Icon glyph="tick" />
            </span>
          )}
        </>
      )}
    </KitMenuItem>
  )
}

export interface MenuSectionProps extends Omit<KitMenuSectionProps<object>, 'className' | 'style' | 'children'> {
  readonly title: string
  readonly children: ReactNode
}

export function MenuSection({ title, children, ...rest }: MenuSectionProps) {
  return (
    <KitMenuSection {...rest} className={css['section'] ?? ''}>
      <Header className={css['header']}>{title}</Header>
      {children}
    </KitMenuSection>
  )
}
