/**
 * Annotations of another program become claims: those whose place is sure are marked with one edit of the live text and logged like
 * any other; the others are told one by one. Words that a claim stands on already are not marked again. Rules WA4–WA7, AN7.
 */
import { setImmediate as letOthers } from 'node:timers/promises'
import { Transform } from '@tiptap/pm/transform'
import { v7 as newId } from 'uuid'
import { mayDecide } from '#domain/actor.ts'
import type { ClaimKind } from '#domain/kind.ts'
import { guessKind } from '#domain/kind-guess.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { codePointsOf } from '#document/code-points.ts'
import { surroundings } from '#document/placement.ts'
import { stretchesOf, whereabouts } from '#document/quotation.ts'
import { findQuote } from '#document/quote.ts'
import { articleSchema } from '#document/schema.ts'
import type { ServerEdit } from '#document/server-edit.ts'
import { wordsAt } from '#document/text-index.ts'
import type { TextRange } from '#document/text.ts'
import { type AnnotationDoubt, type AnnotationResult, doubtTexts } from '#protocol/annotation.ts'
import type { Tx } from '../db/database.ts'
import type { ReadAnnotation } from '../import/annotation.ts'
import { lockStream } from '../log/stream.ts'
import { readClaims } from '../projection/claim-reader.ts'
import { followMarks } from '../projection/text-rows.ts'
import type { Room } from '../rooms/room.ts'
import { answeredBefore, type Asked, once } from './once.ts'
import type { Services } from './services.ts'

type Results = Result<{ results: AnnotationResult[] }>

/** Where an annotation's words stand in the text looked at, or why that is not sure. */
type Placing =
  | { readonly kind: 'placed'; readonly ranges: readonly TextRange[] }
  | {
      readonly kind: 'unsure' | 'not-found' | 'not-understood'
      readonly why: AnnotationDoubt
      readonly guess: TextRange | null
    }

interface NewClaim {
  readonly id: string
  readonly kind: ClaimKind
  readonly ranges: readonly TextRange[]
}

export async function bringAnnotationsIn(
  services: Services,
  asked: Asked,
  articleId: string,
  sent: readonly ReadAnnotation[],
): Promise<Results> {
  const { actor } = asked
  if (!mayDecide(actor)) return refuse('may-not-mark')
  const entered = await services.rooms.enter(articleId, actor.newsroomId)
  if (entered === null) return refuse('not-found')
  const { room, release } = entered
  try {
    // Looking for many words takes a while; people go on writing, so the places are looked at again when it is our turn to edit.
    const { text } = room.now
    const placings = await placeAll(text, sent)
    return await room.edits.inTurn(() => markAll(services, asked, room, { sent, placings, text }))
  } finally {
    release()
  }
}

interface Placed {
  readonly sent: readonly ReadAnnotation[]
  readonly placings: readonly Placing[]
  /** The text they were placed in. */
  readonly text: string
}

async function markAll(services: Services, asked: Asked, room: Room, placed: Placed): Promise<Results> {
  const { actor } = asked
  const inNewsroom = <T>(act: (tx: Tx) => Promise<T>) => services.db.inNewsroom(actor.newsroomId, act)
  const [before, standing] = await inNewsroom(
    async (tx) =>
      [await answeredBefore<{ results: AnnotationResult[] }>(tx, asked), await readStanding(tx, room.id)] as const,
  )
  if (before !== null) return before
  // No wait from here to the edit: offsets are those of this very moment's text.
  const { text, runs } = room.now
  const claims = new Map<string, string>()
  for (const id of standing) {
    const at = runs.get(id)
    if (at !== undefined) claims.set(keyOf(stretchesOf(text, at)), id)
  }
  const inText = new Set(claims.values())
  const fresh: NewClaim[] = []
  const settled = placed.placings.map((placing, index): { placing: Placing; claim: string | null } => {
    const own = ownClaim(placed.sent[index], inText)
    if (own !== null) return { placing, claim: own }
    const now = placing.kind === 'placed' ? placedNow(placed.text, text, placing.ranges) : placing
    if (now.kind !== 'placed') return { placing: now, claim: null }
    const known = claims.get(keyOf(now.ranges))
    if (known !== undefined) return { placing: now, claim: known }
    const kind = placed.sent[index]?.kind ?? guessKind(wordsAt(text, now.ranges))
    const claim = { id: newId(), kind, ranges: now.ranges }
    fresh.push(claim)
    claims.set(keyOf(now.ranges), claim.id)
    return { placing: now, claim: claim.id }
  })
  if (fresh.length > 0) await room.edits.make(markingAll(fresh), actor.id)
  const isFresh = new Set(fresh.map(({ id }) => id))
  const told = (numbers: ReadonlyMap<string, number>): AnnotationResult[] =>
    settled.map(({ placing, claim }, index) => {
      const result = resultOf(index, placed.sent[index], placing, text)
      if (claim === null) return result
      const outcome = isFresh.delete(claim) ? 'marked' : 'known'
      const number = numbers.get(claim) ?? null
      return { ...result, outcome, claim: number, guess: null, why: null, text: claimTexts[outcome] }
    })
  const done = await inNewsroom(async (tx) => {
    const stream = await lockStream(tx, room.id, actor.newsroomId)
    if (stream === null) return null
    const marks = fresh.map(({ id }) => ({ id, by: actor.id }))
    const followed = await followMarks(tx, stream, room.now, marks, services.now())
    const numbers = new Map((await readClaims(tx, [room.id])).map(({ row }) => [row.id, row.number]))
    const result = await once(tx, asked, async () => ok({ results: told(numbers) }))
    return { followed, result, seq: stream.seq }
  })
  if (done === null) return refuse('not-found')
  const { events, claims: changed } = done.followed
  services.announcer.tell({
    newsroomId: actor.newsroomId,
    article: room.id,
    seq: done.seq,
    events,
    claims: changed,
  })
  return done.result
}

const claimTexts = {
  marked: 'Marked.',
  known: 'A claim stands on these words already.',
} as const

/** Claims of the article that were not withdrawn, by id. */
async function readStanding(tx: Tx, articleId: string): Promise<ReadonlySet<string>> {
  const claims = await readClaims(tx, [articleId])
  return new Set(claims.filter(({ claim }) => !claim.withdrawn).map(({ row }) => row.id))
}

/** WA7. What left this article as an annotation and comes back to it is the claim it was, also when it reads otherwise by now. */
function ownClaim(sent: ReadAnnotation | undefined, inText: ReadonlySet<string>): string | null {
  const id = /^urn:uuid:(.+)$/.exec(sent?.id ?? '')?.[1]
  return id !== undefined && inText.has(id) ? id : null
}

const keyOf = (ranges: readonly TextRange[]): string => ranges.map(({ from, to }) => `${from}-${to}`).join(' ')

const markingAll =
  (claims: readonly NewClaim[]): ServerEdit =>
  (document, positionAt) => {
    const edit = new Transform(document)
    for (const { id, kind, ranges } of claims) {
      const mark = articleSchema.mark('claim', { id, kind })
      for (const { from, to } of ranges) edit.addMark(positionAt(from), positionAt(to), mark)
    }
    return edit
  }

async function placeAll(text: string, sent: readonly ReadAnnotation[]): Promise<Placing[]> {
  const points = codePointsOf(text)
  const placings: Placing[] = []
  for (const { pieces } of sent) {
    if (typeof pieces === 'string') {
      placings.push({ kind: 'not-understood', why: pieces, guess: null })
      continue
    }
    const ranges: TextRange[] = []
    let doubt: Placing | null = null
    for (const piece of pieces) {
      const found = whereabouts(text, points, piece)
      if (found.kind === 'placed') ranges.push(found.at)
      else doubt ??= { kind: found.kind, why: found.why, guess: found.kind === 'unsure' ? found.guess : null }
      await letOthers()
    }
    placings.push(doubt ?? { kind: 'placed', ranges: ranges.toSorted((a, b) => a.from - b.from) })
  }
  return placings
}

/** The same words in a text that may have changed since they were placed, told apart by what stands around them. */
function placedNow(before: string, now: string, ranges: readonly TextRange[]): Placing {
  if (before === now) return { kind: 'placed', ranges }
  const moved = ranges.map((range) => {
    const around = surroundings(before, [range])
    const quote = { exact: before.slice(range.from, range.to), prefix: around.before, suffix: around.after }
    const found = findQuote(now, quote)
    return found.kind === 'once' ? found.at : null
  })
  const sure = moved.filter((range) => range !== null)
  if (sure.length < ranges.length) return { kind: 'unsure', why: 'text-changed', guess: null }
  return { kind: 'placed', ranges: sure }
}

function resultOf(index: number, sent: ReadAnnotation | undefined, placing: Placing, text: string): AnnotationResult {
  const pieces = sent?.pieces ?? []
  const quoted = typeof pieces === 'string' ? [] : pieces.flatMap(({ quote }) => (quote === null ? [] : [quote.exact]))
  const about = { index, id: sent?.id ?? null, claim: null, words: quoted.length === 0 ? null : quoted.join('\n') }
  if (placing.kind === 'placed') return { ...about, outcome: 'known', guess: null, why: null, text: claimTexts.known }
  const { kind: outcome, why, guess } = placing
  const words = guess === null ? null : { words: text.slice(guess.from, guess.to), ...guess }
  return { ...about, outcome, guess: words, why, text: doubtTexts[why] }
}
