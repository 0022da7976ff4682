/**
 * The place of the editor in the page. It is opened once the text has arrived whole, never before: an empty editor bound to a
 * document on its way would be an empty article. React renders the frame and stays out of the text.
 */
import { memo, useEffect, useRef } from 'react'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { type ArticleEditor, openEditor } from './article-editor.ts'
import './marks.css'
import type { Mode } from './mode.ts'

export interface GalleyTextProps {
  readonly sync: ArticleSync
  readonly mode: Mode
  readonly language: string
  readonly onOpen: (editor: ArticleEditor | null) => void
  readonly onTooLarge: () => void
}

export const GalleyText = memo(function GalleyText({ sync, mode, language, onOpen, onTooLarge }: GalleyTextProps) {
  const place = useRef<HTMLDivElement>(null)
  // Only what it opens with; later changes of mode are told to the editor itself.
  const first = useRef(mode)
  useEffect(() => {
    if (place.current === null) return
    const editor = openEditor({ element: place.current, sync, mode: first.current, language, onTooLarge })
    onOpen(editor)
    return () => {
      onOpen(null)
      editor.destroy()
    }
  }, [sync, language, onOpen, onTooLarge])
  return <div ref={place} />
})
