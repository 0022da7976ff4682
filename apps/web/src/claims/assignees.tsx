/** To whom the article as a whole is given: their faces, and for those who decide the menu that changes it. Sent when it closes. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button as KitButton } from 'react-aria-components/Button'
import { mayDecide, mayOpen } from '#domain/actor.ts'
import { api } from '#web/api/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { keys } from '#web/queries.ts'
import { Face } from '#web/ui/face.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { Menu, MenuItem, MenuSection, MenuTrigger } from '#web/ui/menu.tsx'
import { announce, toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './assignees.module.css'
import { personOf, useDesk } from './desk.ts'

const mostFaces = 3

export function Assignees() {
  const { t, whyNot, locale } = useWords()
  const { newsroom, article, actor, mode } = useDesk()
  const queries = useQueryClient()
  /** While the menu is open; what it was when it opened stays on the button. */
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const { assignees } = article
  const names = (ids: Iterable<string>) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format([...ids].map((id) => personOf(newsroom, id).name))
  const label = assignees.length === 0 ? t('assign.nobody') : t('assign.given', { names: names(assignees) })
  const faces = (
    <>
      <Icon glyph="person" />
      {assignees.slice(0, mostFaces).map((id) => (
        <Face key={id} person={personOf(newsroom, id)} size={20} decorative />
      ))}
      {assignees.length > mostFaces && `+${assignees.length - mostFaces}`}
    </>
  )
  if (mode === 'read' || !mayDecide(actor)) {
    if (assignees.length === 0) return null
    return (
      <span
        className={css['assignees']}
        data-told=""
        role="img"
        aria-label={t('assign.told', { names: names(assignees) })}
      >
        {faces}
      </span>
    )
  }
  const people = newsroom.people.filter((person) => {
    const other = actorOf(newsroom, person)
    return !person.left && person.kind === 'person' && mayDecide(other) && mayOpen(other, article)
  })

  const save = async () => {
    if (chosen === null) return
    setChosen(null)
    // Whoever is given to but may not be any more is let go with the next change.
    const wanted = people.map(({ id }) => id).filter((id) => chosen.has(id))
    if (wanted.toSorted().join() === assignees.toSorted().join()) return
    const reply = await api.assignArticle(newsroom.slug, article.id, wanted)
    if (!reply.ok) return toast({ text: whyNot(reply) })
    void queries.invalidateQueries({ queryKey: keys.desk(newsroom.slug) })
    await queries.invalidateQueries({ queryKey: keys.articleItself(newsroom.slug, article.id) })
    announce(wanted.length === 0 ? t('assign.saidNobody') : t('assign.said', { names: names(wanted) }))
  }

  return (
    <MenuTrigger onOpenChange={(isOpen) => (isOpen ? setChosen(new Set(assignees)) : void save())}>
      <KitButton className={css['assignees'] ?? ''} aria-label={label}>
        {faces}
      </KitButton>
      <Menu aria-label={t('assign.people')}>
        <MenuSection
          title={t('assign.people')}
          selectionMode="multiple"
          selectedKeys={chosen ?? assignees}
          onSelectionChange={(next) =>
            setChosen(new Set(next === 'all' ? people.map(({ id }) => id) : [...next].map(String)))
          }
        >
          {people.map(({ id, name }) => (
            <MenuItem key={id} id={id}>
              {id === actor.id ? t('article.you', { name }) : name}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </MenuTrigger>
  )
}
