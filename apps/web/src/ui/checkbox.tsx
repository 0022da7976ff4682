/** Several choices that do not exclude one another, each with what it means beside it. */
import { Checkbox as KitCheckbox } from 'react-aria-components/Checkbox'
import { CheckboxGroup as KitCheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { FieldError, Label } from 'react-aria-components/TextField'
import css from './checkbox.module.css'
import fieldCss from './field.module.css'
import { Icon } from './icon.tsx'

export interface Choice<Id extends string> {
  readonly id: Id
  readonly text: string
  readonly hint?: string
}

export interface CheckboxGroupProps<Id extends string> {
  readonly label: string
  readonly choices: readonly Choice<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (ids: Id[]) => void
  readonly error?: string | null | undefined
}

export function CheckboxGroup<Id extends string>({ label, choices, value, onChange, error }: CheckboxGroupProps<Id>) {
  return (
    <KitCheckboxGroup
      className={fieldCss['field'] ?? ''}
      value={[...value]}
      onChange={(ids) => onChange(choices.map(({ id }) => id).filter((id) => ids.includes(id)))}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label className={fieldCss['label']}>{label}</Label>
      {choices.map(({ id, text, hint }) => (
        <KitCheckbox key={id} value={id} className={css['choice'] ?? ''}>
          <span className={css['box']}>
            <Icon glyph="tick" size={12} />
          </span>
          <span>
            {text}
            {hint === undefined ? null : <span className={css['hint']}> {hint}</span>}
          </span>
        </KitCheckbox>
      ))}
      {error && <FieldError className={fieldCss['error'] ?? ''}>{error}</FieldError>}
    </KitCheckboxGroup>
  )
}
