/** Everything known of the chosen source, and what can be done with it. Whatever is refused says why beside it. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef, useState } from 'react'
import { mayDecide, mayEdit } from '#domain/actor.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { safeLink } from '#web/claims/safe-link.ts'
import type { SourcesSearch } from '#web/frame/search.ts'
import { refusalOf, sourceQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { announce, toast } from '#web/ui/messages.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { AlikeSection } from './alike-section.tsx'
import { DescribeDialog, MergeDialog, TakeBackDialog } from './dialogs.ts'
import { DocumentsSection } from './documents-section.tsx'
import { dayIn } from './measure.ts'
import { OriginSection } from './origin-section.tsx'
import css from './record.module.css'
import { focusRecordTitle, recordTitle } from './record-title.ts'
import { RestsSection } from './rests-section.tsx'
import { TermsSection } from './terms-section.tsx'
import { type Library, useLibrary } from './use-library.ts'

interface RecordProps {
  readonly id: string
  /** The list as it was. */
  readonly back: SourcesSearch
  readonly onMerged: (into: string) => void
}

export function RecordPane({ id, back, onMerged }: RecordProps) {
  const { t, whyNot } = useWords()
  const { slug } = useLibrary()
  const { data, error } = useQuery(sourceQuery(slug, id))
  return (
    <>
      <Link to="/$newsroom/sources" params={{ newsroom: slug }} search={back} className={css['back']}>
        <Icon glyph="back" />
        {t('library.back')}
      </Link>
      {data !== undefined && <Whole source={data} onMerged={onMerged} />}
      {data === undefined && error !== null && (
        <p className={css['told']}>
          {refusalOf(error) === 'not-found' ? t('library.gone') : whyNot(refusalOf(error) ?? 'server-trouble')}
        </p>
      )}
    </>
  )
}

type Open = 'edit' | 'merge' | 'take-back' | null

function Whole({ source, onMerged }: { source: SourceRecord; onMerged: (into: string) => void }) {
  const { t } = useWords()
  const library = useLibrary()
  const { actor, slug } = library
  const [open, setOpen] = useState<Open>(null)
  const [other, setOther] = useState<string | null>(null)
  const heading = useFocusOnPhone()
  const isMerged = source.mergedInto !== null
  const merge = (with_: string | null) => {
    setOther(with_)
    setOpen('merge')
  }
  return (
    <article className={css['whole']} aria-label={t('record.label', { title: source.title })}>
      <header className={css['head']}>
        <p className={css['kind']}>{t(`sourceKind.${source.kind}`)}</p>
        <h2 ref={heading} id={recordTitle} tabIndex={-1} className={css['title']} dir="auto">
          {source.title}
        </h2>
      </header>
      {isMerged ? <Merged source={source} library={library} /> : <State source={source} library={library} />}
      <Details source={source} library={library} />
      {!isMerged && (
        <div className={css['actions']}>
          {mayEdit(actor) && (
            <Button glyph="pencil" onPress={() => setOpen('edit')}>
              {t('record.edit')}
            </Button>
          )}
          {mayDecide(actor) && source.state !== 'withdrawn' && (
            <Button glyph="cross" onPress={() => setOpen('take-back')}>
              {t('takeBack.open')}
            </Button>
          )}
        </div>
      )}
      <TermsSection source={source} library={library} />
      <RestsSection rests={source.rests} />
      {!isMerged && <OriginSection source={source} library={library} />}
      <DocumentsSection source={source} library={library} mayAdd={!isMerged} />
      {!isMerged && <AlikeSection source={source} library={library} onMerge={merge} />}
      <Suspense fallback={null}>
        {open === 'edit' && <DescribeDialog source={source} onClose={() => setOpen(null)} onDone={() => undefined} />}
        {open === 'merge' && (
          <MergeDialog
            newsroom={slug}
            source={source}
            other={other}
            onClose={() => setOpen(null)}
            onMerged={onMerged}
          />
        )}
        {open === 'take-back' && <TakeBackDialog source={source} library={library} onClose={() => setOpen(null)} />}
      </Suspense>
    </article>
  )
}

/** Where the record takes the place of the list, reading begins at its title. */
function useFocusOnPhone() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (window.matchMedia('(width < 760px)').matches) heading.current?.focus()
  }, [])
  return heading
}

interface PartProps {
  readonly source: SourceRecord
  readonly library: Library
}

function State({ source: { id, state, why }, library: { slug, actor, change } }: PartProps) {
  const { t } = useWords()
  if (state === 'stands') return null
  const reinstate = async () => {
    const refusal = await change(api.reinstateSource(slug, id))
    toast({ text: refusal ?? t('record.reinstated') })
    focusRecordTitle()
  }
  return (
    <div className={css['state']}>
      <p className={css['stateWord']}>
        <Icon glyph={state === 'withdrawn' ? 'cross' : 'pencil'} />
        {t(`record.${state}`)}
      </p>
      {why !== null && <p dir="auto">{why}</p>}
      {mayDecide(actor) && (
        <Button size="small" onPress={() => void reinstate()}>
          {t('record.reinstate')}
        </Button>
      )}
    </div>
  )
}

function Merged({ source: { id, title, mergedInto }, library: { slug, actor, change } }: PartProps) {
  const { t } = useWords()
  if (mergedInto === null) return null
  const part = async () => {
    announce((await change(api.partSource(slug, id))) ?? t('record.parted', { title }))
    focusRecordTitle()
  }
  return (
    <div className={css['state']}>
      <p className={css['stateWord']}>{t('record.mergedInto', { title: mergedInto.title })}</p>
      <p className={css['actions']}>
        <Link to="/$newsroom/sources" params={{ newsroom: slug }} search={{ source: mergedInto.id }}>
          {t('record.openMerged')}
        </Link>
        {mayDecide(actor) && (
          <Button size="small" onPress={() => void part()}>
            {t('record.undoMerge')}
          </Button>
        )}
      </p>
    </div>
  )
}

function Details({ source, library: { room, nameOf } }: PartProps) {
  const { t, locale } = useWords()
  const { publisher, author, publishedOn, language, url, addedBy, addedAt } = source
  const link = safeLink(url)
  return (
    <dl className={css['facts']}>
      <Fact name={t('record.publisher')} value={publisher} />
      <Fact name={t('record.author')} value={author} />
      <Fact name={t('record.published')} value={publishedOn && dayIn(locale, publishedOn)} />
      <Fact name={t('record.language')} value={language && languageIn(locale, language)} />
      <Fact
        name={t('record.link')}
        value={
          link === null ? (
            url
          ) : (
            <a href={link} target="_blank" rel="noopener noreferrer" dir="ltr">
              {url}
            </a>
          )
        }
      />
      <Fact
        name={t('record.added')}
        value={
          <>
            {t('record.addedBy', { name: nameOf(addedBy) })} <Moment at={addedAt} zone={room.zone} />
          </>
        }
      />
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: React.ReactNode }) {
  if (value === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

function languageIn(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}
