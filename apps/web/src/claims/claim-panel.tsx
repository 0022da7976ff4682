/**
 * Beside the text: the list of claims and the selected one. In narrower windows a drawer from the end side, on a phone a sheet over
 * the lower half; it stays in the page while closed, because the marks in the text point into it.
 */
import { IconButton } from '#web/ui/button.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './article.module.css'
import { ClaimList } from './claim-list.tsx'
import { useDesk } from './desk.ts'
import { FilterBar } from './filter-bar.tsx'
import { Inspector } from './inspector.tsx'

/** Only matters where the panel is a drawer or a sheet. */
export type PanelOpen = 'closed' | 'list' | 'claim'

interface ClaimPanelProps {
  readonly open: PanelOpen
  /** Where the window is too narrow for them to lie over the text. */
  readonly filters: boolean
  readonly onClose: () => void
}

export function ClaimPanel({ open, filters, onClose }: ClaimPanelProps) {
  const { t } = useWords()
  const { selected } = useDesk()
  return (
    <aside
      className={css['panel']}
      aria-label={t('article.region.claims')}
      data-open={open}
      data-selected={selected !== null}
      data-sheet=""
    >
      <div className={css['claims']}>
        <div className={css['claimsHead']}>
          <h2>{t('claims.heading')}</h2>
          <IconButton glyph="cross" size="small" label={t('claims.close')} onPress={onClose} />
        </div>
        {filters && <FilterBar />}
        <ClaimList />
      </div>
      <Inspector onClose={onClose} />
    </aside>
  )
}
