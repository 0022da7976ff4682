/** The text of the article and what lies over it: clicks that select claims, the bar at selected words, the menu of kinds. */
import { type MouseEvent, type RefObject, Suspense, useCallback, useRef, useState } from 'react'
import type { ArticleEditor } from '#web/editor/article-editor.ts'
import { GalleyText } from '#web/editor/galley-text.tsx'
import { claimsUnder } from '#web/editor/pointing.ts'
import type { ArticleSync } from '#web/live/sync-provider.ts'
import { BesideText } from '#web/margin/beside-text.tsx'
import { toast } from '#web/ui/messages.tsx'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './article.module.css'
import { useDesk } from './desk.ts'
import { KindMenu } from './kind-menu.tsx'
import { markInEditKeys } from './platform.ts'
import { useWire } from './use-article-sync.ts'
import type { Marking } from './use-marking.ts'

// Follows the text at once, and looks at what was selected before it came.
const SelectionBar = onDemand(() => import('./selection-bar.tsx').then((part) => part.SelectionBar))

interface TextPaneProps {
  readonly sync: ArticleSync | null
  readonly editor: ArticleEditor | null
  readonly onEditor: (editor: ArticleEditor | null) => void
  readonly scroller: RefObject<HTMLElement | null>
  readonly marking: Marking
  /** Claims under a click, the innermost mark first; none where there is no claim. */
  readonly onClaims: (ids: string[]) => void
}

export function TextPane({ sync, editor, onEditor, scroller, marking, onClaims }: TextPaneProps) {
  const { t } = useWords()
  const { article, mode, mayMark } = useDesk()
  const ready = useWire(sync, (wire) => wire.ready)
  const column = useRef<HTMLDivElement>(null)
  const [tooLarge] = useState(() => ({ text: '' }))
  tooLarge.text = t('article.pasteTooLarge')
  const onTooLarge = useCallback(() => toast({ text: tooLarge.text }), [tooLarge])

  const onClick = (event: MouseEvent) => {
    if (editor === null || document.getSelection()?.isCollapsed === false) return
    onClaims(claimsUnder(event.target, editor.view.dom))
  }

  return (
    <main id="content" tabIndex={-1} className={css['text']} data-region="text" ref={scroller}>
      <div className={css['column']} ref={column}>
        {/* Clicks choose among marks; everything they do, keys in the text and the list do too. */}
        <div onClick={onClick}>
          {sync !== null && ready ? (
            <GalleyText sync={sync} mode={mode} language={article.language} onOpen={onEditor} onTooLarge={onTooLarge} />
          ) : (
            <p className={css['opening']}>{t('article.opening')}</p>
          )}
        </div>
        {editor !== null && <BesideText text={editor.view.dom} frame={column} />}
      </div>
      {editor !== null && mayMark && marking.menu === null && (
        <Suspense fallback={null}>
          <SelectionBar
            view={editor.view}
            frame={scroller}
            shortcut={mode === 'edit' ? markInEditKeys : 'm'}
            onMark={marking.mark}
          />
        </Suspense>
      )}
      {marking.menu !== null && (
        <KindMenu at={marking.menu.at} guess={marking.menu.guess} onChoose={marking.choose} onClose={marking.cancel} />
      )}
    </main>
  )
}
