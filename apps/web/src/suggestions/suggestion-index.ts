/**
 * The suggestions for the text on this screen, made block by block and kept by block: a block that was not changed is not read again.
 * Without those whose words are claimed, ticked or skipped. Rule SU3.
 */
import { suggestionsIn, type SuggestionCue } from '#document/suggestion.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Node } from '@tiptap/pm/model'
import { sentencesIn } from '#document/sentence.ts'
import { claimId, claimsOf, type Stretch } from '#web/editor/claim-runs.ts'

export interface SuggestionHere {
  readonly words: string
  readonly kind: ClaimKind
  readonly cue: SuggestionCue
  /** The block of the text it stands in, and positions counted from the block's own. */
  readonly block: Node
  readonly from: number
  readonly to: number
}

interface Read extends SuggestionHere {
  /** Sentences it stands in, whole or in part. */
  readonly sentences: readonly string[]
  /** Ids of the claim marks on it, whatever the server says of them. */
  readonly claims: readonly string[]
}

/** What takes suggestions away. */
export interface Settled {
  readonly withdrawn: ReadonlySet<string>
  /** Words of sentences. */
  readonly ticked: ReadonlySet<string>
  readonly skipped: ReadonlySet<string>
}

export class SuggestionIndex {
  readonly #language: string
  readonly #blocks = new WeakMap<Node, readonly Read[]>()

  constructor(language: string) {
    this.#language = language
  }

  /** In the order of the text. */
  read(doc: Node, { withdrawn, ticked, skipped }: Settled): SuggestionHere[] {
    const here: SuggestionHere[] = []
    doc.forEach((block) => {
      for (const one of this.#blockOf(block)) {
        if (skipped.has(one.words) || one.claims.some((id) => !withdrawn.has(id))) continue
        if (one.sentences.every((words) => ticked.has(words))) continue
        here.push(one)
      }
    })
    return here
  }

  #blockOf(block: Node): readonly Read[] {
    const known = this.#blocks.get(block)
    if (known !== undefined) return known
    const read = readBlock(block, this.#language)
    this.#blocks.set(block, read)
    return read
  }
}

function readBlock(block: Node, language: string): Read[] {
  const found: Read[] = []
  /** `start` is where its text begins, counted from the block's own position. */
  const readText = (textblock: Node, start: number) => {
    const text = textblock.textBetween(0, textblock.content.size, '\n', '\n')
    const sentences = sentencesIn(text, language)
    const runs: (Stretch & { id: string })[] = []
    textblock.forEach((node, from) => {
      for (const mark of claimsOf(node)) runs.push({ id: claimId(mark), from, to: from + node.nodeSize })
    })
    for (const { from, to, kind, cue } of suggestionsIn(text, language)) {
      const overlaps = (one: Stretch) => one.from < to && one.to > from
      found.push({
        words: text.slice(from, to),
        kind,
        cue,
        block,
        from: start + from,
        to: start + to,
        sentences: sentences.filter(overlaps).map((one) => text.slice(one.from, one.to)),
        claims: [...new Set(runs.filter(overlaps).map(({ id }) => id))],
      })
    }
  }
  if (block.isTextblock) readText(block, 1)
  else {
    block.descendants((node, position) => {
      if (node.isTextblock) readText(node, position + 2)
      return !node.isTextblock
    })
  }
  return found
}

export interface Placed {
  readonly suggestion: SuggestionHere
  readonly at: Stretch
}

/** Where each stands at this moment; without those whose block was changed or is gone. */
export function placed(doc: Node, suggestions: readonly SuggestionHere[]): Placed[] {
  const starts = new Map<Node, number>()
  doc.forEach((block, position) => starts.set(block, position))
  return suggestions.flatMap((suggestion) => {
    const start = starts.get(suggestion.block)
    return start === undefined ? [] : [{ suggestion, at: { from: start + suggestion.from, to: start + suggestion.to } }]
  })
}

export const isSame = (one: SuggestionHere, other: SuggestionHere | null): boolean =>
  other !== null && one.words === other.words && one.from === other.from && one.cue === other.cue

/** The one a position stands on or comes to next, going round; -1 when there is none. */
export function nextAt(placed: readonly Placed[], position: number): number {
  const ahead = placed.findIndex(({ at }) => at.to > position)
  return ahead !== -1 || placed.length === 0 ? ahead : 0
}
