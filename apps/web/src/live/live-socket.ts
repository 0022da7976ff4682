/**
 * One live socket per tab and newsroom. It carries no data of its own: it says what is newer, and the queries ask again.
 * It comes back by itself after any loss, tells the server how far this tab has seen, and asks again for what it may have missed.
 */
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { closeCode } from '#protocol/frames.ts'
import { keys } from '#web/queries.ts'
import { readClaims } from './claims-again.ts'
import {
  type LiveState,
  nextState,
  nothingStale,
  pauseBefore,
  readMessage,
  secondsIn,
  seenAfter,
  staleAfter,
} from './live-state.ts'

/** Long enough to gather a burst, short enough that a decision elsewhere is here within a second. */
const beatMs = 120
/** A socket that says neither "ready" nor "closed" for this long is taken for lost. */
const patienceMs = 10_000
/** By then a page just opened is drawn; far below what news may take to be seen. */
const firstLookMs = 1_000

export class LiveSocket {
  readonly #newsroom: string
  readonly #queries: QueryClient
  readonly #listeners = new Set<() => void>()
  #state: LiveState = { kind: 'connecting' }
  #seen: ReadonlyMap<string, number> = new Map()
  #stale = nothingStale
  #reading: Promise<void> = Promise.resolve()
  #socket: WebSocket | null = null
  #beat: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  #firstLook: ReturnType<typeof setTimeout> | undefined

  constructor(newsroom: string, queries: QueryClient) {
    this.#newsroom = newsroom
    this.#queries = queries
  }

  get state(): LiveState {
    return this.#state
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  open(): void {
    window.addEventListener('online', this.#hurry)
    document.addEventListener('visibilitychange', this.#hurry)
    this.#connect()
  }

  close(): void {
    window.removeEventListener('online', this.#hurry)
    document.removeEventListener('visibilitychange', this.#hurry)
    clearTimeout(this.#beat)
    clearTimeout(this.#retry)
    clearTimeout(this.#patience)
    clearTimeout(this.#firstLook)
    const socket = this.#socket
    this.#socket = null
    socket?.close()
  }

  #connect(): void {
    clearTimeout(this.#retry)
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/live/${encodeURIComponent(this.#newsroom)}`)
    this.#socket = socket
    this.#patience = setTimeout(() => socket.close(), patienceMs)
    socket.addEventListener('open', () => this.#tellSeen(socket))
    socket.addEventListener('message', ({ data }) => {
      if (socket === this.#socket) this.#take(data)
    })
    socket.addEventListener('close', ({ code, reason }) => {
      if (socket === this.#socket) this.#lost(code, reason)
    })
  }

  #take(data: unknown): void {
    const message = readMessage(data)
    if (message === null) return
    if (message.type === 'ready') {
      clearTimeout(this.#patience)
      const { kind } = this.#state
      this.#set(nextState(this.#state, { type: 'ready' }))
      // Before this moment something may have happened that no socket told us. A page just opened is drawn first.
      if (kind === 'connecting') this.#firstLook = setTimeout(() => this.#refreshSeen(), firstLookMs)
      else if (kind !== 'open') this.#refreshSeen()
      return
    }
    this.#seen = seenAfter(this.#seen, message)
    this.#stale = staleAfter(this.#stale, message)
    this.#beat ??= setTimeout(() => this.#refresh(), beatMs)
  }

  #refresh(): void {
    this.#beat = undefined
    const { everything, newsroom, sources, articles, words } = this.#stale
    this.#stale = nothingStale
    const ask = (queryKey: readonly unknown[]) => void this.#queries.invalidateQueries({ queryKey })
    if (everything) return ask(keys.room(this.#newsroom))
    if (newsroom) ask(keys.newsroom(this.#newsroom))
    if (sources) ask(keys.sources(this.#newsroom))
    if (articles.size + words.size > 0) ask(keys.desk(this.#newsroom))
    for (const article of articles) ask(keys.article(this.#newsroom, article))
    for (const [article, claims] of words) if (!articles.has(article)) this.#readWords(article, claims)
  }

  /** One after the other: a later answer never falls back behind an earlier one. */
  #readWords(article: string, claims: ReadonlySet<string>): void {
    void this.#queries.invalidateQueries({ queryKey: keys.articleItself(this.#newsroom, article) })
    void this.#queries.invalidateQueries({ queryKey: keys.review(this.#newsroom, article) })
    this.#reading = this.#reading.then(() => readClaims(this.#queries, this.#newsroom, article, claims))
  }

  /** What is on screen and was asked for before this connection stood. */
  #refreshSeen(): void {
    void this.#queries.invalidateQueries({ queryKey: keys.room(this.#newsroom) })
  }

  #tellSeen(socket: WebSocket): void {
    const since = Object.fromEntries(this.#seen)
    if (this.#seen.size > 0) socket.send(JSON.stringify({ since }))
  }

  #lost(code: number, reason: string): void {
    clearTimeout(this.#patience)
    this.#set(nextState(this.#state, { type: 'closed', code }))
    if (this.#state.kind === 'ended') {
      // Signed out, or no part in this newsroom any more: the page asks who we are and shows what follows.
      if (code === closeCode.notSignedIn || code === closeCode.notFound) {
        void this.#queries.invalidateQueries({ queryKey: keys.me })
      }
      return
    }
    if (this.#state.kind !== 'waiting') return
    const pause = pauseBefore(this.#state.attempt, Math.random(), secondsIn(reason))
    this.#retry = setTimeout(() => this.#connect(), pause)
  }

  /** The network is back, or the person looks again: no reason to wait for the planned moment. */
  readonly #hurry = (): void => {
    if (this.#state.kind !== 'waiting' || document.visibilityState === 'hidden') return
    if (this.#socket?.readyState === WebSocket.CLOSED) this.#connect()
  }

  #set(state: LiveState): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const sockets = new Map<string, { live: LiveSocket; users: number }>()

/** Keeps the newsroom's socket open while something on screen needs it; several users share one. */
export function useLiveSocket(newsroom: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const shared = sockets.get(newsroom) ?? { live: new LiveSocket(newsroom, queries), users: 0 }
    if (shared.users === 0) {
      sockets.set(newsroom, shared)
      shared.live.open()
      tellWaiting()
    }
    shared.users += 1
    return () => {
      shared.users -= 1
      if (shared.users > 0) return
      shared.live.close()
      sockets.delete(newsroom)
      tellWaiting()
    }
  }, [newsroom, queries])
}

/** Those who ask for the state of a socket that is not there yet. */
const waiting = new Set<() => void>()
const tellWaiting = (): void => {
  for (const tell of waiting) tell()
}

const notYet: LiveState = { kind: 'connecting' }

/** Where the wire stands. */
export function useLiveState(newsroom: string): LiveState {
  const subscribe = useCallback(
    (listener: () => void) => {
      let leave = sockets.get(newsroom)?.live.subscribe(listener)
      const again = () => {
        leave?.()
        leave = sockets.get(newsroom)?.live.subscribe(listener)
        listener()
      }
      waiting.add(again)
      return () => {
        waiting.delete(again)
        leave?.()
      }
    },
    [newsroom],
  )
  return useSyncExternalStore(subscribe, () => sockets.get(newsroom)?.live.state ?? notYet)
}
