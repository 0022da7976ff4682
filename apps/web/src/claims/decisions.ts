/**
 * Decisions on their way, on claims, on sentences and on suggestions: shown at once as pending, kept on this device until the server has
 * agreed or refused, and sent again under the same key when it could not be reached, in the order they were made. A refusal puts the old value back by itself, as nothing but the
 * overlay ever changed, and is listed until somebody has looked at it. Decisions on one claim go one after the other. Rules PD1–PD5, KP1–KP8.
 */
import type { QueryClient } from '@tanstack/react-query'
import { v7 as uuid } from 'uuid'
import type { ClaimView } from '#protocol/view.ts'
import type { SeenOnScreen } from '#web/api/claims.ts'
import { type RefusedReply, refused as refusedFor, type Reply } from '#web/api/reply.ts'
import type { PendingTick } from '#web/coverage/coverage-now.ts'
import { DecisionStore, type KeptDecision } from '#web/kept/decision-store.ts'
import type { KeptPlace } from '#web/live/kept-keys.ts'
import { Watched } from '#web/live/sync-store.ts'
import { keys } from '#web/queries.ts'
import type { Decision } from './desk-claim.ts'
import { sendDecision } from './send-decision.ts'
import {
  isJudgement,
  isNoAnswer,
  isSkip,
  isTick,
  type Sent,
  type SkipDecision,
  type TickDecision,
  verdictAfter,
  waitsFor,
} from './sent.ts'

export type Outcome = Reply<unknown>

/** Before the next try; grows to the last one. */
const pausesMs = [1_000, 2_000, 4_000, 8_000]

export class Decisions {
  /** By claim, in the order they were made. */
  readonly pending = new Watched<ReadonlyMap<string, readonly Decision[]>>(new Map())
  /** By the words of the sentence, as the last of them leaves it. */
  readonly ticks = new Watched<ReadonlyMap<string, PendingTick>>(new Map())
  /** By the words of the suggestion: whether they are skipped, or brought back. */
  readonly skips = new Watched<ReadonlyMap<string, boolean>>(new Map())
  /** How many have not been answered yet. */
  readonly waiting = new Watched(0)
  /** Refused, and not looked at yet. */
  readonly refused = new Watched<readonly KeptDecision[]>([])
  readonly #place: KeptPlace
  readonly #queries: QueryClient
  readonly #store: DecisionStore
  readonly #onRefused: (refused: readonly KeptDecision[]) => void
  #entries: readonly KeptDecision[] = []
  /** Those who wait for an answer in this tab. */
  readonly #turns = new Map<string, (outcome: Outcome) => void>()
  readonly #onTheWay = new Set<string>()
  /** Made in another tab, which sends them itself unless it is gone. */
  #elsewhere: ReadonlySet<string> = new Set()
  /** The device would not take them. */
  readonly #onlyHere = new Set<string>()
  /** seq of the verdict on screen, or null, while the person's own decision has just made it another one. */
  readonly #ownVerdict = new Map<string, number | null>()
  /** Since something did not arrive: then the oldest goes first and nothing overtakes it. */
  #oneByOne = false
  #failures = 0
  #again: ReturnType<typeof setTimeout> | undefined
  #isOver = false

  /** `onRefused` is told of what this tab sent, and of what it finds refused. */
  constructor(
    place: KeptPlace,
    queries: QueryClient,
    onRefused: (refused: readonly KeptDecision[]) => void = () => undefined,
  ) {
    this.#place = place
    this.#onRefused = onRefused
    this.#queries = queries
    this.#store = new DecisionStore(place)
    const kept = this.#store.all()
    this.#entries = kept.filter(({ refused }) => refused === null)
    this.#oneByOne = this.#entries.length > 0
    const refused = kept.filter((one) => one.refused !== null)
    this.#show(refused)
    if (refused.length > 0) this.#onRefused(refused)
    this.#store.watch(this.#readStore)
    if (typeof window !== 'undefined') {
      window.addEventListener('online', this.flush)
      window.addEventListener('beforeunload', this.#warn)
    }
    if (this.#oneByOne) queueMicrotask(this.flush)
  }

  /** `claim` is what the person had on screen: its words and verdict travel with the decision. The answer may take as long as the wire is cut. */
  take(claim: ClaimView, decision: Decision): Promise<Outcome> {
    // Deciding anew is an answer to what was refused before.
    if (this.refused.get().some((one) => one.claim === claim.id)) this.looked(claim.id)
    const shown = this.#ownVerdict.get(claim.id)
    const verdictSeen = shown === undefined ? (claim.verdict?.seq ?? null) : shown
    return this.#take(claim.id, decision, { wordsSeen: claim.words, verdictSeen })
  }

  /** NC1. What the server answers comes with the outcome: some of the words may read otherwise by now. */
  takeOnWords(decision: TickDecision | SkipDecision): Promise<Outcome> {
    return this.#take('', decision, { wordsSeen: '', verdictSeen: null })
  }

  #take(claim: string, decision: Sent, seen: SeenOnScreen): Promise<Outcome> {
    if (this.#isOver) return Promise.resolve(refusedFor('not-signed-in'))
    const entry: KeptDecision = { key: uuid(), claim, decision, seen, at: new Date().toISOString(), refused: null }
    if (!this.#store.put(entry)) this.#onlyHere.add(entry.key)
    const answered = new Promise<Outcome>((resolve) => this.#turns.set(entry.key, resolve))
    this.#entries = [...this.#entries, entry]
    this.#show()
    this.#send()
    return answered
  }

  /** There may be a way to the server again: no reason to wait for the planned moment. */
  readonly flush = (): void => {
    this.#elsewhere = new Set()
    this.#send()
  }

  /** Somebody has seen what became of their decisions on this claim. */
  looked(claim: string): void {
    for (const one of this.refused.get()) if (one.claim === claim) this.#store.remove(one.key)
    this.#show(this.refused.get().filter((one) => one.claim !== claim))
  }

  /** The person signs out: nothing of theirs is sent or shown any more. */
  end(): void {
    this.#isOver = true
    clearTimeout(this.#again)
    if (typeof window === 'undefined') return
    window.removeEventListener('online', this.flush)
    window.removeEventListener('beforeunload', this.#warn)
  }

  #send(): void {
    if (this.#isOver) return
    const heads = this.#entries.filter(
      (entry, index) =>
        (index === 0 || !this.#oneByOne) &&
        !this.#entries.slice(0, index).some((earlier) => waitsFor(entry, earlier)) &&
        !this.#elsewhere.has(entry.key),
    )
    for (const entry of heads) if (!this.#onTheWay.has(entry.key)) void this.#try(entry)
  }

  async #try(entry: KeptDecision): Promise<void> {
    this.#onTheWay.add(entry.key)
    clearTimeout(this.#again)
    const { newsroom, article, person } = this.#place
    const sending = { key: entry.key, person }
    const reply = await sendDecision([newsroom, article, entry.claim], entry.decision, entry.seen, sending)
    // Signed out meanwhile: nothing of theirs may be left here.
    if (this.#isOver) return
    // It was carried out under this key before, as another tab sent it: that is an answer too.
    const isDone = reply.ok || reply.refusal === 'key-used-before'
    if (!isDone && isNoAnswer(reply.refusal)) return this.#later(entry, reply)
    this.#failures = 0
    // A skip that was refused is a suggestion again: there is nothing else to look at.
    if (!isDone && !isSkip(entry.decision)) return this.#refuse(entry, reply)
    const value = reply.ok ? reply.value : null
    const verdict = verdictAfter(entry.decision, value)
    if (verdict !== undefined) this.#seenNow(entry.claim, verdict)
    this.#store.remove(entry.key)
    // The new state is read before the overlay goes, or the old one would show for a blink.
    await this.#readAgain(entry.claim === '')
    this.#drop([entry], isDone ? { ok: true, value } : reply)
  }

  /** Whatever waits on this claim was decided on the verdict that stands since the person's own last decision. */
  #seenNow(claim: string, verdict: number | null): void {
    this.#ownVerdict.set(claim, verdict)
    this.#entries = this.#entries.map((entry) => {
      if (entry.claim !== claim || this.#onTheWay.has(entry.key)) return entry
      const now = { ...entry, seen: { ...entry.seen, verdictSeen: verdict } }
      this.#store.put(now)
      return now
    })
  }

  #later(entry: KeptDecision, reply: RefusedReply): void {
    this.#onTheWay.delete(entry.key)
    if (this.#isOver) return
    this.#oneByOne = true
    // Who is asked to sign in again finds this when they have.
    if (reply.refusal === 'not-signed-in') {
      void this.#queries.invalidateQueries({ queryKey: keys.room(this.#place.newsroom) })
      return void this.#queries.invalidateQueries({ queryKey: keys.me })
    }
    const pause = pausesMs[Math.min(this.#failures, pausesMs.length - 1)] ?? 0
    this.#failures += 1
    clearTimeout(this.#again)
    this.#again = setTimeout(this.flush, pause * (0.75 + Math.random() / 2))
  }

  /** PD4. A judgement that rests on a refused one is not sent either; the same sentence says why. */
  #refuse(entry: KeptDecision, reply: RefusedReply): void {
    const after = this.#entries.slice(this.#entries.findIndex(({ key }) => key === entry.key) + 1)
    const resting = isJudgement(entry) ? after.filter((one) => one.claim === entry.claim && isJudgement(one)) : []
    const refused = [entry, ...resting].map((one) => ({ ...one, refused: reply, late: this.#oneByOne }))
    for (const one of refused) this.#store.put(one)
    void this.#readAgain()
    this.#drop(refused, reply, refused)
    this.#onRefused(refused)
  }

  #drop(gone: readonly { readonly key: string }[], outcome: Outcome, refused: readonly KeptDecision[] = []): void {
    if (this.#isOver) return
    const keysGone = new Set(gone.map(({ key }) => key))
    this.#entries = this.#entries.filter(({ key }) => !keysGone.has(key))
    const waiting = new Set(this.#entries.map(({ claim }) => claim))
    for (const claim of this.#ownVerdict.keys()) if (!waiting.has(claim)) this.#ownVerdict.delete(claim)
    if (this.#entries.length === 0) this.#oneByOne = false
    this.#show([...this.refused.get(), ...refused])
    for (const key of keysGone) {
      this.#onTheWay.delete(key)
      this.#onlyHere.delete(key)
      this.#turns.get(key)?.(outcome)
      this.#turns.delete(key)
    }
    this.#send()
  }

  #show(refused = this.refused.get()): void {
    const pending = new Map<string, readonly Decision[]>()
    const ticks = new Map<string, PendingTick>()
    const skips = new Map<string, boolean>()
    for (const { claim, decision } of this.#entries) {
      if (isTick(decision))
        for (const words of decision.sentences) ticks.set(words, decision.type === 'tick' ? decision : null)
      else if (isSkip(decision)) for (const words of decision.words) skips.set(words, decision.type === 'skip')
      else pending.set(claim, [...(pending.get(claim) ?? []), decision])
    }
    tell(this.pending, pending)
    tell(this.ticks, ticks)
    tell(this.skips, skips)
    this.waiting.set(this.#entries.length)
    if (refused.length > 0 || this.refused.get().length > 0) this.refused.set(refused)
  }

  /** Another tab of this person has decided something, or was answered. */
  readonly #readStore = (): void => {
    if (this.#isOver) return
    const stored = new Map(this.#store.all().map((entry) => [entry.key, entry]))
    const known = new Set(this.#entries.map(({ key }) => key))
    const idle = this.#entries.filter(({ key }) => !this.#onTheWay.has(key) && !this.#onlyHere.has(key))
    const fresh = [...stored.values()].filter(({ key, refused }) => refused === null && !known.has(key))
    this.#elsewhere = new Set([...this.#elsewhere, ...fresh.map(({ key }) => key)])
    // What was seen may have become another verdict by a decision of the other tab.
    const made = this.#entries.map((entry) => {
      const now = idle.includes(entry) ? stored.get(entry.key) : undefined
      return now?.refused === null ? now : entry
    })
    this.#entries = [...made, ...fresh].sort((a, b) => (a.key < b.key ? -1 : 1))
    this.#show([...stored.values()].filter(({ refused }) => refused !== null))
    const answered = idle.filter(({ key }) => (stored.get(key) ?? { refused: true }).refused !== null)
    if (answered.length > 0) {
      const refusals = answered.map((entry) => [entry, stored.get(entry.key)?.refused ?? null] as const)
      void this.#readAgain().then(() => {
        for (const [entry, refusal] of refusals) this.#drop([entry], refusal ?? { ok: true, value: null })
      })
    }
    if (fresh.length === 0) return
    clearTimeout(this.#again)
    this.#again = setTimeout(this.flush, pausesMs.at(-1))
  }

  readonly #warn = (event: BeforeUnloadEvent): void => {
    if (this.#onlyHere.size > 0) event.preventDefault()
  }

  async #readAgain(ofNoClaim = false): Promise<void> {
    const { newsroom, article } = this.#place
    if (!ofNoClaim) {
      void this.#queries.invalidateQueries({ queryKey: keys.desk(newsroom) })
      void this.#queries.invalidateQueries({ queryKey: keys.sources(newsroom) })
    }
    await this.#queries.invalidateQueries({ queryKey: keys.article(newsroom, article) })
  }
}

/** What was nothing and is nothing is not told: a tick draws no claim anew. */
function tell<T>(watched: Watched<ReadonlyMap<string, T>>, now: ReadonlyMap<string, T>): void {
  if (now.size > 0 || watched.get().size > 0) watched.set(now)
}
