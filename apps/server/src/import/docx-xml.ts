/**
 * XML of a word processor's document: parsed strictly, walked by local names of its own namespace, changed in place. Whatever is not
 * well-formed throws; the one who asked for the file turns that into a refusal.
 */
import { DOMParser, XMLSerializer } from '@xmldom/xmldom'

const wordNamespaces: ReadonlySet<string | null> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
])

export function parseXml(xml: string): Document {
  const strict = (problem: unknown): never => {
    throw new Error('This is not well-formed XML.', { cause: problem })
  }
  const parser = new DOMParser({ errorHandler: { warning: () => {}, error: strict, fatalError: strict } })
  const document = parser.parseFromString(xml, 'text/xml')
  if ((document.documentElement as Element | null) === null) throw new Error('There is no element in this XML.')
  return document
}

export const writeXml = (document: Document): string => new XMLSerializer().serializeToString(document)

const isElement = (node: Node): node is Element => node.nodeType === 1

/** An element of the word processor's own, by its name. */
export const isWord = (node: Node, name: string): boolean =>
  isElement(node) && node.localName === name && wordNamespaces.has(node.namespaceURI)

/** The elements directly inside; the list stays as it is while they are moved about. */
export function elementsIn(node: Node): Element[] {
  const found: Element[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) if (isElement(child)) found.push(child)
  return found
}

export const childOf = (node: Node | null | undefined, name: string): Element | null =>
  node ? (elementsIn(node).find((child) => isWord(child, name)) ?? null) : null

/** Every element inside, in the order of the text, whatever its namespace. */
export function* allIn(node: Node): Generator<Element> {
  for (const child of elementsIn(node)) {
    yield child
    yield* allIn(child)
  }
}

/** The nearest word processor's elements of these names: what stands inside a found one is not looked at. */
export function* outermost(node: Node, isWanted: (element: Element) => boolean): Generator<Element> {
  for (const child of elementsIn(node)) {
    if (isWanted(child)) yield child
    else yield* outermost(child, isWanted)
  }
}

/** A `w:` attribute, whichever prefix the file gives the namespace. */
export function attributeOf(element: Element | null | undefined, name: string): string | null {
  if (!element) return null
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 1) {
    const attribute = attributes.item(at)
    if (attribute?.localName === name) return attribute.value
  }
  return null
}

/** A property such as `<w:vanish/>` is on unless it says that it is off. */
export const isOn = (element: Element | null): boolean =>
  element !== null && !/^(?:0|false|off|none)$/.test(attributeOf(element, 'val') ?? '')

/** Puts what stands inside the element in its place. */
export function unwrap(element: Element): void {
  while (element.firstChild !== null) element.parentNode?.insertBefore(element.firstChild, element)
  remove(element)
}

export const remove = (element: Element): void => void element.parentNode?.removeChild(element)

/** The element under another name of the same namespace, with its attributes and all that is in it. */
export function renamed(element: Element, name: string): Element {
  const prefix = element.prefix === null || element.prefix === '' ? '' : `${element.prefix}:`
  const other = element.ownerDocument.createElementNS(element.namespaceURI, `${prefix}${name}`)
  for (let at = 0; at < element.attributes.length; at += 1) {
    const attribute = element.attributes.item(at)
    if (attribute !== null) other.setAttributeNS(attribute.namespaceURI, attribute.name, attribute.value)
  }
  while (element.firstChild !== null) other.appendChild(element.firstChild)
  element.parentNode?.replaceChild(other, element)
  return other
}

/** The words as a reader sees them, paragraphs on lines of their own. */
export function wordsOf(node: Node): string {
  let words = ''
  for (const element of allIn(node)) {
    if (isWord(element, 'p') && words !== '') words += '\n'
    else if (isWord(element, 't') || element.localName === 't') words += element.textContent ?? ''
    else if (isWord(element, 'tab') && !isWord(element.parentNode ?? element, 'tabs')) words += '\t'
    else if (isWord(element, 'br') || isWord(element, 'cr')) words += '\n'
  }
  return words.trim()
}
