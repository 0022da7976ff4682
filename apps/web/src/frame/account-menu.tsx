/** Top right on every page of a newsroom: who I am, my other newsrooms, how Tickmark looks, and the way out. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { Button as KitButton } from 'react-aria-components/Button'
import { api } from '#web/api/api.ts'
import { forgetKept, keptCount } from '#web/live/kept-keys.ts'
import { useMe, useNewsroom } from '#web/queries.ts'
import { Face } from '#web/ui/face.tsx'
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#web/ui/menu.tsx'
import { toast } from '#web/ui/messages.tsx'
import { choose, languages, themes, usePreference } from '#web/words/preference.ts'
import { useWords } from '#web/words/words.tsx'
import css from './frame.module.css'

export function AccountMenu({ newsroom }: { newsroom: string }) {
  const { t, whyNot } = useWords()
  const me = useMe()
  const room = useNewsroom(newsroom)
  const { theme, language } = usePreference()
  const navigate = useNavigate()
  const router = useRouter()
  const queries = useQueryClient()
  const person = room.data?.me
  if (!person) return null

  const askToSignOut = () => {
    const count = keptCount(person.id)
    if (count === 0) return void signOut()
    toast({
      text: t('account.keptHere', { count }),
      action: { text: t('account.signOutAnyway'), take: () => void signOut() },
    })
  }
  const signOut = async () => {
    const reply = await api.signOut()
    if (!reply.ok && reply.refusal !== 'not-signed-in') return toast({ text: whyNot(reply) })
    forgetKept(person.id)
    // Nothing of one person may be on screen for the next.
    await navigate({ to: '/sign-in' })
    queries.clear()
    await router.invalidate()
  }
  const others = me.data?.newsrooms ?? []

  return (
    <MenuTrigger>
      <KitButton className={css['account'] ?? ''} aria-label={t('account.label', { name: person.name })}>
        <Face person={person} size={28} decorative />
      </KitButton>
      <Menu aria-label={t('account.label', { name: person.name })}>
        <MenuSection title={person.name} aria-label={person.name}>
          <MenuItem id="profile" onAction={() => void navigate({ to: '/profile' })}>
            {t('account.profile')}
          </MenuItem>
          {person.roles.includes('admin') && (
            <MenuItem id="members" onAction={() => void navigate({ to: '/$newsroom/members', params: { newsroom } })}>
              {t('account.members')}
            </MenuItem>
          )}
          <MenuItem id="api" href="/api/reference">
            {t('account.api')}
          </MenuItem>
          <MenuItem id="sign-out" onAction={askToSignOut}>
            {t('account.signOut')}
          </MenuItem>
        </MenuSection>
        {others.length > 1 ? (
          <MenuSection
            title={t('account.newsrooms')}
            selectionMode="single"
            selectedKeys={[newsroom]}
            onSelectionChange={(keys) => {
              const [slug] = keys === 'all' ? [] : [...keys]
              if (slug !== undefined) void navigate({ to: '/$newsroom', params: { newsroom: String(slug) } })
            }}
          >
            {others.map(({ slug, name }) => (
              <MenuItem key={slug} id={slug}>
                {name}
              </MenuItem>
            ))}
          </MenuSection>
        ) : null}
        <MenuSection
          title={t('account.theme')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = themes.find((one) => keys !== 'all' && keys.has(one))
            if (chosen) choose({ theme: chosen })
          }}
        >
          {themes.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`account.theme.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
        <MenuSection
          title={t('account.language')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[language]}
          onSelectionChange={(keys) => {
            const chosen = languages.find((one) => keys !== 'all' && keys.has(one))
            if (chosen) choose({ language: chosen })
          }}
        >
          {languages.map((one) => (
            <MenuItem key={one} id={one}>
              {t(`account.language.${one}`)}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}
