/**
 * A new draft as one edit of the text that is there: what stays is not touched, so that people who type in it meanwhile keep their words;
 * blocks that went or came go and come whole, and inside a block that reads otherwise only the words that differ do. Pure. Rules DR1, DR2.
 */
import type { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import { articleDoc } from '../article-doc.ts'
import { fragmentName } from '../seed.ts'
import { blockOf, type Part, partsOf, segmentsOf } from './block.ts'
import { pairBlocks } from './pairs.ts'
import { rewrite } from './rewrite.ts'
import { type ClaimTarget, withClaims } from './target.ts'
import { idOf } from './typed-since.ts'

export interface NewText {
  readonly document: Node
  /** Every claim that stands in the old text; one without ranges loses its mark. */
  readonly claims: readonly ClaimTarget[]
}

export interface Redrafted {
  /** Null when the text and its marks are so already. */
  readonly update: Uint8Array | null
  /** Ids (`idOf`) of the blocks and texts that go. */
  readonly removed: ReadonlySet<string>
}

interface Edit {
  readonly spared: ReadonlySet<string>
  readonly removed: Set<string>
  readonly inPlace: boolean
}

/**
 * The update, by `clientId`, that makes the text whose state is `state` read as the new one. `clientId` must not be in use by anyone else
 * in this text. What is in `spared` does not go: the words it had do, and what somebody has typed into it since stays where it is.
 */
export const redraft = (
  state: Uint8Array,
  clientId: number,
  { document, claims }: NewText,
  spared: ReadonlySet<string> = new Set(),
): Redrafted => bringTo(state, clientId, withClaims(document, claims), spared)

/** The same, of a document that has its claims in it. `inPlace`: its blocks are the same ones, however unlike their words. */
export function bringTo(
  state: Uint8Array,
  clientId: number,
  document: Node,
  spared: ReadonlySet<string> = new Set(),
  inPlace = false,
): Redrafted {
  const wanted = articleDoc()
  prosemirrorToYXmlFragment(document, wanted.getXmlFragment(fragmentName))
  const doc = articleDoc()
  Y.applyUpdate(doc, state)
  // Set after the state is in: Yjs takes another id when it meets its own in what it applies.
  doc.clientID = clientId
  const edit: Edit = { spared, removed: new Set(), inPlace }
  let update: Uint8Array | null = null
  doc.on('update', (made: Uint8Array) => (update = made))
  doc.transact(() => bring(doc.getXmlFragment(fragmentName), wanted.getXmlFragment(fragmentName), edit))
  doc.destroy()
  wanted.destroy()
  return { update, removed: edit.removed }
}

/** Makes `own` hold what `wanted` holds. */
function bring(own: Y.XmlFragment, wanted: Y.XmlFragment, edit: Edit): void {
  const [ownParts, wantedParts] = [partsOf(own), partsOf(wanted)]
  const isSame = edit.inPlace && ownParts.length === wantedParts.length
  const pairs = isSame
    ? ownParts.map((_, index) => [index, index] as const)
    : pairBlocks(ownParts.map(blockOf), wantedParts.map(blockOf))
  let [at, i, j] = [0, 0, 0]
  for (const [a, b] of [...pairs, [ownParts.length, wantedParts.length] as const]) {
    for (; i < a; i += 1) {
      const part = ownParts[i]
      if (part !== undefined) at += takeOut(own, at, part, wantedParts.length === 0, edit)
    }
    const come = wantedParts.slice(j, b).map((part) => part.clone())
    if (come.length > 0) own.insert(at, come)
    at += come.length
    const [staying, model] = [ownParts[a], wantedParts[b]]
    if (staying !== undefined && model !== undefined) bringPart(staying, model, edit)
    ;[at, i, j] = [at + 1, a + 1, b + 1]
  }
}

function bringPart(own: Part, wanted: Part, edit: Edit): void {
  if (own instanceof Y.XmlText) {
    if (wanted instanceof Y.XmlText) rewrite(own, segmentsOf(wanted))
    return
  }
  if (wanted instanceof Y.XmlText || !(own instanceof Y.XmlElement)) return
  bringAttributes(own, wanted)
  bring(own, wanted, edit)
}

function bringAttributes(own: Y.XmlElement, wanted: Y.XmlElement): void {
  const [now, then]: Record<string, unknown>[] = [own.getAttributes(), wanted.getAttributes()]
  for (const name of Object.keys(now ?? {})) if (!(name in (then ?? {}))) own.removeAttribute(name)
  for (const [name, value] of Object.entries(then ?? {})) {
    if (!equalityDeep(now?.[name], value)) own.setAttribute(name, value as string)
  }
}

/** Takes a part of `from` out; how many of its places are still taken afterwards. */
function takeOut(from: Y.XmlFragment, at: number, part: Part, isLast: boolean, edit: Edit): 0 | 1 {
  const isSpared = edit.spared.has(idOf(part))
  // A paragraph without words keeps its text, for whoever is about to type in it.
  if (part instanceof Y.XmlText && (isSpared || isLast)) {
    if (part.length > 0) part.delete(0, part.length)
    return 1
  }
  if (part instanceof Y.XmlElement && isSpared) {
    let inside = 0
    for (const child of partsOf(part)) inside += takeOut(part, inside, child, child instanceof Y.XmlText, edit)
    return 1
  }
  noteRemoved(part, edit.removed)
  from.delete(at, 1)
  return 0
}

function noteRemoved(part: Part, removed: Set<string>): void {
  removed.add(idOf(part))
  if (part instanceof Y.XmlElement) for (const child of partsOf(part)) noteRemoved(child, removed)
}
