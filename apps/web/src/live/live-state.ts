/**
 * The pure part of the live socket: what a message makes stale, when to come back, what to say of the wire. No clock, no socket.
 * Rules LV1–LV5, LV9.
 */
import type { LiveMessage } from '#protocol/view.ts'

export type LiveState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Lost; the next attempt is under way or planned. */
  | { readonly kind: 'waiting'; readonly attempt: number }
  /** The server said not to come back by itself. */
  | { readonly kind: 'ended'; readonly code: number }

export type LiveStep = { readonly type: 'ready' } | { readonly type: 'closed'; readonly code: number }

/** LV1. Codes from 4400 mean: do not come back by yourself. */
const isFinal = (code: number): boolean => code >= 4400 && code < 4500 && code !== 4429

export function nextState(state: LiveState, step: LiveStep): LiveState {
  if (step.type === 'ready') return { kind: 'open' }
  if (isFinal(step.code)) return { kind: 'ended', code: step.code }
  return { kind: 'waiting', attempt: state.kind === 'waiting' ? state.attempt + 1 : 1 }
}

const longestMs = 20_000

/**
 * LV2. Later each time, and never all at once: when a server restarts, a newsroom of two hundred comes back over seconds.
 * `asked` is the number of seconds the server put in its close reason, if any.
 */
export function pauseBefore(attempt: number, chance: number, asked: number | null = null): number {
  if (asked !== null) return Math.round(asked * 1_000 * (1 + chance * 0.5))
  const most = Math.min(longestMs, 500 * 2 ** (attempt - 1))
  return Math.round(most / 2 + (chance * most) / 2)
}

export function secondsIn(reason: string): number | null {
  const seconds = Number(reason)
  return reason.trim() !== '' && Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 300) : null
}

/** What is stale after a message; several messages in one beat are answered with one question each. */
export interface Stale {
  readonly everything: boolean
  readonly newsroom: boolean
  readonly sources: boolean
  readonly articles: ReadonlySet<string>
  /** Articles in which only words are newer: the title, and those of these claims. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>
}

export const nothingStale: Stale = {
  everything: false,
  newsroom: false,
  sources: false,
  articles: new Set(),
  words: new Map(),
}

/**
 * LV3. An event of an article touches that article and the desk; one of the newsroom touches its people or its sources.
 * LV9. Typing touches the title and the claims it is in.
 */
export function staleAfter(stale: Stale, message: LiveMessage): Stale {
  switch (message.type) {
    case 'ready':
      return stale
    case 'reload':
      return { ...stale, everything: true }
    case 'changed':
      if (message.onlyWords === true) {
        const claims = new Set([...(stale.words.get(message.article) ?? []), ...message.claims])
        return { ...stale, words: new Map([...stale.words, [message.article, claims]]) }
      }
      return { ...stale, articles: new Set([...stale.articles, message.article]) }
    case 'event':
      switch (message.event.type) {
        case 'source-added':
          return { ...stale, sources: true }
        // What rests on a source is told by the source as well.
        case 'evidence-attached':
        case 'evidence-removed':
        case 'claim-reopened':
        case 'claim-withdrawn':
          return { ...stale, sources: true, articles: new Set([...stale.articles, message.stream]) }
        case 'newsroom-founded':
        case 'member-added':
          return { ...stale, newsroom: true }
        default:
          return { ...stale, articles: new Set([...stale.articles, message.stream]) }
      }
  }
}

/** The server takes no more than this many streams in one greeting. */
export const mostStreams = 50

/** LV4. The highest seq seen of each stream, the latest last: what the server is told on coming back. */
export function seenAfter(seen: ReadonlyMap<string, number>, message: LiveMessage): ReadonlyMap<string, number> {
  const at = message.type === 'event' ? message.stream : message.type === 'changed' ? message.article : null
  if (at === null || !('seq' in message) || message.seq <= (seen.get(at) ?? -1)) return seen
  const others = [...seen].filter(([stream]) => stream !== at)
  return new Map([...others, [at, message.seq] as const].slice(-mostStreams))
}

/** LV5. Whatever is not a message of ours is left alone: a newer server may know more of them. */
export function readMessage(data: unknown): LiveMessage | null {
  if (typeof data !== 'string') return null
  try {
    const message = JSON.parse(data) as { type?: unknown } | null
    return message !== null && ['ready', 'event', 'changed', 'reload'].includes(String(message.type))
      ? (message as LiveMessage)
      : null
  } catch {
    return null
  }
}
