/**
 * Linking a source to a claim: found in the newsroom's library first, made new when it is not there. Where to look in it is always
 * asked for, so that a second person finds the same words. What is typed is the claim's draft and survives switching claims.
 */
import { type FormEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { restOn, stances } from '#domain/evidence.ts'
import { bareSource, sourceKinds } from '#domain/source.ts'
import { fits, leadsTo } from '#domain/source-search.ts'
import type { SourceView } from '#protocol/view.ts'
import type { NewSource } from '#web/api/sources.ts'
import { useSources } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'
import { focusFirstWrong } from '#web/ui/first-wrong.ts'
import { Icon } from '#web/ui/icon.tsx'
import { sourceGlyph } from '#web/ui/look.ts'
import { Select } from '#web/ui/select.tsx'
import { useWords } from '#web/words/words.tsx'
import { useDesk } from './desk.ts'
import type { KnownClaim } from './desk-claim.ts'
import type { EvidenceDraft } from './drafts.ts'
import { EvidenceFile, isTooLarge, storeFile } from './evidence-file.tsx'
import css from './evidence-form.module.css'
import inspector from './inspector.module.css'
import { safeLink } from './safe-link.ts'
import '#web/words/article.ts'
import '#web/words/claim.ts'

interface FormProps {
  readonly claim: KnownClaim
  readonly draft: EvidenceDraft
}

const isInLibrary = (source: SourceView | NewSource): source is SourceView => 'id' in source

export function EvidenceForm({ claim, draft }: FormProps) {
  const { t, whyNot } = useWords()
  const { drafts, acts, actor, newsroom } = useDesk()
  const [wasTried, setTried] = useState(false)
  const [isStoring, setStoring] = useState(false)
  const [fileError, setFileError] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const begins = `${draft.source !== null} ${draft.file?.name}`
  useEffect(() => {
    // The kit gives a field the focus where it is; a link pasted or a file dropped elsewhere leads to it.
    if (form.current?.contains(document.activeElement)) form.current.scrollIntoView({ block: 'nearest' })
  }, [begins])
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])
  const change = (part: Partial<EvidenceDraft>) => drafts.change(claim.id, { evidence: { ...draft, ...part } })
  const { source } = draft
  const untitled = source !== null && !isInLibrary(source) && source.title.trim() === ''

  const attach = (from: SourceView | NewSource) => {
    const { stance, locator, excerpt } = draft
    const now = new Date().toISOString()
    const unstored = { originId: null, state: 'stands', addedBy: actor.id, addedAt: now } as const
    const shown = isInLibrary(from) ? from : { ...bareSource, ...from, ...unstored, id: 'pending' }
    acts.attach({ source: isInLibrary(from) ? { id: from.id } : from, stance, locator, excerpt }, shown)
  }
  const attachWithFile = async (from: SourceView | NewSource, file: File) => {
    if (isStoring || isTooLarge(file)) return
    setStoring(true)
    setFileError(null)
    const reply = await storeFile(newsroom.slug, from, file, (added) => change({ source: added }))
    // Stored once, also when another claim is selected by now: this one's form waits with it.
    if (reply.ok) change({ source: reply.value, file: null })
    if (!isHere.current) return
    setStoring(false)
    if (!reply.ok) return setFileError(reply.refusal === 'offline' ? t('evidenceFile.offline') : whyNot(reply.refusal))
    attach(reply.value)
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (source === null || untitled || draft.locator.trim() === '') return focusFirstWrong(event.currentTarget)
    if (draft.file === null) attach(source)
    else void attachWithFile(source, draft.file)
  }

  return (
    <form ref={form} className={inspector['form']} onSubmit={submit}>
      {source === null ? (
        <SourceSearch
          find={draft.find}
          onFind={(find) => change({ find })}
          onChoose={(chosen) => change({ source: chosen })}
        />
      ) : (
        <>
          {isInLibrary(source) ? (
            <p className={css['chosen']}>
              <Icon glyph={sourceGlyph[source.kind]} />
              <strong dir="auto">{source.title}</strong>
              <Button look="quiet" size="small" onPress={() => change({ source: null })}>
                {t('sources.change')}
              </Button>
            </p>
          ) : (
            <NewSourceFields
              source={source}
              error={wasTried && untitled ? t('sources.titleNeeded') : null}
              onChange={(changed) => change({ source: changed })}
              onBack={() => change({ source: null })}
            />
          )}
          <div className={css['pair']}>
            <Select
              label={t('sources.stance')}
              options={stances.map((stance) => ({ id: stance, text: t(`stance.${stance}`) }))}
              value={draft.stance}
              onChange={(stance) => change({ stance })}
            />
            <TextField
              label={t('sources.locator')}
              placeholder={t('sources.locatorHint')}
              autoFocus={isInLibrary(source)}
              dir="auto"
              value={draft.locator}
              onChange={(locator) => change({ locator })}
              error={wasTried && draft.locator.trim() === '' ? whyNot('locator-needed') : null}
            />
          </div>
          <TextArea
            label={t('sources.excerpt')}
            rows={2}
            grows
            dir="auto"
            value={draft.excerpt}
            onChange={(excerpt) => change({ excerpt })}
          />
          <EvidenceFile
            file={draft.file}
            error={fileError}
            onFile={(file) => {
              setFileError(null)
              change({ file })
            }}
          />
        </>
      )}
      <div className={inspector['actions']}>
        {source !== null && (
          <Button type="submit" look="primary" isPending={isStoring}>
            {isStoring
              ? t('evidenceFile.storing')
              : t('sources.attach', { number: t('claim.number', { number: claim.number }) })}
          </Button>
        )}
        <Button look="quiet" onPress={() => drafts.change(claim.id, { evidence: null })}>
          {t('sources.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface SearchProps {
  readonly find: string
  readonly onFind: (find: string) => void
  readonly onChoose: (source: SourceView | NewSource) => void
}

const mostShown = 6

function SourceSearch({ find, onFind, onChoose }: SearchProps) {
  const { t } = useWords()
  const { newsroom } = useDesk()
  const wanted = useDeferredValue(find.trim())
  const sources = useSources(newsroom.slug, wanted)
  const isAsked = wanted === find.trim() && (sources.isError || (sources.isSuccess && !sources.isPlaceholderData))
  // SR8. Of the answer before, only what the next one will have too: nothing goes from under a finger, or takes the focus with it.
  const found = (sources.data ?? []).filter((source) => isAsked || fits(source, { find })).slice(0, mostShown)
  const link = safeLink(find.trim())
  // SR6. The source that has this link already takes the place of a new one; until that is known, neither is offered.
  const known = link === null ? [] : found.filter((source) => leadsTo(source, link))
  const offersNew = link === null || (isAsked && known.length === 0)
  const fresh: NewSource = { kind: 'other', title: link === null ? find.trim() : '', publisher: '', url: link ?? '' }
  return (
    <>
      <TextField label={t('sources.find')} dir="auto" autoFocus value={find} onChange={onFind} />
      {isAsked && sources.isSuccess && wanted !== '' && found.length === 0 && (
        <p className={inspector['hint']}>{t('sources.nothingFound')}</p>
      )}
      {known.length > 0 && <p className={inspector['hint']}>{t('sources.known')}</p>}
      <ul className={css['found']} aria-label={t('sources.results')}>
        {found.map((source) => (
          <li key={source.id}>
            <button
              type="button"
              className={css['foundOne']}
              // EV6. Nothing new rests on what was withdrawn; the word beside it says so.
              disabled={!restOn(source).ok}
              onClick={() => onChoose(source)}
            >
              <Icon glyph={sourceGlyph[source.kind]} />
              <span dir="auto">{source.title}</span>
              <span className={inspector['by']}>{source.publisher}</span>
              {source.state !== 'stands' && <strong>{t(`sourceState.${source.state}`)}</strong>}
            </button>
          </li>
        ))}
        {offersNew && (
          <li>
            <button type="button" className={css['foundOne']} onClick={() => onChoose(fresh)}>
              <Icon glyph="plus" />
              {fresh.title === '' ? t('sources.new') : t('sources.newNamed', { title: fresh.title })}
            </button>
          </li>
        )}
      </ul>
    </>
  )
}

interface NewSourceProps {
  readonly source: NewSource
  readonly error: string | null
  readonly onChange: (source: NewSource) => void
  readonly onBack: () => void
}

function NewSourceFields({ source, error, onChange, onBack }: NewSourceProps) {
  const { t } = useWords()
  return (
    <>
      <p className={css['chosen']}>
        <strong>{t('sources.new')}</strong>
        <Button look="quiet" size="small" onPress={onBack}>
          {t('sources.change')}
        </Button>
      </p>
      <TextField
        label={t('sources.title')}
        dir="auto"
        autoFocus
        value={source.title}
        onChange={(title) => onChange({ ...source, title })}
        error={error}
      />
      <div className={css['pair']}>
        <Select
          label={t('sources.kind')}
          options={sourceKinds.map((kind) => ({ id: kind, text: t(`sourceKind.${kind}`), glyph: sourceGlyph[kind] }))}
          value={source.kind}
          onChange={(kind) => onChange({ ...source, kind })}
        />
        <TextField
          label={t('sources.publisher')}
          dir="auto"
          value={source.publisher}
          onChange={(publisher) => onChange({ ...source, publisher })}
        />
      </div>
      <TextField
        label={t('sources.url')}
        type="url"
        dir="ltr"
        value={source.url}
        onChange={(url) => onChange({ ...source, url })}
      />
    </>
  )
}
