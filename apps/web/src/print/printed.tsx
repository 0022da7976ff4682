/**
 * An article being printed: the text stays the one on the desk, with its marks as patterns; the numbers, the notes and what stands on every
 * page come to it here and go again when the browser has printed. Rules PN1–PN3.
 */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api } from '#web/api/api.ts'
import { useDesk } from '#web/claims/desk.ts'
import { useSheet } from '#web/editor/mark-sheet.ts'
import { keys, must, Refused } from '#web/queries.ts'
import { toast } from '#web/ui/messages.tsx'
import { useWords } from '#web/words/words.tsx'
import { PrintedNotes } from './notes.tsx'
import { printSheetOf } from './sheet.ts'
import '#web/words/print.ts'

export function Printed({ onDone }: { onDone: () => void }) {
  const { t, whyNot } = useWords()
  const { newsroom, article, claims } = useDesk()
  const asked = useQuery({
    queryKey: [...keys.article(newsroom.slug, article.id), 'printed'],
    queryFn: () => must(api.articleExport(newsroom.slug, article.id)),
    staleTime: 0,
    gcTime: 0,
  })
  const printed = asked.data !== undefined && !asked.isFetching ? asked.data : null
  const numbered = claims.flatMap(({ id, number, standing }) =>
    number === null || standing === 'withdrawn' ? [] : [{ id, number }],
  )
  const [before = '', between = '', after = ''] = t('print.page', { page: '\u0000', pages: '\u0000' }).split('\u0000')
  useSheet(printed === null ? '' : printSheetOf(numbered, article.title, [before, between, after]))

  useEffect(() => {
    if (!asked.isError) return
    if (asked.error instanceof Refused) toast({ text: whyNot(asked.error.reply) })
    onDone()
  }, [asked.isError, asked.error, whyNot, onDone])

  const isReady = printed !== null
  const isAsked = useRef(false)
  useEffect(() => {
    if (!isReady || isAsked.current) return
    window.addEventListener('afterprint', onDone)
    // Two frames: the notes are drawn and the sheet is in force.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (isAsked.current) return
        isAsked.current = true
        window.print()
      }),
    )
    return () => window.removeEventListener('afterprint', onDone)
  }, [isReady, onDone])

  return printed === null ? null : <PrintedNotes printed={printed} newsroom={newsroom} />
}
