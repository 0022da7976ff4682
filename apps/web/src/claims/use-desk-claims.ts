/** The claims of this desk, put together from the server, the text on this screen and what was just decided. */
import { useMemo } from 'react'
import type { ClaimFilter } from '#domain/desk.ts'
import { type ArticleEditor } from '#web/editor/article-editor.ts'
import { type ClaimsInText, wordsInText } from '#web/editor/claim-index.ts'
import { useStore } from '#web/live/sync-store.ts'
import { useClaims } from '#web/queries.ts'
import { isSameSet, useSame } from '#web/ui/use-same.ts'
import type { Decisions } from './decisions.ts'
import { type DeskClaim, deskClaims, isShown } from './desk-claim.ts'

const none: ClaimsInText = new Map()
const nowhere = { get: () => none, subscribe: () => () => undefined }

export interface DeskClaims {
  readonly claims: readonly DeskClaim[]
  readonly inText: ClaimsInText
  /** Whether the server has been heard at all. */
  readonly isAsked: boolean
}

export function useDeskClaims(
  newsroom: string,
  article: string,
  editor: ArticleEditor | null,
  decisions: Decisions,
  me: string,
): DeskClaims {
  const asked = useClaims(newsroom, article)
  const inText = useStore(editor?.index.claims ?? nowhere)
  const pending = useStore(decisions.pending)
  const views = asked.data?.claims
  const claims = useMemo(() => {
    const words = (id: string) => (editor === null ? '' : wordsInText(editor.view.state.doc, id))
    // Marks are only new once it is known which are not.
    const arriving = views === undefined ? none : inText
    return deskClaims(views ?? [], arriving, words, pending, me, new Date().toISOString())
  }, [views, inText, pending, editor, me])
  return { claims, inText, isAsked: views !== undefined }
}

export const useShown = (
  claims: readonly DeskClaim[],
  show: ClaimFilter,
  mine: string | null,
  find: string,
): ReadonlySet<string> => {
  const shown = useMemo(
    () => new Set(claims.filter((claim) => isShown(claim, show, mine, find)).map(({ id }) => id)),
    [claims, show, mine, find],
  )
  return useSame(shown, isSameSet)
}
