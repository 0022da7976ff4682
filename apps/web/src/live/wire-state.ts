/**
 * What this tab may say about the wire, folded from what happened on it. Rules WS1–WS6.
 * "Saved" is said only when the server has acknowledged every counted frame of this connection and the first exchange is done;
 * words made here stay `unsaved` until then, over any number of lost connections.
 */
import { closeCode, type LaterWhy, laterWhys } from '#protocol/frames.ts'

/** Why the server ended it for good; each has its own sentence. */
export type WireEnd =
  | 'signed-out'
  | 'may-not-write'
  | 'not-found'
  | 'page-too-old'
  | 'other-epoch'
  | 'too-large'
  | 'document-full'
  | 'flood'
  | 'not-taken'

export interface WireState {
  readonly link: 'connecting' | 'open' | 'down'
  /** Whether the text has ever arrived whole: before that there is nothing true to show. */
  readonly ready: boolean
  /** Whether the server's half of this connection's first exchange has arrived. */
  readonly exchanged: boolean
  /** Counted frames sent and acknowledged on this connection. */
  readonly sent: number
  readonly saved: number
  /** Whether something made here is not yet acknowledged. */
  readonly unsaved: boolean
  readonly ended: WireEnd | null
  /** Why the server asked this tab to come back in a moment, when it said why. */
  readonly later: LaterWhy | null
}

export type WireEvent =
  | { type: 'connecting' }
  | { type: 'opened' }
  | { type: 'exchanged' }
  | { type: 'sent' }
  | { type: 'saved'; frames: number }
  | { type: 'edited' }
  | { type: 'closed'; ended: WireEnd | null; later?: LaterWhy | null }

export const wireAtStart: WireState = {
  link: 'connecting',
  ready: false,
  exchanged: false,
  sent: 0,
  saved: 0,
  unsaved: false,
  ended: null,
  later: null,
}

/** WS1. An exchange always holds one counted frame of ours, the step 2: without it nothing has been compared yet. */
const isSettled = (state: WireState): boolean =>
  state.link === 'open' && state.exchanged && state.sent > 0 && state.saved >= state.sent

const stillReader = (state: WireState): WireEnd | null => (state.ended === 'may-not-write' ? state.ended : null)

const settle = (state: WireState): WireState => (isSettled(state) ? { ...state, unsaved: false } : state)

export function foldWire(state: WireState, event: WireEvent): WireState {
  switch (event.type) {
    case 'connecting':
      return { ...state, link: state.link === 'down' ? 'down' : 'connecting', ended: stillReader(state) }
    case 'opened':
      // Losing the right to write is not undone by being let in as a reader.
      return { ...state, link: 'open', exchanged: false, sent: 0, saved: 0, ended: stillReader(state), later: null }
    case 'exchanged':
      return settle({ ...state, exchanged: true, ready: true })
    case 'sent':
      return { ...state, sent: state.sent + 1 }
    case 'saved':
      return settle({ ...state, saved: Math.max(state.saved, event.frames) })
    case 'edited':
      // Not settled here: the frame that carries this edit is counted a moment later, or never when there is no connection.
      return state.unsaved ? state : { ...state, unsaved: true }
    case 'closed':
      return {
        ...state,
        link: 'down',
        exchanged: false,
        sent: 0,
        saved: 0,
        ended: event.ended ?? stillReader(state),
        later: event.later ?? null,
      }
  }
}

export type WireWord = 'connecting' | 'saved' | 'saving' | 'offline' | 'read-only' | 'stopped'

/** WS2. The one word of the top bar. */
export function wireWord(state: WireState, mayEdit: boolean): WireWord {
  if (state.ended === 'may-not-write') return 'read-only'
  if (state.ended !== null) return 'stopped'
  if (state.link === 'connecting' && !state.ready) return 'connecting'
  if (state.link !== 'open') return 'offline'
  if (!mayEdit) return 'read-only'
  return isSettled(state) && !state.unsaved ? 'saved' : 'saving'
}

const ends: Partial<Record<number, WireEnd>> = {
  [closeCode.notSignedIn]: 'signed-out',
  [closeCode.mayNotWrite]: 'may-not-write',
  [closeCode.notFound]: 'not-found',
  [closeCode.schemaTooOld]: 'page-too-old',
  [closeCode.otherEpoch]: 'other-epoch',
  [closeCode.tooLarge]: 'too-large',
  [closeCode.flood]: 'flood',
  // What this tab sends cannot be taken, by any connection: trying again would send the same.
  [closeCode.unacceptable]: 'not-taken',
}

export type AfterClose =
  { kind: 'ended'; ended: WireEnd } | { kind: 'come-back'; afterMs: number; later: LaterWhy | null }

const longestWaitMs = 10_000

/**
 * WS5. What a close means: codes from 4400 are an answer, not an accident. 1012 and 1013 name their seconds; after anything else the
 * wait grows. `chance` (0–1) spreads people out, so that a restarted server does not meet everybody in the same moment.
 */
export function afterClose(close: { code: number; reason: string }, attempts: number, chance: number): AfterClose {
  const ended = close.reason === 'document-full' ? 'document-full' : ends[close.code]
  if (ended !== undefined) return { kind: 'ended', ended }
  if (close.code >= 4400 && close.code < 4500) return { kind: 'ended', ended: 'page-too-old' }
  const isLater = close.code === closeCode.restarting || close.code === closeCode.comeBackLater
  const [seconds = '', said] = isLater ? close.reason.split(' ') : []
  const later = laterWhys.find((why) => why === said) ?? null
  const asked = Number(seconds)
  if (Number.isFinite(asked) && asked > 0)
    return { kind: 'come-back', afterMs: Math.min(asked, 300) * 1000 + chance * 1000, later }
  const wait = Math.min(longestWaitMs, 250 * 2 ** Math.min(attempts, 10))
  return { kind: 'come-back', afterMs: wait * (0.5 + chance / 2), later }
}
