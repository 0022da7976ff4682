/** The way to an article's details; the dialog is loaded when it is first asked for: most nights nobody changes them. */
import { createElement, type ReactNode, useState } from 'react'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import { IconButton } from '#web/ui/button.tsx'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import type { DetailsDialogProps } from './details-dialog.tsx'

export function DetailsButton({ newsroom, article }: { newsroom: NewsroomView; article: SteadyArticle }) {
  const { t, whyNot } = useWords()
  const [dialog, setDialog] = useState<{ readonly view: (props: DetailsDialogProps) => ReactNode } | null>(null)
  const [isOpen, setOpen] = useState(false)
  const open = () => {
    setOpen(true)
    import('./details-dialog.tsx').then(
      ({ DetailsDialog }) => setDialog({ view: DetailsDialog }),
      () => {
        setOpen(false)
        toast({ text: whyNot('offline') })
      },
    )
  }
  return (
    <>
      <IconButton glyph="note" label={t('details.open')} onPress={open} />
      {dialog && createElement(dialog.view, { newsroom, article, isOpen, onOpenChange: setOpen })}
    </>
  )
}
