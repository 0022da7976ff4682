/**
 * Tracked changes of a word processor's document: counted, and then settled one way or the other, so that what is read afterwards has
 * none. Taken as accepted or as the text was before; words, paragraph marks, table rows, moved text and formatting alike. Rule FI5.
 */
import type { TrackedChoice } from '#document/draft.ts'
import { allIn, childOf, elementsIn, isWord, remove, renamed, unwrap } from './docx-xml.ts'

export interface Changes {
  readonly insertions: number
  readonly deletions: number
  /** Counted where the moved words went. */
  readonly moves: number
}

/** Of words and rows; a paragraph mark counts only where no words of its paragraph were changed alike. */
export function countChanges(root: Node): Changes {
  const counted = { ins: 0, del: 0, moveTo: 0 }
  const marks: { name: keyof typeof counted; paragraph: Node | null }[] = []
  const withWords = { ins: new Set<Node | null>(), del: new Set<Node | null>(), moveTo: new Set<Node | null>() }
  for (const element of allIn(root)) {
    const name = (['ins', 'del', 'moveTo'] as const).find((one) => isWord(element, one))
    if (name === undefined) continue
    const parent = element.parentNode
    if (parent !== null && isWord(parent, 'rPr')) {
      marks.push({ name, paragraph: parent.parentNode?.parentNode ?? null })
    } else if (elementsIn(element).length > 0 || (parent !== null && isWord(parent, 'trPr'))) {
      counted[name] += 1
      withWords[name].add(parent)
    }
  }
  for (const { name, paragraph } of marks) if (!withWords[name].has(paragraph)) counted[name] += 1
  return { insertions: counted.ins, deletions: counted.del, moves: counted.moveTo }
}

/** FI5. What came with the change, and what went with it. */
const names = {
  accepted: { kept: ['ins', 'moveTo'], gone: ['del', 'moveFrom'], row: 'del', cell: 'cellDel' },
  original: { kept: ['del', 'moveFrom'], gone: ['ins', 'moveTo'], row: 'ins', cell: 'cellIns' },
} as const

export function settleChanges(root: Node, taken: TrackedChoice): void {
  const { kept, gone, row, cell } = names[taken]
  const isOneOf = (element: Element, list: readonly string[]) => list.some((name) => isWord(element, name))
  const settle = (node: Node) => {
    for (const element of elementsIn(node)) {
      if (isOneOf(element, ['rPr', 'pPr', 'trPr', 'tcPr', 'tblPr', 'sectPr'])) {
        settleFormatting(element, taken)
        continue
      }
      if (isOneOf(element, gone)) {
        remove(element)
        continue
      }
      if (isWord(element, 'tr') && childOf(childOf(element, 'trPr'), row) !== null) {
        remove(element)
        continue
      }
      if (isWord(element, 'tc') && childOf(childOf(element, 'tcPr'), cell) !== null) {
        remove(element)
        continue
      }
      settle(element)
      if (isOneOf(element, kept)) unwrap(element)
      else if (isWord(element, 'delText')) renamed(element, 't')
      else if (isWord(element, 'delInstrText')) renamed(element, 'instrText')
    }
  }
  settle(root)
  joinParagraphs(root, gone)
  for (const element of Array.from(allIn(root))) if (isOneOf(element, signs)) remove(element)
}

/** What is left of them says only that there was a change. */
const signs = ['ins', 'del', 'moveFrom', 'moveTo', 'cellIns', 'cellDel']

/** Formatting as it was before it was changed; of a paragraph's, what stands beside its formatting stays. */
function settleFormatting(properties: Element, taken: TrackedChoice): void {
  for (const inner of elementsIn(properties)) if (isWord(inner, 'rPr')) settleFormatting(inner, taken)
  const change = elementsIn(properties).find(({ localName }) => localName === `${properties.localName}Change`)
  if (change === undefined) return
  const before = elementsIn(change).find(({ localName }) => localName === properties.localName)
  remove(change)
  if (taken === 'accepted' || before === undefined) return
  for (const now of elementsIn(properties)) if (!isWord(now, 'rPr') && !isWord(now, 'sectPr')) remove(now)
  const first = properties.firstChild
  for (const old of elementsIn(before)) properties.insertBefore(old, first)
}

/** A paragraph whose mark is gone runs on into the next one, and looks like that. */
function joinParagraphs(root: Node, gone: readonly string[]): void {
  const paragraphs = [...allIn(root)].filter((element) => isWord(element, 'p'))
  for (const paragraph of paragraphs) {
    const mark = childOf(childOf(paragraph, 'pPr'), 'rPr')
    if (mark === null || !elementsIn(mark).some((element) => gone.some((name) => isWord(element, name)))) continue
    const content = elementsIn(paragraph).filter((element) => !isWord(element, 'pPr'))
    const next = nextElement(paragraph)
    if (next !== null && isWord(next, 'p')) {
      const properties = childOf(next, 'pPr')
      const place = properties === null ? next.firstChild : properties.nextSibling
      for (const element of content) next.insertBefore(element, place)
      remove(paragraph)
    } else if (content.length === 0) remove(paragraph)
  }
}

function nextElement(element: Element): Element | null {
  for (let next = element.nextSibling; next !== null; next = next.nextSibling)
    if (next.nodeType === 1) return next as Element
  return null
}
