/**
 * Keeps claim marks whole under this person's own editing. Rules CG1–CG6; other people's changes are never touched here.
 * A pasted claim that is foreign or stands elsewhere loses its mark; a cut or dragged one moves; words typed or replaced inside a
 * claim stay inside, also at its very edge; commands that clear formatting leave claims alone.
 */
import { Extension } from '@tiptap/core'
import type { Mark, Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { RemoveMarkStep } from '@tiptap/pm/transform'
import { type Change, changesOf, isEmpty, isWithinOneBlock } from './changes.ts'
import { claimId, claimsAround, claimsIn, claimsOver, isClaim, standsOutside } from './claim-runs.ts'
import { isFromOthers, isMarking } from './transactions.ts'

interface GuardState {
  /** Claims that left the text by this person's hand, and may come back by pasting. */
  readonly gone: ReadonlyMap<string, Mark>
  /** Words of these claims were just taken away here: what is typed next stands for them. */
  readonly retyping: { readonly at: number; readonly claims: readonly Mark[] } | null
}

const guardKey = new PluginKey<GuardState>('claim-guard')
const nothing: GuardState = { gone: new Map(), retyping: null }

const isMoving = (transaction: Transaction): boolean =>
  ['paste', 'drop', 'cut'].includes(String(transaction.getMeta('uiEvent'))) || transaction.getMeta('paste') === true

/** CG3, CG4. The claims that the words now standing at `change` belong inside of. */
function claimsToKeep(change: Change, before: Node, { retyping }: GuardState): readonly Mark[] {
  if (isEmpty(change.now)) return []
  if (!isEmpty(change.old)) return claimsOver(before, change.old)
  return retyping?.at === change.old.from ? retyping.claims : claimsAround(before, change.old.from)
}

/** CG1, CG2. Whether a claim found on words that were just put here may stay on them. */
function mayStay(
  id: string,
  change: Change,
  changes: readonly Change[],
  before: Node,
  after: Node,
  { gone }: GuardState,
) {
  const wasHere = claimsIn(before, change.old).has(id)
  if (
    standsOutside(
      after,
      id,
      changes.map(({ now }) => now),
    )
  )
    return wasHere
  return wasHere || gone.has(id) || claimsIn(before, { from: 0, to: before.content.size }).has(id)
}

function guard(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const state = guardKey.getState(before) ?? nothing
  const changes = changesOf(transactions)
  const tr = after.tr
  for (const change of changes) {
    const { from, to } = change.now
    const keep = claimsToKeep(change, before.doc, state)
    for (const [id, mark] of claimsIn(after.doc, change.now)) {
      const kept = keep.some((other) => claimId(other) === id)
      if (!kept && !mayStay(id, change, changes, before.doc, after.doc, state)) tr.removeMark(from, to, mark)
    }
    for (const mark of keep) tr.addMark(from, to, mark)
  }
  for (const [mark, from, to] of cleared(transactions)) tr.addMark(from, to, mark)
  return tr.docChanged ? tr.setMeta(guardKey, true) : null
}

/** CG5. Where formatting was cleared from a claim: put back what nobody may take by a formatting command. */
function cleared(transactions: readonly Transaction[]): [Mark, number, number][] {
  return transactions.flatMap((transaction, index) =>
    transaction.steps.flatMap((step, at): [Mark, number, number][] => {
      if (!(step instanceof RemoveMarkStep) || !isClaim(step.mark)) return []
      const later = [transaction.mapping.slice(at + 1), ...transactions.slice(index + 1).map(({ mapping }) => mapping)]
      const mapped = (position: number) => later.reduce((now, mapping) => mapping.map(now), position)
      return [[step.mark, mapped(step.from), mapped(step.to)]]
    }),
  )
}

function remember(tr: Transaction, state: GuardState, before: EditorState, after: EditorState): GuardState {
  const { retyping } = state
  if (tr.getMeta(guardKey) === true) return state
  if (isFromOthers(tr)) {
    // The binding replaces the whole document and puts the selection back where it stood: the caret knows the place, no mapping does.
    const stays = retyping !== null && before.selection.empty && before.selection.head === retyping.at
    return { ...state, retyping: stays ? { ...retyping, at: after.selection.head } : null }
  }
  if (!tr.docChanged)
    return retyping?.at === after.selection.head || retyping === null ? state : { ...state, retyping: null }
  if (isMarking(tr)) return state
  const changes = changesOf([tr])
  const gone = new Map(state.gone)
  for (const { old } of changes) {
    for (const [id, mark] of claimsIn(before.doc, old)) if (!standsOutside(tr.doc, id, [])) gone.set(id, mark)
  }
  return { gone, retyping: isMoving(tr) ? null : stillRetyping(changes, retyping, before.doc, tr.doc) }
}

/** CG4. Backspace or typing over a selection begins it; typing on at the same place goes on; anything else ends it. */
function stillRetyping(
  changes: Change[],
  retyping: GuardState['retyping'],
  before: Node,
  after: Node,
): GuardState['retyping'] {
  const [change] = changes
  if (change === undefined || changes.length > 1 || !isWithinOneBlock(after, change.now)) return null
  if (isEmpty(change.old)) return retyping?.at === change.old.from ? { ...retyping, at: change.now.to } : null
  const claims = claimsOver(before, change.old)
  return claims.length === 0 ? null : { at: change.now.to, claims }
}

export const claimGuard = (): Plugin =>
  new Plugin<GuardState>({
    key: guardKey,
    state: { init: () => nothing, apply: remember },
    appendTransaction: (transactions, before, after) => {
      const local = transactions.filter((transaction) => transaction.docChanged)
      if (local.length === 0 || local.some((one) => isFromOthers(one) || isMarking(one))) return null
      return guard(local, before, after)
    },
  })

export const ClaimGuard = Extension.create({ name: 'claimGuard', addProseMirrorPlugins: () => [claimGuard()] })
