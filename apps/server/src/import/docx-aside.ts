/**
 * What stands in a word processor's file beside its text: comments, notes, headers, text boxes, pictures, formulas, hidden words. It is
 * taken out of the document before that is read, counted, and its words are kept in the notes: nothing goes in silence. Rule FI6.
 */
import type { AsidePart, ImportNote } from '#document/draft.ts'
import { hasWords } from './characters.ts'
import { allIn, attributeOf, childOf, elementsIn, isOn, isWord, outermost, remove, wordsOf } from './docx-xml.ts'

/** Enough to find them again in the original, which is kept whole. */
const longestWords = 2_000
const mostPieces = 200

export class Aside {
  readonly #pieces = new Map<AsidePart, string[]>()
  readonly #things = new Map<'image' | 'unknown', number>()

  /** One part and its words; without words it is counted only where there is something to see. */
  keep(what: AsidePart, words: string): void {
    const pieces = this.#pieces.get(what)
    if (pieces === undefined) this.#pieces.set(what, [words])
    else pieces.push(words)
  }

  count(what: 'image' | 'unknown'): void {
    this.#things.set(what, (this.#things.get(what) ?? 0) + 1)
  }

  get notes(): ImportNote[] {
    return [
      ...[...this.#pieces].map(([what, pieces]): ImportNote => ({
        code: 'words-left-out',
        what,
        count: pieces.length,
        words: pieces.slice(0, mostPieces).map((words) => words.slice(0, longestWords)),
      })),
      ...[...this.#things].map(([what, count]): ImportNote => ({ code: 'left-out', what, count })),
    ]
  }
}

/** The numbers of the notes that the text refers to, in its order. */
export interface References {
  readonly footnotes: readonly string[]
  readonly endnotes: readonly string[]
}

/** FI6. Takes everything that is not running text out of the document. */
export function setAside(body: Node, aside: Aside): References {
  const footnotes: string[] = []
  const endnotes: string[] = []
  for (const element of outermost(body, isAside)) {
    const id = attributeOf(element, 'id') ?? ''
    if (isWord(element, 'footnoteReference')) footnotes.push(id)
    else if (isWord(element, 'endnoteReference')) endnotes.push(id)
    else if (isWord(element, 'r')) keepWords(aside, 'hidden', element)
    else if (element.localName === 'oMath' || element.localName === 'oMathPara') keepWords(aside, 'formula', element)
    else if (isWord(element, 'altChunk') || isWord(element, 'object')) aside.count('unknown')
    else if (!isWord(element, 'commentReference')) setDrawingAside(element, aside)
    remove(element)
  }
  return { footnotes, endnotes }
}

const wordAsides = [
  'commentReference',
  'footnoteReference',
  'endnoteReference',
  'altChunk',
  'object',
  'drawing',
  'pict',
]
const foreignAsides: ReadonlySet<string> = new Set(['AlternateContent', 'oMath', 'oMathPara'])

const isAside = (element: Element): boolean =>
  wordAsides.some((name) => isWord(element, name)) ||
  (!isWord(element, element.localName) && foreignAsides.has(element.localName)) ||
  (isWord(element, 'r') && isOn(childOf(childOf(element, 'rPr'), 'vanish')))

function keepWords(aside: Aside, what: AsidePart, element: Element): void {
  const words = wordsOf(element)
  if (hasWords(words)) aside.keep(what, words)
}

/** Text boxes and pictures. One that is written down twice, for newer and older programs, is one. */
function setDrawingAside(element: Element, aside: Aside): void {
  const drawing = element.localName === 'AlternateContent' ? (elementsIn(element)[0] ?? element) : element
  const boxes = [...outermost(drawing, (inner) => isWord(inner, 'txbxContent'))]
  for (const box of boxes) keepWords(aside, 'text-box', box)
  let pictures = 0
  let others = 0
  for (const { localName } of allIn(drawing)) {
    if (localName === 'blip' || localName === 'imagedata') pictures += 1
    if (localName === 'chart' || localName === 'relIds') others += 1
  }
  for (let count = 0; count < pictures; count += 1) aside.count('image')
  for (let count = 0; count < others; count += 1) aside.count('unknown')
}

/** Comments with who made them; notes that the text does not refer to any more are kept too. */
export function keepComments(comments: Node, aside: Aside): void {
  for (const comment of elementsOf(comments, 'comment')) {
    const words = wordsOf(comment)
    const author = attributeOf(comment, 'author')?.trim() ?? ''
    if (hasWords(words)) aside.keep('comment', author === '' ? words : `${author}: ${words}`)
  }
}

export function keepNotes(notes: Node, what: 'footnote' | 'endnote', referred: readonly string[], aside: Aside): void {
  const byId = new Map(elementsOf(notes, what).map((note) => [attributeOf(note, 'id') ?? '', note]))
  const inOrder = [...new Set([...referred, ...byId.keys()])]
  for (const id of inOrder) {
    const note = byId.get(id)
    if (note !== undefined) keepWords(aside, what, note)
  }
}

/** Every page's header is one; the same words again are not counted again. */
export function keepRunning(parts: readonly Node[], what: 'header' | 'footer', aside: Aside): void {
  const words = new Set(parts.map(wordsOf).filter(hasWords))
  for (const each of words) aside.keep(what, each)
}

const elementsOf = (node: Node, name: string) => [...outermost(node, (element) => isWord(element, name))]
