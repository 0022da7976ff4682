/** Taking a person or program out: asked once more, with what follows. */
import { useState } from 'react'
import { remove } from '#domain/member.ts'
import type { MemberView } from '#protocol/member-view.ts'
import { api } from '#web/api/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './members.module.css'
import type { SectionProps } from './people-section.tsx'
import { useRefreshMembers } from './use-refresh-members.ts'

export function Removal({
  newsroom,
  room,
  members,
  person,
  onClose,
}: SectionProps & { person: MemberView; onClose: () => void }) {
  const { t, whyNot } = useWords()
  const refresh = useRefreshMembers(newsroom)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const known = members.map(({ id, roles, kind }) => ({ person: id, roles, kind }))
  const allowed = remove(actorOf(room), known, person.id)
  const take = async () => {
    setBusy(true)
    const reply = await api.removeMember(newsroom, person.id)
    setBusy(false)
    if (!reply.ok) return setWrong(whyNot(reply))
    await refresh()
    toast({ text: t('members.removed', { name: person.name }) })
    onClose()
  }
  return (
    <Dialog
      title={t('members.removeHeading', { name: person.name })}
      role="alertdialog"
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          <Button look="quiet" onPress={onClose} autoFocus>
            {t('app.cancel')}
          </Button>
          <Button look="primary" isPending={busy} isDisabled={!allowed.ok} onPress={() => void take()}>
            {t('members.remove')}
          </Button>
        </>
      }
    >
      <p>
        {allowed.ok
          ? t(person.kind === 'program' ? 'members.removeProgramText' : 'members.removeText')
          : whyNot(allowed.refusal)}
      </p>
      <p role="alert" className={css['wrong']}>
        {wrong}
      </p>
    </Dialog>
  )
}
