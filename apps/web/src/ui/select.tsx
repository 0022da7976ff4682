/** One choice from a list. Opens with arrows, Enter or a click; a first letter jumps. */
import type { Key } from 'react-aria-components/Select'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as KitSelect,
  SelectValue,
} from 'react-aria-components/Select'
import fieldCss from './field.module.css'
import { type Glyph, Icon } from './icon.tsx'
import menuCss from './menu.module.css'
import css from './select.module.css'

export interface Option<Id extends string> {
  readonly id: Id
  readonly text: string
  readonly glyph?: Glyph
}

export interface SelectProps<Id extends string> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly options: readonly Option<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly placeholder?: string
  readonly isDisabled?: boolean
  /** `quiet` has no edge until it is pointed at. */
  readonly look?: 'plain' | 'quiet'
  readonly autoFocus?: boolean
}

export function Select<Id extends string>({
  label,
  labelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  look = 'plain',
  autoFocus = false,
}: SelectProps<Id>) {
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key)
    if (option) onChange(option.id)
  }
  return (
    <KitSelect
      className={fieldCss['field'] ?? ''}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      autoFocus={autoFocus}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <Label className={labelHidden ? fieldCss['hidden'] : fieldCss['label']}>{label}</Label>
      <Button className={`${css['button']} ${css[look]}`}>
        <SelectValue className={css['value'] ?? ''} />
        <Icon glyph="chevron-down" size={12} />
      </Button>
      <Popover className={menuCss['popover'] ?? ''} offset={4}>
        <ListBox className={menuCss['menu'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className={menuCss['item'] ?? ''}>
              {option.glyph && <Icon glyph={option.glyph} />}
              <span className={menuCss['text']}>{option.text}</span>
              <span className={menuCss['check']}>
                <Icon glyph="tick" />
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </KitSelect>
  )
}
