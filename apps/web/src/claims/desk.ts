/** What the parts of the article desk share: the claims in order, the selected one, the mode, and what can be done. */
import { createContext, useContext } from 'react'
import type { EditorView } from '@tiptap/pm/view'
import type { Actor } from '#domain/actor.ts'
import type { ClaimFilter } from '#domain/desk.ts'
import type { SteadyArticle, NewsroomView, PersonView } from '#protocol/view.ts'
import type { CoverageHub } from '#web/coverage/coverage-hub.ts'
import type { Mode } from '#web/editor/mode.ts'
import type { SuggestionHub } from '#web/suggestions/suggestion-hub.ts'
import type { Store } from '#web/live/sync-store.ts'
import type { Acts } from './acts.ts'
import type { Decisions } from './decisions.ts'
import type { DeskClaim } from './desk-claim.ts'
import type { Drafts } from './drafts.ts'

/** Where the selection was made: what lies elsewhere then comes into view. */
export type SelectedFrom = 'text' | 'list' | 'step' | 'address'

/** Parts of the inspector that a key leads to. */
export type Wished =
  | 'why'
  | 'proposed'
  | 'truth'
  | 'asserter'
  | 'elements'
  | 'source'
  | 'talk'
  | 'query'
  | 'due'
  | 'assign'
  | 'relink'
  | 'withdrawal'
  | 'earlier'
  | 'later'

/** Asks a part of the inspector for the focus, once: coming back to a claim later does not grant it again. */
export class Wish {
  #what: Wished | null

  constructor(what: Wished) {
    this.#what = what
  }

  granted(what: Wished): boolean {
    if (this.#what !== what) return false
    this.#what = null
    return true
  }
}

export interface Desk {
  readonly newsroom: NewsroomView
  readonly article: SteadyArticle
  readonly actor: Actor
  readonly mode: Mode
  readonly mayMark: boolean
  /** Of the text; null until it is here. */
  readonly view: EditorView | null
  readonly claims: readonly DeskClaim[]
  /** Ids that pass the filter. */
  readonly shown: ReadonlySet<string>
  readonly show: ClaimFilter
  readonly mine: boolean
  readonly selected: DeskClaim | null
  readonly drafts: Drafts
  /** On their way, or kept here until there is a way. */
  readonly decisions: Decisions
  /** Sentences of refusals, by claim. */
  readonly notes: Store<ReadonlyMap<string, string>>
  readonly wish: Wish | null
  readonly acts: Acts
  readonly coverage: CoverageHub
  readonly suggestions: SuggestionHub
  readonly select: (id: string | null, from: SelectedFrom) => void
  readonly setShow: (show: ClaimFilter) => void
  readonly setMine: (mine: boolean) => void
}

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk outside of the article desk')
  return desk
}

/** Somebody who left the newsroom is still named by what they did, as far as it is known. */
export function personOf({ people }: NewsroomView, id: string): Pick<PersonView, 'name' | 'initials' | 'hue'> {
  return people.find((person) => person.id === id) ?? { name: '?', initials: '?', hue: 7 }
}
