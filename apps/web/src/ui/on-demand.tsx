/** Parts of a page that are loaded when they are first needed. One that cannot be loaded says so in its place; the page stays. LD2. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import { Button } from './button.tsx'
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

/** Browsers remember that a module did not come, and do not ask for it again before the page is opened anew. */
function NotLoaded() {
  const { t, whyNot } = useWords()
  return (
    <p role="status">
      {whyNot('offline')}{' '}
      <Button size="small" onPress={() => location.reload()}>
        {t('error.reload')}
      </Button>
    </p>
  )
}
