/**
 * A draft that waits: what becomes of each claim, the questions, the paragraphs that read otherwise, and the two ways on. Somebody else
 * may bring it in meanwhile: then the page says so.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { carriedAnswers } from '#domain/draft.ts'
import type { DraftView } from '#protocol/draft-view.ts'
import type { SteadyArticle, NewsroomView } from '#protocol/view.ts'
import { api } from '#web/api/api.ts'
import { personOf } from '#web/claims/desk.ts'
import { draftQuery, draftsQuery, keys, refusalOf } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/messages.tsx'
import { Moment } from '#web/ui/moment.tsx'
import { useWords } from '#web/words/words.tsx'
import { answersTo, detachedBy, forgetAnswers, useAnswers } from './answers.ts'
import css from './draft.module.css'
import { Outcomes } from './outcomes.tsx'
import { Paragraphs } from './paragraphs.tsx'
import { Unsure } from './unsure.tsx'
import '#web/words/article.ts'
import '#web/words/draft.ts'
import '#web/words/versions.ts'

interface PendingDraftProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  /** Its id. */
  readonly draft: string
}

export function PendingDraft({ newsroom, article, draft }: PendingDraftProps) {
  const { t, whyNot } = useWords()
  const [slug, id] = [newsroom.slug, article.id]
  const found = useQuery(draftQuery(slug, id, draft))
  const waiting = useQuery(draftsQuery(slug, id))
  const queries = useQueryClient()
  const others = waiting.data?.map(({ id }) => id).join(' ')
  const known = useRef(others)
  useEffect(() => {
    // One of those that waited is in: the others are compared anew with what stands now.
    if (known.current !== undefined && others !== known.current)
      void queries.invalidateQueries({ queryKey: keys.draft(slug, id, draft) })
    known.current = others
  }, [others, queries, slug, id, draft])

  const refusal = refusalOf(found.error)
  if (refusal === 'not-found' || refusal === 'draft-over') {
    return (
      <div className={css['over']} role="alert">
        <p>{t('draft.over')}</p>
        <p className={css['ways']}>
          <Link to="/$newsroom/articles/$article" params={{ newsroom: slug, article: id }}>
            {t('draft.toArticle')}
          </Link>
          <Link to="/$newsroom/articles/$article/versions" params={{ newsroom: slug, article: id }}>
            {t('draft.toVersions')}
          </Link>
          <Link to="/$newsroom/articles/$article/new-draft" params={{ newsroom: slug, article: id }} search={{}}>
            {t('draft.another')}
          </Link>
        </p>
      </div>
    )
  }
  if (found.data === undefined) {
    return found.isError ? (
      <p role="alert">{whyNot(refusal ?? 'server-trouble')}</p>
    ) : (
      <p className={css['quiet']}>{t('app.loading')}</p>
    )
  }
  return <Compared newsroom={newsroom} article={article} draft={found.data} />
}

interface ComparedProps {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  readonly draft: DraftView
}

function Compared({ newsroom, article, draft }: ComparedProps) {
  const { t } = useWords()
  const { language, direction } = article
  const [answers, onAnswer] = useAnswers(draft.id)
  const figures = carriedAnswers.flatMap((answer) => {
    const count = draft.claims.filter((claim) => claim.answer === answer).length
    return count === 0 ? [] : [t(`draft.count.${answer}`, { count })]
  })
  const unsure = draft.claims.filter(({ answer }) => answer === 'unsure')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // The button that led here is gone, and the focus with it.
    if (document.activeElement === document.body) head.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <section className={css['summary']} aria-labelledby="draft-what">
        <h2 id="draft-what" ref={head} tabIndex={-1}>
          {t('draft.what')}
        </h2>
        <p className={css['figures']}>{figures.length === 0 ? t('draft.none') : figures.join(' · ')}</p>
        <p className={css['quiet']}>
          {t('draft.by', { name: personOf(newsroom, draft.by).name })}, <Moment at={draft.at} zone={newsroom.zone} />
          {draft.original !== null && `, ${t('draft.from', { name: draft.original.name })}`}
        </p>
      </section>
      <Unsure claims={unsure} answers={answers} onAnswer={onAnswer} language={language} />
      <Outcomes claims={draft.claims} language={language} />
      <Paragraphs changes={draft.changes} language={language} direction={direction} />
      <Ways newsroom={newsroom.slug} article={article.id} draft={draft} answers={answers} />
    </>
  )
}

interface WaysProps {
  readonly newsroom: string
  readonly article: string
  readonly draft: DraftView
  readonly answers: ReturnType<typeof useAnswers>[0]
}

/** To bring it in, or to put it away. Whatever is refused, the answers stay. */
function Ways({ newsroom, article, draft, answers }: WaysProps) {
  const { t, whyNot } = useWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<'import' | 'away' | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const begun = useRef(false)
  const params = { newsroom, article }
  const said = answersTo(draft, answers)
  const open = draft.claims.filter(({ answer }) => answer === 'unsure').length - said.length

  const take = async (what: 'import' | 'away') => {
    if (begun.current) return
    begun.current = true
    setDoing(what)
    setWrong(null)
    const done =
      what === 'import'
        ? await api.importDraft(newsroom, article, draft.id, { answers: said, baseSeq: draft.baseSeq })
        : await api.putDraftAway(newsroom, article, draft.id)
    begun.current = false
    setDoing(null)
    if (!done.ok) {
      const isOther = done.refusal === 'words-changed'
      setWrong(isOther ? t('draft.fresh') : whyNot(done))
      if (isOther || done.refusal === 'draft-over' || done.refusal === 'not-understood')
        void queries.invalidateQueries({ queryKey: keys.draft(newsroom, article, draft.id) })
      return
    }
    const text =
      'version' in done.value
        ? t('draft.imported', { number: done.value.version, detached: detachedBy(draft, answers).length })
        : t('draft.putAway.said')
    forgetAnswers(draft.id)
    // Before the page hears of it by itself and says that the draft is over.
    await navigate({ to: '/$newsroom/articles/$article', params })
    queries.removeQueries({ queryKey: keys.draft(newsroom, article, draft.id) })
    void queries.invalidateQueries({ queryKey: keys.article(newsroom, article) })
    void queries.invalidateQueries({ queryKey: keys.desk(newsroom) })
    toast({ text })
  }

  return (
    <div className={css['foot']}>
      <p role="alert" className={css['wrong']}>
        {wrong}
      </p>
      {open > 0 && <p className={css['quiet']}>{t('draft.leaves', { count: open })}</p>}
      <div className={css['buttons']}>
        <Button size="large" isPending={doing !== null} onPress={() => void take('away')}>
          {t('draft.putAway')}
        </Button>
        <Button look="primary" size="large" isPending={doing !== null} onPress={() => void take('import')}>
          {t(doing === 'import' ? 'draft.importing' : 'draft.import')}
        </Button>
      </div>
    </div>
  )
}
