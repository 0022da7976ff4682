/**
 * What is known about an article besides its text, who may open it, and the file it came in. What somebody has changed here and not
 * saved survives closing; fields they left alone follow what others save meanwhile. Loaded when it is first opened.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Access } from '#domain/actor.ts'
import { mayEdit, maySignOff } from '#domain/actor.ts'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { actorOf } from '#web/frame/actor.ts'
import { keys, useClaims } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { announce } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { AccessChoice, AccessInWords } from './access-choice.tsx'
import css from './details-dialog.module.css'
import { FactFields } from './fact-fields.tsx'
import { FactList } from './fact-list.tsx'
import { changeOf, type Facts, factsOf } from './facts.ts'
import { Original } from './original.tsx'
import '#web/words/details.ts'
import '#web/words/import.ts'

export interface DetailsDialogProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
}

export function DetailsDialog({ newsroom, article, isOpen, onOpenChange }: DetailsDialogProps) {
  const { t, whyNot } = useWords()
  const queries = useQueryClient()
  const [edits, setEdits] = useState<Partial<Facts>>({})
  const [access, setAccess] = useState<Access | null>(null)
  const [wrong, setWrong] = useState<{ deadline?: string; form?: string }>({})
  const [saving, setSaving] = useState(false)
  const actor = actorOf(newsroom)
  const isTouched = Object.keys(edits).length > 0 || access !== null
  const undo = () => {
    setEdits({})
    setAccess(null)
    setWrong({})
  }

  const save = async () => {
    if (saving) return
    const change = changeOf(article, edits, newsroom.zone)
    if (change === null) return setWrong({ deadline: t('import.deadlineForm') })
    setWrong({})
    setSaving(true)
    const refused = await send(change)
    setSaving(false)
    void queries.invalidateQueries({ queryKey: keys.desk(newsroom.slug) })
    await queries.invalidateQueries({ queryKey: keys.articleItself(newsroom.slug, article.id) })
    if (refused !== null) return setWrong({ form: refused })
    announce(t('details.saved'))
    onOpenChange(false)
  }
  /** What was refused, in words. What has been stored by then is not sent again. */
  const send = async (change: NonNullable<ReturnType<typeof changeOf>>): Promise<string | null> => {
    if (Object.keys(change).length > 0) {
      const reply = await api.changeArticle(newsroom.slug, article.id, change)
      if (!reply.ok && reply.refusal !== 'nothing-changed') return whyNot(reply)
    }
    setEdits({})
    if (access !== null) {
      const reply = await api.openArticleTo(newsroom.slug, article.id, {
        open: access.open,
        people: [...access.people],
      })
      if (!reply.ok) return whyNot(reply)
    }
    setAccess(null)
    return null
  }

  // RD3. Known here is which claims count from that date; which of them then mean other days the server finds.
  const dated = useClaims(newsroom.slug, article.id).data?.claims.filter(
    ({ dates, verdict, standing }) => dates.length > 0 && verdict !== null && standing !== 'withdrawn',
  )
  const movesDates = edits.publicationDate !== undefined && edits.publicationDate !== (article.publicationDate ?? '')
  const mayChange = mayEdit(actor)
  return (
    <Dialog
      title={t('details.title')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      footer={
        mayChange && (
          <>
            {isTouched && (
              <Button look="quiet" onPress={undo}>
                {t('details.undo')}
              </Button>
            )}
            <Button look="primary" isPending={saving} onPress={() => void save()}>
              {saving ? t('details.saving') : t('details.save')}
            </Button>
          </>
        )
      }
    >
      <div className={css['details']}>
        <p className={css['quiet']}>{t('details.inText')}</p>
        {mayChange ? (
          <FactFields
            newsroom={newsroom.slug}
            zone={newsroom.zone}
            facts={{ ...factsOf(article, newsroom.zone), ...edits }}
            onChange={(change) => setEdits({ ...edits, ...change })}
            wrongDeadline={wrong.deadline}
          />
        ) : (
          <FactList article={article} zone={newsroom.zone} />
        )}
        {movesDates && dated !== undefined && dated.length > 0 && (
          <p role="status">{t('details.movesDates', { count: dated.length })}</p>
        )}
        <section aria-labelledby="details-access">
          <h3 id="details-access">{t('details.access')}</h3>
          {maySignOff(actor) ? (
            <AccessChoice newsroom={newsroom} access={access ?? article} onChange={setAccess} />
          ) : (
            <AccessInWords newsroom={newsroom} access={article} />
          )}
        </section>
        <section aria-labelledby="details-original">
          <h3 id="details-original">{t('details.original')}</h3>
          <Original newsroom={newsroom.slug} article={article} />
        </section>
        <p role="alert" className={css['wrong']}>
          {wrong.form}
        </p>
      </div>
    </Dialog>
  )
}
