/** The list of keys and the list of all commands, loaded when they are first asked for: most nights nobody does. */
import { type ComponentType, createElement, type ReactNode, useCallback, useState } from 'react'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import type { Command } from './commands.ts'

export interface DeskDialogProps {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** Does it with the focus back on the desk. */
  readonly onCommand: (command: Command) => void
}

const loads = {
  keys: () => import('./keys-dialog.tsx').then(({ KeysDialog }) => KeysDialog),
  palette: () => import('./palette.tsx').then(({ Palette }) => Palette),
} satisfies Record<string, () => Promise<ComponentType<DeskDialogProps>>>

type Name = keyof typeof loads

export interface DeskDialogs {
  readonly open: (name: Name) => void
  readonly shown: (onCommand: (command: Command) => void) => ReactNode
}

export function useDeskDialogs(): DeskDialogs {
  const { whyNot } = useWords()
  const [loaded, setLoaded] = useState<Partial<Record<Name, ComponentType<DeskDialogProps>>>>({})
  const [opened, setOpened] = useState<Name | null>(null)
  const open = useCallback(
    (name: Name) => {
      setOpened(name)
      loads[name]().then(
        (part) => setLoaded((before) => ({ ...before, [name]: part })),
        () => {
          setOpened(null)
          toast({ text: whyNot('offline') })
        },
      )
    },
    [whyNot],
  )
  const shown = (onCommand: (command: Command) => void) =>
    (['keys', 'palette'] as const).map((name) => {
      const part = loaded[name]
      const onOpenChange = (isOpen: boolean) => setOpened(isOpen ? name : null)
      return part && createElement(part, { key: name, isOpen: opened === name, onOpenChange, onCommand })
    })
  return { open, shown }
}
