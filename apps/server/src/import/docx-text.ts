/**
 * The running text of a word processor's document, put the way the next reader of it understands: spaces that count and spaces that do
 * not, line breaks, and wrappers round words that it does not know. No letter is changed. Rule FI6.
 */
import { withoutEndSpaces, withoutStartSpaces } from './characters.ts'
import { allIn, attributeOf, elementsIn, isWord, remove, renamed, unwrap } from './docx-xml.ts'

/** For directions, fields and reading aids: the words inside are running text. */
const wrappers = ['dir', 'bdo', 'fldSimple', 'ruby', 'rubyBase']

/** Returns how many letters and digits the text has. */
export function cleanRunningText(root: Node): number {
  let letters = 0
  for (const element of Array.from(allIn(root))) {
    if (isWord(element, 't')) letters += cleanText(element)
    else if (isWord(element, 'cr')) renamed(element, 'br')
    else if (isWord(element, 'ptab')) renamed(element, 'tab')
    else if (isWord(element, 'rt') || isWord(element, 'rubyPr')) remove(element)
    else if (wrappers.some((name) => isWord(element, name))) {
      for (const inner of elementsIn(element)) if (isWord(inner, 'fldData')) remove(inner)
      unwrap(element)
    }
  }
  return letters
}

/** Spaces at the ends count only where the file says so; a line end in the XML is none on the page. */
function cleanText(element: Element): number {
  const written = (element.textContent ?? '').replaceAll(/[\r\n\t]/g, ' ')
  const text = attributeOf(element, 'space') === 'preserve' ? written : trimmed(written)
  if (text !== element.textContent) element.textContent = text
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

const trimmed = (text: string) => withoutEndSpaces(withoutStartSpaces(text))
