/** The rows of the list of sentences. Only those in sight are in the page, so that an article of thousands opens at once. */
import { Checkbox } from 'react-aria-components/Checkbox'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { personOf, useDesk } from '#web/claims/desk.ts'
import { Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import type { CoveredSentence } from './coverage-now.ts'
import css from './sentence-list.module.css'
import type { Listed, Show } from './sentence-rows.ts'

interface SentenceRowsProps {
  readonly rows: readonly Listed[]
  readonly show: Show
  readonly selected: ReadonlySet<string>
  readonly onSelect: (keys: ReadonlySet<string>) => void
  readonly onGo: (row: Listed) => void
}

export function SentenceRows({ rows, show, selected, onSelect, onGo }: SentenceRowsProps) {
  const { t } = useWords()
  const { article, mayMark } = useDesk()
  const about = useAbout()
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const isSelectable = mayMark && show !== 'claimed'
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize: 72 }}>
      <GridList
        className={css['rows'] ?? ''}
        aria-label={t(`coverage.show.${show}`, { count: rows.length })}
        items={rows.map((row) => ({ ...row, id: row.key }))}
        dependencies={[isSelectable, about]}
        selectionMode={isSelectable ? 'multiple' : 'none'}
        selectedKeys={selected}
        onSelectionChange={(keys) =>
          onSelect(new Set(keys === 'all' ? rows.map(({ key }) => key) : [...keys].map(String)))
        }
        onAction={(key) => {
          const row = byKey.get(String(key))
          if (row !== undefined) onGo(row)
        }}
        disallowTypeAhead
      >
        {({ key, sentence }) => (
          <GridListItem id={key} textValue={sentence.words} className={css['row'] ?? ''}>
            {isSelectable && (
              <Checkbox slot="selection" className={css['check'] ?? ''}>
                <span className={css['box']}>
                  <Icon glyph="tick" size={12} />
                </span>
              </Checkbox>
            )}
            <span className={css['said']}>
              <span className={css['words']} lang={article.language} dir="auto">
                {sentence.words}
              </span>
              <span className={css['about']}>{about(sentence)}</span>
            </span>
          </GridListItem>
        )}
      </GridList>
    </Virtualizer>
  )
}

/** What stands below the words: what there may be to check, who ticked it and why, or its claims. */
function useAbout(): (sentence: CoveredSentence) => string {
  const { t } = useWords()
  const { newsroom, claims } = useDesk()
  return ({ standing, cues, tick, claims: ids }) => {
    if (standing === 'claimed') {
      const numbers = claims.flatMap(({ id, number, standing: its }) =>
        number !== null && its !== 'withdrawn' && ids.includes(id) ? [t('claim.number', { number })] : [],
      )
      return numbers.join(' · ')
    }
    if (tick === null) return cues.map((cue) => t(`coverage.cue.${cue}`)).join(' · ')
    const reason = tick.reason === 'other' && tick.why ? tick.why : t(`tick.reason.${tick.reason}`)
    if (tick.by === '') return t('coverage.tickedHere', { reason })
    return t('coverage.tickedBy', { name: personOf(newsroom, tick.by).name, reason })
  }
}
