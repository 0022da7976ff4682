/** The claims that have the source among theirs; each line leads to the claim on its desk. */
import type { RestingClaim } from '#protocol/source-view.ts'
import { useWords } from '#web/words/words.tsx'
import { RestsList } from './rests-list.tsx'
import css from './record.module.css'
import { Section } from './section.tsx'

export function RestsSection({ rests }: { rests: readonly RestingClaim[] }) {
  const { t } = useWords()
  return (
    <Section title={t('rests.heading', { count: new Set(rests.map(({ id }) => id)).size })}>
      {rests.length === 0 ? <p className={css['faint']}>{t('rests.none')}</p> : <RestsList rests={rests} />}
    </Section>
  )
}
