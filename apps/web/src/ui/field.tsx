/**
 * Fields for words. The label is always there for a screen reader, `labelHidden` takes it off the page only where the place already
 * says it. An error stands below its field, in words, until the value changes; what was typed is never thrown away.
 */
import type { ReactNode, Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea as KitTextArea,
  TextField as KitTextField,
  type TextFieldProps as KitTextFieldProps,
} from 'react-aria-components/TextField'
import css from './field.module.css'

interface CommonProps extends Omit<KitTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  readonly label: string
  readonly labelHidden?: boolean
  readonly description?: ReactNode
  /** In words; nothing or null when the value may stand. */
  readonly error?: string | null | undefined
  readonly placeholder?: string
  /** Of the words typed, where they are an article's and not the interface's. */
  readonly dir?: 'auto' | 'ltr' | 'rtl'
}

export interface TextFieldProps extends CommonProps {
  readonly inputRef?: Ref<HTMLInputElement>
  readonly list?: string
  readonly min?: string
  readonly max?: string
}

function Around({
  label,
  labelHidden,
  description,
  error,
  children,
}: Pick<CommonProps, 'label' | 'labelHidden' | 'description' | 'error'> & { children: ReactNode }) {
  return (
    <>
      <Label className={labelHidden ? css['hidden'] : css['label']}>{label}</Label>
      {children}
      {/* Always there: the kit ties it to the field once, when both appear, and what it says may come later. */}
      <Text slot="description" className={css['description']}>
        {description}
      </Text>
      {error && <FieldError className={css['error'] ?? ''}>{error}</FieldError>}
    </>
  )
}

export function TextField({
  label,
  labelHidden = false,
  description,
  error,
  placeholder,
  dir,
  inputRef,
  list,
  min,
  max,
  ...rest
}: TextFieldProps) {
  return (
    <KitTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className={css['field'] ?? ''}>
      <Around label={label} labelHidden={labelHidden} description={description} error={error}>
        <Input
          ref={inputRef ?? null}
          className={css['input'] ?? ''}
          placeholder={placeholder ?? ''}
          dir={dir}
          list={list}
          min={min}
          max={max}
        />
      </Around>
    </KitTextField>
  )
}

export interface TextAreaProps extends Omit<CommonProps, 'onPaste'> {
  readonly rows?: number
  readonly areaRef?: Ref<HTMLTextAreaElement>
  readonly onPaste?: React.ClipboardEventHandler<HTMLTextAreaElement>
  /** Grows with what is typed up to its max height instead of showing a bar. */
  readonly grows?: boolean
}

export function TextArea({
  label,
  labelHidden = false,
  description,
  error,
  placeholder,
  dir,
  rows = 3,
  areaRef,
  onPaste,
  grows = false,
  ...rest
}: TextAreaProps) {
  return (
    <KitTextField {...rest} isInvalid={Boolean(error)} validationBehavior="aria" className={css['field'] ?? ''}>
      <Around label={label} labelHidden={labelHidden} description={description} error={error}>
        <KitTextArea
          ref={areaRef ?? null}
          className={`${css['input']} ${css['area']} ${grows ? css['grows'] : ''}`}
          placeholder={placeholder}
          dir={dir}
          rows={rows}
          onPaste={onPaste}
        />
      </Around>
    </KitTextField>
  )
}
