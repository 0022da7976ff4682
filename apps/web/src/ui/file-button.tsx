/** A button that asks the person's system for one file. */
import type { ReactNode } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button, type ButtonProps } from './button.tsx'

export interface FileButtonProps extends Pick<ButtonProps, 'look' | 'size' | 'glyph' | 'isPending'> {
  /** Endings, with their dots. */
  readonly accepts: readonly string[]
  readonly onFile: (file: File) => void
  readonly children: ReactNode
}

export function FileButton({ accepts, onFile, children, ...button }: FileButtonProps) {
  return (
    <FileTrigger
      acceptedFileTypes={accepts}
      onSelect={(files) => {
        const file = files?.item(0)
        if (file) onFile(file)
      }}
    >
      <Button {...button}>{children}</Button>
    </FileTrigger>
  )
}
