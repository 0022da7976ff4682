/** Two records side by side; one stays, the other leads to it. Undone from the message that follows, or later from the record. SR4. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SourceRecord, SourceRow } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import { sourceQuery, sourcesQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { sourceGlyph } from '#web/ui/look.ts'
import { announce, toast } from '#web/ui/messages.tsx'
import '#web/words/sources.ts'
import { useWords } from '#web/words/words.tsx'
import { dayIn } from './measure.ts'
import css from './record.module.css'
import { focusRecordTitle } from './record-title.ts'
import { shownSources } from './shown-sources.ts'
import { useLibrary } from './use-library.ts'

interface MergeProps {
  readonly newsroom: string
  readonly source: SourceRecord
  /** Null while it has to be looked for. */
  readonly other: string | null
  readonly onClose: () => void
  readonly onMerged: (into: string) => void
}

export function MergeDialog({ newsroom, source, other, onClose, onMerged }: MergeProps) {
  const { t } = useWords()
  const { change } = useLibrary()
  const [chosen, setChosen] = useState(other)
  const { data: second } = useQuery({ ...sourceQuery(newsroom, chosen ?? source.id), enabled: chosen !== null })
  const [stays, setStays] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const pair = chosen === null || second === undefined ? null : ([source, second] as const)
  const staying = stays ?? (pair === null ? source.id : likelier(pair).id)

  const merge = async () => {
    if (pair === null || isSending) return
    const [from, into] = pair[0].id === staying ? [pair[1], pair[0]] : pair
    setSending(true)
    const why = await change(api.mergeSource(newsroom, from.id, into.id))
    setSending(false)
    setRefusal(why)
    if (why !== null) return
    const undo = async () =>
      announce((await change(api.partSource(newsroom, from.id))) ?? t('record.parted', { title: from.title }))
    toast({
      text: t('merge.done', { title: from.title }),
      action: { text: t('merge.undo'), take: () => void undo() },
    })
    onMerged(into.id)
    onClose()
    focusRecordTitle()
  }

  return (
    <Dialog
      title={t('merge.title')}
      isOpen
      onOpenChange={onClose}
      footer={
        <>
          {chosen !== null && other === null && (
            <Button look="quiet" onPress={() => setChosen(null)}>
              {t('merge.back')}
            </Button>
          )}
          <Button look="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          {pair !== null && (
            <Button look="primary" onPress={() => void merge()}>
              {t('merge.confirm')}
            </Button>
          )}
        </>
      }
    >
      {chosen === null && <Finder except={source.id} onChoose={setChosen} />}
      {pair !== null && (
        <div className={css['form']}>
          <p>{t('merge.lead')}</p>
          <SideBySide pair={pair} stays={staying} onStays={setStays} />
        </div>
      )}
      <p role="status">{refusal}</p>
    </Dialog>
  )
}

/** What others lead to cannot itself lead on, so it is the one that stays; else the one that more rests on. */
function likelier([a, b]: readonly [SourceRecord, SourceRecord]): SourceRecord {
  if (a.merged.length > 0 || b.merged.length > 0) return b.merged.length > a.merged.length ? b : a
  return b.rests.length > a.rests.length ? b : a
}

const mostFound = 8

function Finder({ except, onChoose }: { except: string; onChoose: (id: string) => void }) {
  const { t } = useWords()
  const { slug } = useLibrary()
  const [find, setFind] = useState('')
  const { data: all = [] } = useQuery(sourcesQuery(slug))
  const found = shownSources(all, { find }).filter(({ id }) => id !== except)
  return (
    <div className={css['form']}>
      <TextField label={t('merge.find')} type="search" autoFocus dir="auto" value={find} onChange={setFind} />
      {found.length === 0 && <p className={css['faint']}>{t('merge.nothing')}</p>}
      <ul aria-label={t('merge.found')}>
        {found.slice(0, mostFound).map((one: SourceRow) => (
          <li key={one.id}>
            <button type="button" className={css['found']} onClick={() => onChoose(one.id)}>
              <Icon glyph={sourceGlyph[one.kind]} />
              <span dir="auto">{one.title}</span>
              <span className={css['faint']} dir="auto">
                {one.publisher}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface SideBySideProps {
  readonly pair: readonly [SourceRecord, SourceRecord]
  readonly stays: string
  readonly onStays: (id: string) => void
}

function SideBySide({ pair, stays, onStays }: SideBySideProps) {
  const { t, locale } = useWords()
  const rows: readonly [string, (source: SourceRecord) => string][] = [
    [t('sources.kind'), ({ kind }) => t(`sourceKind.${kind}`)],
    [t('record.publisher'), ({ publisher }) => publisher],
    [t('record.author'), ({ author }) => author],
    [t('record.published'), ({ publishedOn }) => publishedOn && dayIn(locale, publishedOn)],
    [t('record.link'), ({ url }) => url],
    [t('record.terms'), ({ terms }) => t(`terms.${terms}`)],
    [t('library.facet.state'), ({ state }) => t(`sourceState.${state}`)],
    [t('origin.heading'), ({ origin }) => origin?.name ?? ''],
    [t('documents.heading'), ({ documents }) => String(documents.length)],
    [t('merge.uses'), ({ rests }) => t('library.uses', { count: new Set(rests.map(({ id }) => id)).size })],
  ]
  return (
    <table className={css['pairTable']}>
      <thead>
        <tr>
          <th scope="col">{t('merge.field')}</th>
          {pair.map(({ id, title }) => (
            <th key={id} scope="col" dir="auto">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, valueOf]) => {
          const [a, b] = [valueOf(pair[0]), valueOf(pair[1])]
          return (
            <tr key={name} data-differs={a !== b || undefined}>
              <th scope="row">{name}</th>
              <td dir="auto">{a}</td>
              <td dir="auto">{b}</td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">{t('merge.stays')}</th>
          {pair.map(({ id, title }) => (
            <td key={id}>
              <input
                type="radio"
                name="stays"
                className={css['radio']}
                aria-label={`${t('merge.stays')}: ${title}`}
                checked={stays === id}
                onChange={() => onStays(id)}
              />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
