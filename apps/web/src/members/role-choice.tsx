/** Choosing roles, with what each may do: several can be held, and admin alone gives no right at the desk. */
import { type Role, roles } from '#domain/actor.ts'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useWords } from '#web/words/words.tsx'

export interface RoleChoiceProps {
  readonly value: readonly Role[]
  readonly onChange: (roles: Role[]) => void
  readonly error?: string | undefined
}

export function RoleChoice({ value, onChange, error }: RoleChoiceProps) {
  const { t } = useWords()
  const choices = roles.map((role) => ({ id: role, text: t(`role.${role}`), hint: t(`members.may.${role}`) }))
  return (
    <CheckboxGroup
      label={t('members.roles')}
      choices={choices}
      value={value}
      onChange={onChange}
      error={error ?? null}
    />
  )
}
