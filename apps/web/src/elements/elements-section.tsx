/**
 * What is looked up one by one in a claim's words: the elements they seem to hold, and those somebody has checked; the others on request.
 * Arrows go along the findings of an element, Enter or space says one, and again takes it back. Rules EL1–EL3.
 */
import { useEffect, useRef, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { type Element, type ElementFinding, elementFindings, elements, elementsIn } from '#domain/element.ts'
import { personOf, useDesk } from '#web/claims/desk.ts'
import type { KnownClaim } from '#web/claims/desk-claim.ts'
import { Section } from '#web/claims/section.tsx'
import { Button } from '#web/ui/button.tsx'
import { type Glyph, Icon } from '#web/ui/icon.tsx'
import { useWords } from '#web/words/words.tsx'
import css from './elements.module.css'
import '#web/words/elements.ts'

const looks = {
  right: { glyph: 'tick', word: 'element.right' },
  wrong: { glyph: 'cross', word: 'element.wrong' },
  unsure: { glyph: 'question', word: 'element.unsure' },
  'not-applicable': { glyph: 'minus', word: 'element.notApplicable' },
} as const satisfies Record<ElementFinding, { glyph: Glyph; word: string }>

export function ElementsSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { wish } = useDesk()
  const [isWhole, setWhole] = useState(false)
  const section = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (section.current !== null && wish?.granted('elements'))
      (section.current.querySelector('button') ?? section.current.closest('section')?.querySelector('button'))?.focus()
  }, [wish])
  useEffect(() => {
    // The button that asked for all of them is gone.
    if (isWhole) section.current?.querySelector('button')?.focus()
  }, [isWhole])
  const mayCheck = mayAct && claim.standing !== 'detached'
  const checked = new Set(claim.view.elements.map(({ element }) => element))
  const held = new Set(mayCheck ? elementsIn(claim.view.words) : [])
  const shown = elements.filter((element) => isWhole || held.has(element) || checked.has(element))
  if (shown.length === 0 && !mayCheck) return null
  return (
    <Section
      title={t('element.heading')}
      extra={
        mayCheck && shown.length < elements.length ? (
          <Button look="quiet" size="small" onPress={() => setWhole(true)}>
            {t('element.more')}
          </Button>
        ) : undefined
      }
    >
      <div ref={section} className={css['elements']}>
        {shown.map((element) => (
          <Row key={element} claim={claim} element={element} mayCheck={mayCheck} />
        ))}
      </div>
    </Section>
  )
}

interface RowProps {
  readonly claim: KnownClaim
  readonly element: Element
  readonly mayCheck: boolean
}

function Row({ claim, element, mayCheck }: RowProps) {
  const { t } = useWords()
  const { newsroom, acts } = useDesk()
  const found = claim.view.elements.find((one) => one.element === element)
  const isStale = found !== undefined && found.words !== claim.view.words
  const label = t(`element.${element}`)
  const by = found === undefined ? '' : t('element.by', { name: personOf(newsroom, found.by).name })
  return (
    <div className={css['row']} data-stale={isStale}>
      <span className={css['label']} title={by}>
        {label}
      </span>
      {mayCheck ? (
        <ToggleButtonGroup
          className={css['findings'] ?? ''}
          aria-label={label}
          selectionMode="single"
          selectedKeys={found === undefined || isStale ? [] : [found.finding]}
          onSelectionChange={(keys) => {
            acts.checkElement(element, elementFindings.find((finding) => keys.has(finding)) ?? null)
          }}
        >
          {elementFindings.map((finding) => (
            <ToggleButton
              key={finding}
              id={finding}
              className={css['finding'] ?? ''}
              aria-label={t(looks[finding].word)}
            >
              <Icon glyph={looks[finding].glyph} />
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      ) : (
        found !== undefined && (
          <span className={css['told']}>
            <Icon glyph={looks[found.finding].glyph} /> {t(looks[found.finding].word)}
          </span>
        )
      )}
      {isStale && (
        <span className={css['stale']}>
          {mayCheck && <Icon glyph={looks[found.finding].glyph} />} {mayCheck && t(looks[found.finding].word)}{' '}
          {t('element.stale')}
        </span>
      )}
    </div>
  )
}
