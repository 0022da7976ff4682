/**
 * The other pages of an article: its versions, its history, the way in for a new draft, and the way onto paper; all commands too, for
 * whoever has no keyboard.
 */
import { useNavigate } from '@tanstack/react-router'
import { mayEdit } from '#domain/actor.ts'
import { IconButton } from '#web/ui/button.tsx'
import { useStore } from '#web/live/sync-store.ts'
import { Menu, MenuItem, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'

const pages = ['versions', 'history', 'new-draft'] as const

interface ArticleMenuProps {
  readonly onPrint: () => void
  readonly onCommands: () => void
}

export function ArticleMenu({ onPrint, onCommands }: ArticleMenuProps) {
  const { t } = useWords()
  const { newsroom, article, actor, suggestions, mode } = useDesk()
  const areShown = useStore(suggestions.shown)
  const navigate = useNavigate()
  const params = { newsroom: newsroom.slug, article: article.id }
  return (
    <MenuTrigger>
      <IconButton glyph="more" label={t('article.pages')} />
      <Menu
        onAction={(key) => {
          const page = pages.find((page) => page === key)
          if (key === 'print') onPrint()
          if (key === 'commands') onCommands()
          if (key === 'suggestions') suggestions.toggle()
          if (page) void navigate({ to: `/$newsroom/articles/$article/${page}`, params })
        }}
      >
        {pages.map((page) =>
          page !== 'new-draft' || mayEdit(actor) ? (
            <MenuItem key={page} id={page}>
              {t(`article.page.${page}`)}
            </MenuItem>
          ) : null,
        )}
        {mode === 'check' && (
          <MenuItem id="suggestions">{t(areShown ? 'article.hideSuggestions' : 'article.showSuggestions')}</MenuItem>
        )}
        <MenuItem id="print">{t('article.print')}</MenuItem>
        <MenuItem id="commands">{t('article.openCommands')}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
