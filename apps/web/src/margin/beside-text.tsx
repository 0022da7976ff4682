/**
 * What stands beside and below the text, each part loaded when it has something to show: the margin from 760 px on, the shelf once a
 * claim has lost its words.
 */
import { type RefObject, Suspense } from 'react'
import { useDesk } from '#web/claims/desk.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWidth } from '#web/ui/use-width.ts'

const Margin = onDemand(() => import('./margin.tsx').then((part) => part.Margin))
const Shelf = onDemand(() => import('./shelf.tsx').then((part) => part.Shelf))

export function BesideText({ text, frame }: { text: HTMLElement; frame: RefObject<HTMLElement | null> }) {
  const { claims } = useDesk()
  const isWide = useWidth('(width >= 760px)')
  return (
    <Suspense fallback={null}>
      {isWide && <Margin text={text} frame={frame} />}
      {claims.some(({ standing }) => standing === 'detached') && <Shelf />}
    </Suspense>
  )
}
