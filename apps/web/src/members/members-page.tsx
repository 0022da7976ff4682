/**
 * Who belongs to the newsroom, for its admins: people and their roles, invitations, programs. Every change is asked of the same rule
 * here and on the server; the page follows by itself when another admin changes something.
 */
import { useParams } from '@tanstack/react-router'
import { mayManage } from '#domain/actor.ts'
import { actorOf } from '#web/frame/actor.ts'
import { usePageTitle } from '#web/frame/page-title.ts'
import { TopBar } from '#web/frame/top-bar.tsx'
import { useMembers, useNewsroom } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { InvitationSection } from './invitation-section.tsx'
import css from './members.module.css'
import { PeopleSection } from './people-section.tsx'
import { ProgramSection } from './program-section.tsx'
import '#web/words/members.ts'

export function MembersPage() {
  const { t, whyNot } = useWords()
  const { newsroom } = useParams({ from: '/$newsroom' })
  const room = useNewsroom(newsroom).data
  const isAdmin = room !== undefined && mayManage(actorOf(room))
  const members = useMembers(newsroom, isAdmin)
  usePageTitle(t('members.page'))
  if (!room) return null
  const props = { newsroom, room, members: members.data?.members ?? [] }
  return (
    <>
      <TopBar newsroom={newsroom} page={t('members.page')} />
      <main id="content" tabIndex={-1} className={css['page']} aria-busy={isAdmin && members.isPending}>
        <h1 className={css['heading']}>{t('members.heading')}</h1>
        {!isAdmin ? (
          <p>{t('members.mayNot')}</p>
        ) : members.data ? (
          <>
            <PeopleSection {...props} />
            <InvitationSection {...props} invitations={members.data.invitations} />
            <ProgramSection {...props} />
          </>
        ) : members.isError ? (
          <p role="alert">{whyNot('server-trouble')}</p>
        ) : null}
      </main>
    </>
  )
}
