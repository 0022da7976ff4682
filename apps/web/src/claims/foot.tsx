/** In narrow windows, where the panel is not beside the text: steps from claim to claim, and the way to the list. */
import { isLeft } from '#domain/claim.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import css from './foot.module.css'

export function Foot({ onList }: { onList: () => void }) {
  const { t } = useWords()
  const { acts, claims } = useDesk()
  const left = claims.filter(({ standing }) => isLeft(standing)).length
  return (
    <nav className={css['foot']} aria-label={t('claims.heading')}>
      <IconButton
        glyph="chevron-start"
        look="plain"
        label={t('steps.previous')}
        onPress={() => acts.step('previous')}
      />
      <IconButton glyph="chevron-end" look="plain" label={t('steps.next')} onPress={() => acts.step('next')} />
      <Button onPress={() => acts.step('next-left')}>
        {t('steps.nextLeft')} {left > 0 && `· ${left}`}
      </Button>
      <span className={css['footSpace']} />
      <Button glyph="list" onPress={onList}>
        {t('claims.open')}
      </Button>
    </nav>
  )
}
