/**
 * The claims that stand in the text on this screen, in the order of the text: words, lanes, whether the mark is drawn in pieces.
 * Read block by block and kept by block, so that a key reads one paragraph again; those who watch are told only when a claim came,
 * went or moved, never for each key. Rule CI1.
 */
import type { Node } from '@tiptap/pm/model'
import { Watched } from '#web/live/sync-store.ts'
import { claimId, claimsOf, type Stretch } from './claim-runs.ts'
import { lanesOf } from './lanes.ts'

interface Run extends Stretch {
  readonly id: string
  readonly kind: string
  readonly words: string
  /** Pieces of text that the browser draws one by one, because another mark begins or ends within. */
  readonly pieces: number
  readonly lane: number
  readonly more: number
}

export interface ClaimInText {
  readonly id: string
  /** The guess at marking: shown only until the server has numbered the claim. */
  readonly kind: string
  readonly lane: number
  readonly more: number
  readonly inPieces: boolean
}

export type ClaimsInText = ReadonlyMap<string, ClaimInText>

const blocks = new WeakMap<Node, readonly Run[]>()

function runsOf(block: Node): readonly Run[] {
  const known = blocks.get(block)
  if (known !== undefined) return known
  const open = new Map<string, Omit<Run, 'lane' | 'more'>>()
  const read = (node: Node, position: number) => {
    for (const mark of claimsOf(node)) {
      const id = claimId(mark)
      const run = open.get(id)
      const words = node.text ?? '\n'
      const to = position + node.nodeSize
      if (run === undefined)
        open.set(id, { id, kind: String(mark.attrs['kind']), from: position, to, words, pieces: 1 })
      else open.set(id, { ...run, to, words: run.words + words, pieces: run.pieces + 1 })
    }
  }
  block.descendants((node, position) => {
    if (node.isInline) read(node, position)
    return true
  })
  const runs = [...open.values()]
  const lanes = lanesOf(runs)
  const laned = runs.map((run, index) => ({ ...run, ...(lanes[index] ?? { lane: 0, more: 0 }) }))
  blocks.set(block, laned)
  return laned
}

export function claimsInText(doc: Node): ClaimsInText {
  const claims = new Map<string, ClaimInText>()
  doc.forEach((block) => {
    for (const { id, kind, lane, more, pieces } of runsOf(block)) {
      const earlier = claims.get(id)
      const inPieces = pieces > 1 || earlier !== undefined
      claims.set(id, {
        id,
        kind,
        lane: Math.max(lane, earlier?.lane ?? 0),
        more: Math.max(more, earlier?.more ?? 0),
        inPieces,
      })
    }
  })
  return claims
}

/** The words of one claim as they stand at this moment. */
export function wordsInText(doc: Node, id: string): string {
  const pieces: string[] = []
  doc.forEach((block) => pieces.push(...runsOf(block).flatMap((run) => (run.id === id ? [run.words] : []))))
  return pieces.join('\n')
}

const same = (before: ClaimsInText, now: ClaimsInText): boolean => {
  if (before.size !== now.size) return false
  const earlier = before.values()
  for (const claim of now.values()) {
    const other = earlier.next().value
    if (
      other === undefined ||
      other.id !== claim.id ||
      other.lane !== claim.lane ||
      other.more !== claim.more ||
      other.inPieces !== claim.inPieces
    ) {
      return false
    }
  }
  return true
}

/** Reads after the key has been painted, once for any number of changes in between. */
export class ClaimIndex {
  readonly claims = new Watched<ClaimsInText>(new Map())
  #due: ReturnType<typeof setTimeout> | undefined

  read(doc: Node): void {
    const now = claimsInText(doc)
    if (!same(this.claims.get(), now)) this.claims.set(now)
  }

  readSoon(doc: () => Node): void {
    this.#due ??= setTimeout(() => {
      this.#due = undefined
      this.read(doc())
    }, 30)
  }

  destroy(): void {
    clearTimeout(this.#due)
  }
}
