/** Two versions compared, or a version with the text as it stands: the figures first, then the whole text. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { SteadyArticle } from '#protocol/view.ts'
import type { VersionsSearch } from '#web/frame/search.ts'
import { articleTextQuery, refusalOf, versionQuery } from '#web/queries.ts'
import { useWords } from '#web/words/words.tsx'
import { Difference } from './difference.tsx'
import { type Line, linesOf, linesOfText } from './line.ts'
import { type Chosen, stepFrom } from './pair.ts'
import { isStop, type Row, rowsOf } from './rows.ts'
import { StepsBar } from './steps-bar.tsx'
import { useVersionKeys } from './use-version-keys.ts'
import css from './versions.module.css'

interface ComparedProps {
  readonly newsroom: string
  readonly article: SteadyArticle
  readonly numbers: readonly number[]
  readonly chosen: Extract<Chosen, { kind: 'compared' }>
  readonly go: (search: VersionsSearch) => void
}

/** Typing alone is not told by the live socket. */
const askAgainMs = 5_000

export function Compared({ newsroom, article, numbers, chosen, go }: ComparedProps) {
  const { t, whyNot } = useWords()
  const { from, to } = chosen
  const before = useQuery(versionQuery(newsroom, article.id, from))
  const version = useQuery({ ...versionQuery(newsroom, article.id, to === 'now' ? from : to), enabled: to !== 'now' })
  const text = useQuery({
    ...articleTextQuery(newsroom, article.id),
    enabled: to === 'now',
    refetchInterval: askAgainMs,
  })
  const after = to === 'now' ? text : version
  const [old, now] = [before.data?.document, to === 'now' ? text.data?.text : version.data?.document]
  const rows = useMemo(() => {
    if (old === undefined || now === undefined) return null
    const lines: Line[] = typeof now === 'string' ? linesOfText(now) : linesOf(now)
    return rowsOf(linesOf(old), lines)
  }, [old, now])

  const place = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const changes = rows === null ? 0 : rows.filter(isStop).length
  const step = (by: 1 | -1) => {
    if (changes === 0) return
    const next = at === null ? (by === 1 ? 0 : changes - 1) : (at + by + changes) % changes
    setAt(next)
    const change = place.current?.querySelectorAll<HTMLElement>('[data-stop=true]')[next]
    change?.focus({ preventScroll: true })
    change?.scrollIntoView({ block: 'center' })
  }
  useVersionKeys((key) => {
    if (key === 'next' || key === 'previous') return step(key === 'next' ? 1 : -1)
    const search = stepFrom(chosen, numbers, key)
    if (search) go(search)
  })

  const refused = before.error ?? after.error
  return (
    <>
      <StepsBar chosen={chosen} numbers={numbers} go={go} changes={changes} at={at} step={step} />
      {refused !== null && <p role="alert">{whyNot(refusalOf(refused) ?? 'server-trouble')}</p>}
      {rows === null && refused === null && <p className={css['quiet']}>{t('app.loading')}</p>}
      {rows !== null && (
        <>
          <Figures rows={rows} isVersion={to !== 'now'} />
          <Difference
            rows={rows}
            language={article.language}
            direction={article.direction}
            label={to === 'now' ? t('versions.differenceNow', { from }) : t('versions.difference', { from, to })}
            place={place}
          />
        </>
      )}
    </>
  )
}

const figures = ['reworded', 'formed', 'new', 'gone', 'moved'] as const

function Figures({ rows, isVersion }: { rows: readonly Row[]; isVersion: boolean }) {
  const { t } = useWords()
  const isMoved = (row: Row) => (row.kind === 'new' || row.kind === 'gone') && row.isMoved
  const count = (kind: (typeof figures)[number]): number =>
    // A line that was moved stands twice: where it was and where it is.
    kind === 'moved'
      ? rows.filter((row) => row.kind === 'new' && row.isMoved).length
      : rows.filter((row) => row.kind === kind && !isMoved(row)).length
  const told = figures.flatMap((kind) =>
    count(kind) === 0 ? [] : [t(`versions.count.${kind}`, { count: count(kind) })],
  )
  const changed = figures.reduce((sum, kind) => sum + count(kind), 0)
  return (
    <p className={css['figures']} role="status">
      {changed === 0 ? (
        t(isVersion ? 'versions.sameButMarks' : 'versions.same')
      ) : (
        <>
          <strong>{t('versions.changed', { count: changed })}</strong>
          <span className={css['quiet']}>{told.join(' · ')}</span>
        </>
      )}
      <span className={css['keys']}>{t('versions.keys')}</span>
    </p>
  )
}
