/** The list of keys, loaded when it is first asked for: most nights nobody does. */
import { createElement, type ReactNode, useCallback, useState } from 'react'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import type { KeysDialogProps } from './keys-dialog.tsx'

export function useKeysDialog(): { readonly open: () => void; readonly shown: ReactNode } {
  const { whyNot } = useWords()
  const [dialog, setDialog] = useState<{ readonly view: (props: KeysDialogProps) => ReactNode } | null>(null)
  const [isOpen, setOpen] = useState(false)
  const open = useCallback(() => {
    setOpen(true)
    import('./keys-dialog.tsx').then(
      ({ KeysDialog }) => setDialog({ view: KeysDialog }),
      () => {
        setOpen(false)
        toast({ text: whyNot('offline') })
      },
    )
  }, [whyNot])
  return { open, shown: dialog && createElement(dialog.view, { isOpen, onOpenChange: setOpen }) }
}
