/**
 * What the verdict rests on: each link with its stance, where to look, and the words found there; and how many independent origins
 * that comes to (SR5).
 */
import { Link } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { groundOf } from '#domain/evidence.ts'
import type { EvidenceView } from '#protocol/view.ts'
import { Badges } from '#web/sources/badges.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { sourceGlyph } from '#web/ui/look.ts'
import { onDemand } from '#web/ui/on-demand.tsx'
import { useWords } from '#web/words/words.tsx'
import { personOf, useDesk } from './desk.ts'
import { isPendingEvidence, type KnownClaim } from './desk-claim.ts'
import { useDraft } from './drafts.ts'
import inspector from './inspector.module.css'
import { keyHint } from './platform.ts'
import { Section } from './section.tsx'
import { safeLink } from './safe-link.ts'
import css from './sources-section.module.css'

const loadForm = () => import('./evidence-form.tsx').then((part) => part.EvidenceForm)
const EvidenceForm = onDemand(loadForm)

export function SourcesSection({ claim, mayAct }: { claim: KnownClaim; mayAct: boolean }) {
  const { t } = useWords()
  const { acts, drafts, wish } = useDesk()
  const { evidence: draft } = useDraft(drafts, claim.id)
  const form = useRef<HTMLDivElement>(null)
  const isOpen = draft !== null && mayAct
  useEffect(() => {
    if (isOpen && wish?.granted('source')) form.current?.querySelector('input')?.focus()
  }, [wish, isOpen])
  // At hand before it is asked for: also for whoever is offline by then.
  useEffect(() => {
    if (mayAct) void loadForm().catch(() => undefined)
  }, [mayAct])
  const { evidence } = claim.view
  const ground = groundOf(evidence)
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
      {evidence.length === 0 && !isOpen && <p className={inspector['hint']}>{t('sources.none')}</p>}
      {ground.sources > 0 && <p className={inspector['by']}>{t('sources.ground', { ...ground })}</p>}
      {evidence.length > 0 && (
        <ul className={css['evidence']}>
          {evidence.map((one) => (
            <EvidenceRow key={one.id} evidence={one} onRemove={mayAct ? acts.detach : null} />
          ))}
        </ul>
      )}
      {isOpen && (
        <div ref={form}>
          <Suspense fallback={null}>
            <EvidenceForm key={claim.id} claim={claim} draft={draft} />
          </Suspense>
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
      data-state={source.state}
      title={t('sources.by', { name: personOf(newsroom, evidence.by).name })}
    >
      <span className={css['evidenceKind']} title={t(`sourceKind.${source.kind}`)}>
        <Icon glyph={sourceGlyph[source.kind]} />
      </span>
      <div>
        <p className={css['evidenceTitle']} dir="auto">
          {link === null ? (
            source.title
          ) : (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {source.title}
            </a>
          )}
          {source.publisher !== '' && <span className={inspector['by']}> {source.publisher}</span>}
        </p>
        <p className={inspector['by']}>
          <strong>{t(`stance.${stance}`)}</strong> · <span dir="auto">{locator}</span>
        </p>
        <Badges source={source} />
        {excerpt !== '' && (
          <blockquote className={css['excerpt']} dir="auto">
            {excerpt}
          </blockquote>
        )}
      </div>
      {!isPendingEvidence(evidence.id) && (
        <span className={css['evidenceActs']}>
          <Link
            to="/$newsroom/sources"
            params={{ newsroom: newsroom.slug }}
            search={{ source: source.id }}
            className={css['evidenceDoor']}
            aria-label={t('sources.inLibrary', { title: source.title })}
          >
            <Icon glyph="book" />
          </Link>
          {onRemove && (
            <IconButton
              glyph="cross"
              size="small"
              label={t('sources.remove', { title: source.title })}
              onPress={() => onRemove(evidence.id)}
            />
          )}
        </span>
      )}
    </li>
  )
}
