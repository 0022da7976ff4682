/**
 * Buttons. `primary` is the one next step of a page (ink on paper turned round), `plain` has an edge, `quiet` has none.
 * A button waiting for the server stays focusable and says so; it never takes a second press.
 */
import { Button as KitButton, type ButtonProps as KitButtonProps } from 'react-aria-components/Button'
import css from './button.module.css'
import { type Glyph, Icon } from './icon.tsx'

export interface ButtonProps extends Omit<KitButtonProps, 'className' | 'style' | 'children'> {
  readonly look?: 'primary' | 'plain' | 'quiet'
  readonly size?: 'small' | 'medium' | 'large'
  readonly glyph?: Glyph
  readonly children: React.ReactNode
  /** A key that does the same, shown after the words. */
  readonly shortcut?: string
}

/**
 * What is waiting takes no press and keeps the focus. Not by the kit's `isPending`: with it the kit speaks of a progress bar that is
 * not there, and leaves an image without a name in its live region for seconds.
 */
function waiting<T extends Pick<KitButtonProps, 'isPending' | 'onPress' | 'type'>>({ isPending, ...rest }: T) {
  if (isPending !== true) return rest
  const { onPress: _, ...unpressable } = rest
  return { ...unpressable, type: 'button' as const, 'aria-disabled': true, 'data-waiting': true }
}

export function Button({ look = 'plain', size = 'medium', glyph, shortcut, children, ...rest }: ButtonProps) {
  return (
    <KitButton {...waiting(rest)} className={`${css['button']} ${css[look]} ${css[size]}`}>
      {glyph && <Icon glyph={glyph} />}
      {children}
      {shortcut && <kbd className={css['key']}>{shortcut}</kbd>}
    </KitButton>
  )
}

export interface IconButtonProps extends Omit<KitButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  readonly glyph: Glyph
  /** What the button does, in words: read aloud, and shown by the browser on hover. */
  readonly label: string
  readonly look?: 'plain' | 'quiet'
  readonly size?: 'small' | 'medium'
}

export function IconButton({ glyph, label, look = 'quiet', size = 'medium', ...rest }: IconButtonProps) {
  return (
    <KitButton
      {...waiting(rest)}
      aria-label={label}
      className={`${css['button']} ${css[look]} ${css[size]} ${css['square']}`}
    >
      <Icon glyph={glyph} />
    </KitButton>
  )
}
