/**
 * What is known of a source, added or changed. The rule is asked before the server is: who is not named is not named for a reason.
 * A link that the library has already is pointed out before there are two records of one source. Rules SR1, SR2, SR6.
 */
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { bareSource, describeSource, keepsApproval, sourceKinds, sourceTerms } from '#domain/source.ts'
import { leadsTo } from '#domain/source-search.ts'
import type { SourceRecord } from '#protocol/source-view.ts'
import { api } from '#web/api/api.ts'
import type { SourceFields } from '#web/api/sources.ts'
import { safeLink } from '#web/claims/safe-link.ts'
import { languagesToChoose } from '#web/article/language-choice.ts'
import { sourcesQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'
import { focusFirstWrong } from '#web/ui/first-wrong.ts'
import { sourceGlyph } from '#web/ui/look.ts'
import { announce } from '#web/ui/messages.tsx'
import { Select } from '#web/ui/select.tsx'
import '#web/words/sources.ts'
import { useWords } from '#web/words/words.tsx'
import css from './record.module.css'
import { useLibrary } from './use-library.ts'

interface DescribeProps {
  /** Null to add one. */
  readonly source: SourceRecord | null
  readonly onClose: () => void
  readonly onDone: (id: string) => void
}

const { approvedBy: _nobody, ...bare } = bareSource
const empty: SourceFields = { ...bare, kind: 'other', title: '' }

const fieldsOf = (source: SourceRecord): SourceFields => ({
  kind: source.kind,
  title: source.title,
  publisher: source.publisher,
  url: source.url,
  author: source.author,
  publishedOn: source.publishedOn,
  language: source.language,
  terms: source.terms,
  attribution: source.attribution,
  anonymity: source.anonymity,
})

export function DescribeDialog({ source, onClose, onDone }: DescribeProps) {
  const { t, whyNot } = useWords()
  const { slug, actor, change } = useLibrary()
  const [fields, setFields] = useState(source === null ? empty : fieldsOf(source))
  const [wasTried, setTried] = useState(false)
  const [isSending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const form = useId()

  const untitled = fields.title.trim() === ''
  const badLink = fields.url.trim() !== '' && safeLink(fields.url.trim()) === null
  const rule = describeSource(actor, { ...fields, approvedBy: null })

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (untitled || badLink || !rule.ok) return focusFirstWrong(event.currentTarget)
    if (isSending) return
    setSending(true)
    const sent = { ...fields, title: fields.title.trim(), url: fields.url.trim() }
    let id = source?.id ?? ''
    const why = await change(
      source === null
        ? api.addSource(slug, sent).then((reply) => {
            if (reply.ok) id = reply.value.id
            return reply
          })
        : api.changeSource(slug, source.id, sent),
    )
    setSending(false)
    setRefusal(why)
    if (why !== null) return
    announce(source === null ? t('library.added', { title: sent.title }) : t('library.saved'))
    onDone(id)
    onClose()
  }

  return (
    <Dialog
      title={t(source === null ? 'describe.add' : 'describe.edit')}
      isOpen
      onOpenChange={onClose}
      place="end"
      footer={
        <>
          <Button look="quiet" onPress={onClose}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" type="submit" form={form}>
            {t(source === null ? 'library.add' : 'describe.save')}
          </Button>
        </>
      }
    >
      <form id={form} className={css['form']} onSubmit={(event) => void submit(event)}>
        <Fields
          fields={fields}
          onChange={(part) => setFields({ ...fields, ...part })}
          wrong={{
            title: wasTried && untitled ? t('sources.titleNeeded') : null,
            url: wasTried && badLink ? t('describe.linkForm') : null,
            anonymity: wasTried && !rule.ok && rule.refusal === 'anonymity-needed' ? whyNot(rule.refusal) : null,
            attribution: wasTried && !rule.ok && rule.refusal === 'attribution-needed' ? whyNot(rule.refusal) : null,
          }}
        />
        <Known url={fields.url} except={source?.id ?? null} onShow={(id) => (onDone(id), onClose())} />
        {source !== null && source.approvedBy !== null && !keepsApproval(source, { ...fields, approvedBy: null }) && (
          <p>{t('describe.approvalGoes')}</p>
        )}
        {wasTried && !rule.ok && rule.refusal === 'may-not-add-sources' && <p>{whyNot(rule.refusal)}</p>}
        <p role="status">{refusal}</p>
      </form>
    </Dialog>
  )
}

interface FieldsProps {
  readonly fields: SourceFields
  readonly onChange: (part: Partial<SourceFields>) => void
  readonly wrong: Readonly<Record<'title' | 'url' | 'anonymity' | 'attribution', string | null>>
}

function Fields({ fields, onChange, wrong }: FieldsProps) {
  const { t, locale } = useWords()
  const languages = [
    { id: '', text: t('describe.language.none') },
    ...languagesToChoose(fields.language || 'en', locale),
  ]
  return (
    <>
      <TextField
        label={t('sources.title')}
        autoFocus
        dir="auto"
        maxLength={1_000}
        value={fields.title}
        onChange={(title) => onChange({ title })}
        error={wrong.title}
      />
      <div className={css['pair']}>
        <Select
          label={t('sources.kind')}
          options={sourceKinds.map((kind) => ({ id: kind, text: t(`sourceKind.${kind}`), glyph: sourceGlyph[kind] }))}
          value={fields.kind}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label={t('sources.publisher')}
          dir="auto"
          maxLength={1_000}
          value={fields.publisher}
          onChange={(publisher) => onChange({ publisher })}
        />
      </div>
      <TextField
        label={t('sources.url')}
        type="url"
        dir="ltr"
        maxLength={4_000}
        value={fields.url}
        onChange={(url) => onChange({ url })}
        error={wrong.url}
      />
      <TextField
        label={t('describe.author')}
        dir="auto"
        maxLength={1_000}
        value={fields.author}
        onChange={(author) => onChange({ author })}
      />
      <div className={css['pair']}>
        <TextField
          label={t('describe.published')}
          type="date"
          value={fields.publishedOn}
          onChange={(publishedOn) => onChange({ publishedOn })}
        />
        <Select
          label={t('describe.language')}
          options={languages}
          value={fields.language}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <Select
        label={t('describe.terms')}
        options={sourceTerms.map((terms) => ({ id: terms, text: t(`terms.${terms}`) }))}
        value={fields.terms}
        onChange={(terms) => onChange({ terms })}
      />
      <p className={css['faint']}>{t(`terms.hint.${fields.terms}`)}</p>
      {fields.terms === 'background' && (
        <TextField
          label={t('describe.attribution')}
          description={t('describe.attributionHint')}
          dir="auto"
          maxLength={1_000}
          value={fields.attribution}
          onChange={(attribution) => onChange({ attribution })}
          error={wrong.attribution}
        />
      )}
      {fields.terms !== 'on-record' && (
        <TextArea
          label={t('describe.anonymity')}
          dir="auto"
          rows={2}
          grows
          value={fields.anonymity}
          onChange={(anonymity) => onChange({ anonymity })}
          error={wrong.anonymity}
        />
      )}
    </>
  )
}

interface KnownProps {
  readonly url: string
  readonly except: string | null
  readonly onShow: (id: string) => void
}

function Known({ url, except, onShow }: KnownProps) {
  const { t } = useWords()
  const { slug } = useLibrary()
  const { data: all = [] } = useQuery(sourcesQuery(slug))
  const known = all.find((one) => one.id !== except && leadsTo(one, url))
  return (
    <div role="status">
      {known !== undefined && (
        <p className={css['known']}>
          {t('describe.known', { title: known.title })}
          <Button size="small" onPress={() => onShow(known.id)}>
            {t('describe.showKnown')}
          </Button>
        </p>
      )}
    </div>
  )
}
