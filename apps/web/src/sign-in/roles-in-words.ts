/** “admin and editor”: a person's roles as one would say them. */
import type { Role } from '#domain/actor.ts'
import type { Words } from '#web/words/words.tsx'

export const rolesInWords = ({ t, locale }: Words, roles: readonly Role[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(roles.map((role) => t(`role.${role}`)))
