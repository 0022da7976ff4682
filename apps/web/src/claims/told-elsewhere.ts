/**
 * A decision that was refused while its article is not on screen: told where the person is, with the way there. Once for what is refused
 * together; it stays listed on the article's desk until it has been looked at. Loaded when there is something to tell. Rule KP5.
 */
import type { QueryClient } from '@tanstack/react-query'
import type { AnyRouter } from '@tanstack/react-router'
import type { KeptDecision } from '#web/kept/decision-store.ts'
import type { KeptPlace } from '#web/live/kept-keys.ts'
import { articleQuery, refusalOf } from '#web/queries.ts'
import { toast } from '#web/ui/messages.tsx'
import type { Words } from '#web/words/words.tsx'
import '#web/words/kept.ts'
import { decisionsOf } from './kept-decisions.ts'

interface Around {
  readonly queries: QueryClient
  readonly words: Words
  readonly router: Pick<AnyRouter, 'state' | 'navigate'>
}

export async function tellElsewhere(place: KeptPlace, refused: readonly KeptDecision[], around: Around): Promise<void> {
  const { queries, router, words } = around
  const { newsroom, article } = place
  const [first] = refused
  const why = first?.refused ?? null
  if (first === undefined || why === null) return
  // On its own desk it is told at the claim.
  if (router.state.location.pathname === `/${newsroom}/articles/${article}`) return
  const count = refused.length
  const found = await queries.fetchQuery({ ...articleQuery(newsroom, article), retry: false }).catch(refusalOf)
  if (found === 'not-found') {
    // Not open to this person any more: there is no desk that could list it.
    for (const { claim } of refused) decisionsOf(place, queries).looked(claim)
    return toast({ text: words.t('kept.refusedGone', { count }) })
  }
  const title = typeof found === 'object' && found !== null ? found.title : words.t('kept.anArticle')
  const take = () =>
    void router.navigate({
      to: '/$newsroom/articles/$article',
      params: { newsroom, article },
      search: first.claim === '' ? {} : { claim: first.claim },
    })
  const text = words.t('kept.refused', { count, title, why: words.whyNot(why) })
  toast({ text, action: { text: words.t('kept.goThere'), take } })
}
