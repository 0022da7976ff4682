/**
 * Everything that can be done on the article desk by a key, in one table: its key, its group in the list of keys, and what it does.
 * Keys, the list of them, buttons and a person's own keys all read it. A new command is a row here and its words in words/keys.ts
 * under “keys.” and its id. Rules KY1–KY6.
 */
import { ratings } from '#domain/rating.ts'
import { truthRatings } from '#domain/truth.ts'
import type { Mode } from '#web/editor/mode.ts'
import type { CoverageHub } from '#web/coverage/coverage-hub.ts'
import type { SuggestionHub } from '#web/suggestions/suggestion-hub.ts'
import type { Acts } from './acts.ts'

/** What commands act on, as it is at the moment of the key. */
export interface CommandDesk {
  readonly mode: Mode
  readonly acts: Acts
  readonly toMe: () => void
  readonly mark: () => void
  readonly sentence: () => void
  /** Sentences: ticking, the next untouched one, one more in the selection. */
  readonly coverage: CoverageHub
  /** Suggested claims: keeping, skipping, showing. */
  readonly suggestions: SuggestionHub
  readonly setMode: (mode: Mode) => void
  readonly openKeys: () => void
  /** Closes what lies over the text, or lets go of the selected claim. */
  readonly close: () => void
  readonly nextRegion: (isBack: boolean) => void
  readonly openPalette: () => void
  /** To the field that finds claims. */
  readonly find: () => void
  readonly goTo: (page: 'desk' | 'article' | 'sources' | 'review' | 'versions' | 'history') => void
}

export const commandGroups = ['move', 'mark', 'decide', 'close'] as const
export type CommandGroup = (typeof commandGroups)[number]

interface Row {
  readonly id: string
  /** As `keyOf` names it; two, one after the other, with a space between; none for what is only in the list of all commands. */
  readonly key: string
  readonly group: CommandGroup
  /** Also for people who only read. */
  readonly reads?: true
  /** Also in fields and in Edit mode; such a key is nothing that one types. */
  readonly everywhere?: true
  /** Held down it goes on; everything else is done once. */
  readonly repeats?: true
  /** Is about the selected claim. */
  readonly onClaim?: true
  readonly run: (desk: CommandDesk) => void
}

const rows = [
  { id: 'next', key: 'j', group: 'move', reads: true, repeats: true, run: ({ acts }) => acts.step('next') },
  { id: 'previous', key: 'k', group: 'move', reads: true, repeats: true, run: ({ acts }) => acts.step('previous') },
  { id: 'next-left', key: 'n', group: 'move', reads: true, repeats: true, run: ({ acts }) => acts.step('next-left') },
  {
    id: 'previous-left',
    key: 'shift+n',
    group: 'move',
    reads: true,
    repeats: true,
    run: ({ acts }) => acts.step('previous-left'),
  },
  { id: 'next-reworded', key: 'u', group: 'move', reads: true, run: ({ acts }) => acts.step('next-reworded') },
  { id: 'find', key: '/', group: 'move', reads: true, run: ({ find }) => find() },
  { id: 'go-desk', key: 'g d', group: 'move', reads: true, run: ({ goTo }) => goTo('desk') },
  { id: 'go-sources', key: 'g s', group: 'move', reads: true, run: ({ goTo }) => goTo('sources') },
  { id: 'go-article', key: 'g a', group: 'move', reads: true, run: ({ goTo }) => goTo('article') },
  { id: 'go-review', key: 'g r', group: 'move', reads: true, run: ({ goTo }) => goTo('review') },
  { id: 'go-versions', key: '', group: 'move', reads: true, run: ({ goTo }) => goTo('versions') },
  { id: 'go-history', key: '', group: 'move', reads: true, run: ({ goTo }) => goTo('history') },
  {
    id: 'history-earlier',
    key: '[',
    group: 'move',
    reads: true,
    onClaim: true,
    run: ({ acts }) => acts.history('earlier'),
  },
  {
    id: 'history-later',
    key: ']',
    group: 'move',
    reads: true,
    onClaim: true,
    run: ({ acts }) => acts.history('later'),
  },
  { id: 'region', key: 'F6', group: 'move', reads: true, everywhere: true, run: (desk) => desk.nextRegion(false) },
  {
    id: 'region-back',
    key: 'shift+F6',
    group: 'move',
    reads: true,
    everywhere: true,
    run: (desk) => desk.nextRegion(true),
  },
  { id: 'sentence', key: 's', group: 'mark', reads: true, run: ({ sentence }) => sentence() },
  { id: 'extend', key: 'shift+s', group: 'mark', reads: true, run: ({ coverage }) => coverage.act('extend') },
  { id: 'tick', key: 't', group: 'mark', run: ({ coverage }) => coverage.act('tick') },
  { id: 'tick-reason', key: 'shift+t', group: 'mark', run: ({ coverage }) => coverage.act('choose-reason') },
  { id: 'mark', key: 'm', group: 'mark', run: ({ mark }) => mark() },
  { id: 'keep', key: 'y', group: 'mark', run: ({ suggestions }) => suggestions.act('keep') },
  { id: 'skip', key: 'x', group: 'mark', run: ({ suggestions }) => suggestions.act('skip') },
  { id: 'suggestions', key: '', group: 'mark', run: ({ suggestions }) => suggestions.toggle() },
  { id: 'relink', key: 'p', group: 'mark', onClaim: true, run: ({ acts }) => acts.relink() },
  { id: 'withdraw', key: 'Backspace', group: 'mark', onClaim: true, run: ({ acts }) => acts.startWithdrawal() },
  { id: 'why', key: 'r', group: 'decide', onClaim: true, run: ({ acts }) => acts.why() },
  { id: 'source', key: 'o', group: 'decide', onClaim: true, run: ({ acts }) => acts.source() },
  { id: 'talk', key: 'c', group: 'decide', onClaim: true, run: ({ acts }) => acts.talk() },
  { id: 'query', key: 'q', group: 'decide', onClaim: true, run: ({ acts }) => acts.query() },
  { id: 'elements', key: 'l', group: 'decide', onClaim: true, run: ({ acts }) => acts.elements() },
  { id: 'still-holds', key: '=', group: 'decide', onClaim: true, run: ({ acts }) => acts.stillHolds() },
  { id: 'truth-clear', key: 'shift+0', group: 'decide', onClaim: true, run: ({ acts }) => acts.judgeTruth(null) },
  { id: 'clear', key: '0', group: 'decide', onClaim: true, run: ({ acts }) => acts.clear() },
  { id: 'repeat', key: '.', group: 'decide', onClaim: true, run: ({ acts }) => acts.repeat() },
  { id: 'to-me', key: 'i', group: 'decide', onClaim: true, run: ({ toMe }) => toMe() },
  { id: 'assign', key: 'a', group: 'decide', onClaim: true, run: ({ acts }) => acts.chooseAssignee() },
  { id: 'asserter', key: '', group: 'decide', onClaim: true, run: ({ acts }) => acts.chooseAsserter() },
  { id: 'risk', key: 'f', group: 'decide', onClaim: true, run: ({ acts }) => acts.toggleRisk() },
  { id: 'due', key: 'd', group: 'decide', onClaim: true, run: ({ acts }) => acts.due() },
  { id: 'sign-off', key: 'v', group: 'close', onClaim: true, run: ({ acts }) => acts.signOff() },
  { id: 'sign-off-back', key: 'shift+v', group: 'close', onClaim: true, run: ({ acts }) => acts.takeBackSignOff() },
  { id: 'undo', key: 'z', group: 'close', run: ({ acts }) => void acts.undo() },
  { id: 'edit', key: 'e', group: 'close', run: ({ setMode }) => setMode('edit') },
  { id: 'close', key: 'Escape', group: 'close', reads: true, run: ({ close }) => close() },
  {
    id: 'palette',
    key: 'mod+k',
    group: 'close',
    reads: true,
    everywhere: true,
    run: ({ openPalette }) => openPalette(),
  },
  { id: 'keys', key: '?', group: 'close', reads: true, run: ({ openKeys }) => openKeys() },
] as const satisfies readonly Row[]

const verdicts = ratings.map((rating, index) => ({
  id: `verdict-${rating}` as const,
  key: String(index + 1),
  group: 'decide' as const,
  onClaim: true as const,
  run: ({ acts }: CommandDesk) => acts.judge(rating),
}))

/** The digit is that of the same verdict. */
const truths = truthRatings.map((rating) => ({
  id: `truth-${rating}` as const,
  key: `shift+${ratings.indexOf(rating) + 1}`,
  group: 'decide' as const,
  onClaim: true as const,
  run: ({ acts }: CommandDesk) => acts.judgeTruth(rating),
}))

export type RowId = (typeof rows)[number]['id'] | (typeof truths)[number]['id']
export type CommandId = RowId | (typeof verdicts)[number]['id']

export interface Command extends Row {
  readonly id: CommandId
}

/** In the order of the list of keys. */
export const commands: readonly Command[] = [...rows, ...verdicts, ...truths]
