/** Who else is here, top right; a face is a button that follows that person. More than fit are in a menu. Rules PR2, PR3. */
import type { ArticleSync } from '#web/live/sync-provider.ts'
import type { Face as Person } from '#web/live/sync-presence.ts'
import { useStore } from '#web/live/sync-store.ts'
import { Button } from '#web/ui/button.tsx'
import { Face } from '#web/ui/face.tsx'
import { Menu, MenuItem, MenuTrigger } from '#web/ui/menu.tsx'
import { useWords } from '#web/words/words.tsx'
import '#web/words/together.ts'
import type { Following } from './use-follow.ts'
import css from './together.module.css'

const mostFaces = 5

export function Faces({ sync, me, following }: { sync: ArticleSync; me: string; following: Following }) {
  const { t } = useWords()
  const others = useStore(sync.faces).filter(({ id }) => id !== me)
  if (others.length === 0) return null
  const more = others.slice(mostFaces)
  return (
    <ul className={css['faces']} aria-label={t('together.here')}>
      {others.slice(0, mostFaces).map((face) => (
        <li key={face.id}>
          <FaceButton face={face} following={following} />
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <MenuTrigger>
            <Button look="quiet" size="small" aria-label={t('together.more', { count: more.length })}>
              +{more.length}
            </Button>
            <Menu
              aria-label={t('together.here')}
              onAction={(key) => {
                const person = more.find(({ id }) => id === key)
                if (person) following.follow(person)
              }}
            >
              {more.map(({ id, name }) => (
                <MenuItem key={id} id={id}>
                  {t('together.follow', { name })}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        </li>
      )}
    </ul>
  )
}

function FaceButton({ face, following }: { face: Person; following: Following }) {
  const { t } = useWords()
  const isFollowed = following.person?.id === face.id
  return (
    <button
      type="button"
      className={css['face']}
      data-face=""
      aria-pressed={isFollowed}
      aria-label={t('together.follow', { name: face.name })}
      title={face.name}
      data-hue={face.hue}
      onClick={() => (isFollowed ? following.stop() : following.follow(face))}
    >
      <Face person={face} decorative />
    </button>
  )
}
