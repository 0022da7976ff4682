/** A few choices side by side, one of them on: `Check | Edit`. For more than four, use Select. And a button that stays in. */
import type { ReactNode } from 'react'
import {
  ToggleButton as KitToggleButton,
  type ToggleButtonProps as KitToggleButtonProps,
} from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup as KitToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { type Glyph, Icon } from './icon.tsx'
import type { Option } from './select.tsx'
import css from './toggle.module.css'

export interface ToggleButtonGroupProps<Id extends string> {
  readonly label: string
  readonly options: readonly Option<Id>[]
  readonly value: Id
  readonly onChange: (id: Id) => void
  readonly isDisabled?: boolean
}

export function ToggleButtonGroup<Id extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: ToggleButtonGroupProps<Id>) {
  return (
    <KitToggleButtonGroup
      className={css['group'] ?? ''}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      isDisabled={isDisabled}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find(({ id }) => keys.has(id))
        if (chosen) onChange(chosen.id)
      }}
    >
      {options.map(({ id, text, glyph }) => (
        <KitToggleButton key={id} id={id} className={css['choice'] ?? ''}>
          {glyph && <Icon glyph={glyph} />}
          {text}
        </KitToggleButton>
      ))}
    </KitToggleButtonGroup>
  )
}

export interface ToggleButtonProps extends Omit<KitToggleButtonProps, 'className' | 'style' | 'children'> {
  readonly glyph?: Glyph
  readonly children: ReactNode
}

export function ToggleButton({ glyph, children, ...rest }: ToggleButtonProps) {
  return (
    <KitToggleButton {...rest} className={css['alone'] ?? ''}>
      {glyph && <Icon glyph={glyph} />}
      {children}
    </KitToggleButton>
  )
}
