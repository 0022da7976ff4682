/**
 * The elements of HTML: which begin a block, which hide their words, what they make of them. Word processors' ways of saying the
 * same are here too. Pure: one element and the style round it in, its own style out. Rules IM9–IM11.
 */
import type { Container, Formatting } from './block.ts'
import { declarations, isBlockBox, isBold, isHidden, isHue, isItalic, keepsSpaces, otherFormatting } from './css.ts'
import { inside, type LeftOut, silenced, type Style, withMark, withoutMark } from './style.ts'

export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const blocks = names(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp',
)
/** Elements without an end tag. */
export const voids = names(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
)
export const headings = names('h1 h2 h3 h4 h5 h6')
export const lists = names('ul ol menu dir')

/** Never part of the page as it is read. */
const unseen = names('title style template base link meta xml')
const formControls = names('button input select textarea datalist optgroup option meter progress')
const media = names('video audio iframe embed object applet frame noframes noembed')

const marks: ReadonlyMap<string, Formatting> = new Map<string, Formatting>([
  ...['b', 'strong'].map((name) => [name, { type: 'bold' }] as const),
  ...['i', 'em', 'cite', 'var', 'dfn'].map((name) => [name, { type: 'italic' }] as const),
  ...['code', 'kbd', 'samp', 'tt'].map((name) => [name, { type: 'code' }] as const),
])

/** Elements that are formatting the schema has no mark for. Deleted and inserted words both stay: nobody here may choose. */
const otherMarks: ReadonlyMap<string, string> = new Map([
  ['u', 'underline'],
  ['ins', 'underline'],
  ['s', 'strikethrough'],
  ['strike', 'strikethrough'],
  ['del', 'strikethrough'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
  ['mark', 'highlight'],
])

/** Begins a block by its name: such an element ends an open paragraph. */
export const isBlockName = (name: string): boolean => blocks.has(name)

export const isBlock = (element: Element): boolean =>
  blocks.has(element.name) || isBlockBox(declarations(element.attributes.get('style')))

/** Parts of a page that are left out as a whole, unless they turn out to be all there is. */
export function pagePart(element: Element): LeftOut | null {
  if (element.name === 'nav' || element.attributes.get('role') === 'navigation') return 'unknown'
  return element.name === 'form' ? 'form' : null
}

export interface Look {
  readonly style: Style
  /** Formatting that is lost, if the element has words. */
  readonly lost: readonly string[]
}

export function lookOf(element: Element, around: Style): Look {
  const css = declarations(element.attributes.get('style'))
  const hidden = silenceOf(element, css)
  let style = hidden === null ? around : silenced(around, hidden.what, hidden.always)
  if (style.silence !== null) return { style: foreignness(element, style), lost: [] }
  style = blockStyle(element, css, foreignness(element, style))
  const mark = marks.get(element.name)
  if (mark !== undefined) style = withMark(style, mark)
  style = formatted(style, 'bold', isBold(css))
  style = formatted(style, 'italic', isItalic(css))
  const keeps = element.name === 'pre' || element.name === 'listing' || element.name === 'xmp' ? true : keepsSpaces(css)
  if (keeps !== null && keeps !== style.asIs) style = { ...style, asIs: keeps }
  return linked(element, style, lostFormatting(element, css))
}

const formatted = (style: Style, type: 'bold' | 'italic', said: boolean | null): Style => {
  if (said === null) return style
  return said ? withMark(style, { type }) : withoutMark(style, type)
}

const foreignness = (element: Element, style: Style): Style => {
  if (element.name === 'svg' || element.name === 'math') return { ...style, foreign: true }
  return element.name === 'foreignobject' ? { ...style, foreign: false } : style
}

function silenceOf(
  { name, attributes }: Element,
  css: ReadonlyMap<string, string>,
): { what: LeftOut | null; always: boolean } | null {
  if (name === 'script') return { what: 'script', always: true }
  if (unseen.has(name)) return { what: null, always: false }
  if (attributes.has('hidden') || isHidden(css) || (name === 'dialog' && !attributes.has('open'))) {
    return { what: 'unknown', always: false }
  }
  if (name === 'svg' || name === 'canvas') return { what: 'image', always: attributes.get('aria-hidden') !== 'true' }
  if (formControls.has(name)) return { what: 'form', always: attributes.get('type') !== 'hidden' }
  if (media.has(name)) return { what: 'media', always: true }
  if (name === 'noscript' || name === 'annotation' || name === 'annotation-xml')
    return { what: 'unknown', always: false }
  return isProcessorsOwn(attributes, css) ? { what: 'unknown', always: true } : null
}

/** A word processor's comments and its pages' headers and footers. */
const isProcessorsOwn = (attributes: ReadonlyMap<string, string>, css: ReadonlyMap<string, string>) =>
  /^(?:comment-list|comment|header|footer)$/.test(css.get('mso-element') ?? '') ||
  /\b(?:msocomanchor|MsoCommentReference)\b/.test(attributes.get('class') ?? '')

/** What pages and word processors call a standfirst. */
const deckClass = /(?:^|[\s_-])(?:standfirst|deck|dek|subtitle|sub-?head(?:line)?|MsoSubtitle)(?:$|[\s_-])/i

function blockStyle(element: Element, css: ReadonlyMap<string, string>, around: Style): Style {
  const { name, attributes } = element
  const className = attributes.get('class')
  let style = around
  if (headings.has(name)) {
    const rank = Number(name[1])
    style = { ...style, level: rank === 1 ? 1 : rank === 2 ? 2 : 3 }
  }
  if (className !== undefined) {
    if (/\bMsoTitle\b/.test(className)) style = { ...style, level: 1 }
    if (deckClass.test(className)) style = { ...style, deck: true }
  }
  if (name === 'blockquote') style = inside(style, containerOf('blockquote'))
  const item = /^l\d+\s+level(\d+)/.exec(css.get('mso-list') ?? '')
  if (item !== null) style = { ...style, listItem: { level: Number(item[1]), marker: '' } }
  return css.get('mso-list') === 'ignore' && style.listItem !== null ? { ...style, isMarker: true } : style
}

export const containerOf = (kind: Container['kind'], start = 1): Container => ({ kind, start })

/** A list's own container. */
export function listOf({ name, attributes }: Element): Container {
  const start = Number.parseInt(attributes.get('start') ?? '', 10)
  return name === 'ol'
    ? containerOf('orderedList', start >= 0 && start < 1_000_000 ? start : 1)
    : containerOf('bulletList')
}

const nothingLost: readonly string[] = []

function lostFormatting({ name, attributes }: Element, css: ReadonlyMap<string, string>): readonly string[] {
  const fromName = otherMarks.get(name)
  if (fromName === undefined && css.size === 0 && name !== 'font') return nothingLost
  const fontColour = name === 'font' && isHue(attributes.get('color')?.toLowerCase())
  const lost = new Set([
    ...(fromName === undefined ? [] : [fromName]),
    ...(fontColour ? ['colour'] : []),
    ...otherFormatting(css),
  ])
  return [...lost]
}

const longestLink = 2000

/** Links to the web and to mail addresses are kept as they are written; of others the words stay. Their own look is no formatting. */
function linked({ name, attributes }: Element, style: Style, lost: readonly string[]): Look {
  const href = attributes.get('href')
  if (name !== 'a' || href === undefined) return { style, lost }
  const rest = lost.filter((what) => what !== 'underline' && what !== 'colour')
  const target = href.trim()
  if (target.length <= longestLink && /^(?:https?:\/\/|mailto:)/i.test(target) && URL.canParse(target)) {
    return { style: withMark(withoutMark(style, 'link'), { type: 'link', href: target }), lost: rest }
  }
  return { style: withoutMark(style, 'link'), lost: [...rest, 'link'] }
}

/** What a link inside the page points to, when its address says that this is a footnote or the way back from one. */
export function footnoteLink({ name, attributes }: Element): 'reference' | 'back' | null {
  if (name !== 'a') return null
  const target = /#_?([^#]*)$/.exec(attributes.get('href') ?? '')?.[1]
  if (target === undefined) return null
  if (/^(?:ftnt?_?ref|fn_?ref|ednref|footnote-?ref|cite_?ref|r?ef-?fn)/i.test(target)) return 'back'
  return /^(?:ftnt?|fn|edn|footnote|endnote|cite_note|note)[-_:]?[\w.-]*$/i.test(target) ? 'reference' : null
}

/** The mark of a footnote in the text: a short number, letter or sign, with or without brackets. */
export const isFootnoteMark = (text: string): boolean =>
  /^[[(]?(?:\p{N}{1,4}|[ivxlc]{1,5}|[a-z]|[*†‡§¶]{1,3})[\])]?$/iu.test(text.trim())
