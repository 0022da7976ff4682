/** What the verdict rests on: each link with its stance, where to look, and the words found there. */
import { useEffect, useRef } from 'react'
import type { EvidenceView } from '#protocol/view.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { sourceGlyph } from '#web/ui/look.ts'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import { EvidenceForm } from './evidence-form.tsx'
import css from './inspector.module.css'
import { keyHint } from './platform.ts'
import { Section } from './section.tsx'
import { safeLink } from './safe-link.ts'

export function SourcesSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { acts, drafts, wish } = useDesk()
  const { evidence: draft } = useDraft(drafts, claim.id)
  const form = useRef<HTMLDivElement>(null)
  const isOpen = draft !== null && mayAct
  useEffect(() => {
    if (isOpen && wish?.granted('source')) form.current?.querySelector('input')?.focus()
  }, [wish, isOpen])
  const { evidence } = claim.view
  return (
    <Section
      title={t('sources.heading')}
      extra={
        mayAct && !isOpen ? (
          <Button look="quiet" size="small" glyph="plus" {...keyHint('o')} onPress={acts.source}>
            {t('sources.add')}
          </Button>
        ) : undefined
      }
    >
      {evidence.length === 0 && !isOpen && <p className={css['hint']}>{t('sources.none')}</p>}
      {evidence.length > 0 && (
        <ul className={css['evidence']}>
          {evidence.map((one) => (
            <EvidenceRow key={one.id} evidence={one} onRemove={mayAct ? acts.detach : null} />
          ))}
        </ul>
      )}
      {isOpen && (
        <div ref={form}>
          <EvidenceForm key={claim.id} claim={claim} draft={draft} />
        </div>
      )}
    </Section>
  )
}

function EvidenceRow({ evidence, onRemove }: { evidence: EvidenceView; onRemove: ((id: string) => void) | null }) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const { source, stance, locator, excerpt } = evidence
  const link = safeLink(source.url)
  return (
    <li
      className={css['evidenceRow']}
      data-stance={stance}
      title={t('sources.by', { name: personOf(newsroom, evidence.by).name })}
    >
      <span className={css['evidenceKind']} title={t(`sourceKind.${source.kind}`)}>
        <Icon glyph={sourceGlyph[source.kind]} />
      </span>
      <div className={css['evidenceBody']}>
        <p className={css['evidenceTitle']} dir="auto">
          {link === null ? (
            source.title
          ) : (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {source.title}
            </a>
          )}
          {source.publisher !== '' && <span className={css['by']}> {source.publisher}</span>}
        </p>
        <p className={css['by']}>
          <strong>{t(`stance.${stance}`)}</strong> · <span dir="auto">{locator}</span>
        </p>
        {excerpt !== '' && (
          <blockquote className={css['excerpt']} dir="auto">
            {excerpt}
          </blockquote>
        )}
      </div>
      {onRemove && evidence.id !== 'pending' && (
        <IconButton
          glyph="cross"
          size="small"
          label={t('sources.remove', { title: source.title })}
          onPress={() => onRemove(evidence.id)}
        />
      )}
    </li>
  )
}
