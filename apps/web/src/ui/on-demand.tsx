/** Parts of a page that are loaded when they are first needed. One that cannot be loaded says so in its place; the page stays. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { useWords } from '#web/words/words.tsx'

export const onDemand = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> =>
  lazy(() =>
    load().then(
      (part) => ({ default: part }),
      () => ({ default: NotLoaded }),
    ),
  )

function NotLoaded() {
  const { whyNot } = useWords()
  return <p role="status">{whyNot('offline')}</p>
}
