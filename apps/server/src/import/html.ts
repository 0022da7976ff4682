/**
 * HTML to blocks. Tags come from a tokenizer that follows the HTML standard; instead of a tree there is one pass over them, with
 * a stack that says how words look at this place. So time grows with the input's length and with nothing else, and no nesting is
 * too deep. For well-formed HTML, and a clipboard holds no other, the blocks are those a browser shows. Rules IM9–IM12.
 */
import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import {
  containerOf,
  type Element,
  footnoteLink,
  headings,
  isBlock,
  isBlockName,
  isFootnoteMark,
  listOf,
  lists,
  lookOf,
  pagePart,
  voids,
} from './element.ts'
import { hasWords } from './characters.ts'
import type { Container } from './block.ts'
import type { Place } from './flow.ts'
import { Page } from './page.ts'
import type { Reading } from './plain-text.ts'
import { inside, type LeftOut, plainStyle, type Style } from './style.ts'
import { noScope, type Scope, scopeInside, toClose } from './scope.ts'

/** Windows puts an index in front of the HTML on its clipboard. */
const clipboardIndex = /^\ufeff?Version:[\d.]+\s+StartHTML:[^<]*/

export function readHtml(input: string): Reading {
  const reader = new TagReader()
  reader.read(input.replace(clipboardIndex, ''))
  return reader.page.reading()
}

/** An open element: how its words look, and what there is to do when it ends. */
interface Frame {
  readonly name: string
  readonly style: Style
  readonly scope: Scope
  readonly isBlock: boolean
  readonly inForm: boolean
  readonly inMenu: boolean
  readonly lost: readonly string[]
  /** Characters written before it. */
  readonly writtenBefore: number
  readonly part: { readonly what: LeftOut; readonly from: number } | null
  readonly footnote: { readonly kind: 'reference' | 'back'; readonly place: Place } | null
  readonly inFootnote: boolean
  /** The list for items that stand here without one. */
  looseList: Container | null
}

const rawText: Readonly<Record<string, Tokenizer['state']>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
  plaintext: TokenizerMode.PLAINTEXT,
}

class TagReader {
  readonly page = new Page()
  readonly #stack: Frame[] = []
  /** How many elements of a name are open: an end tag without one costs nothing. */
  readonly #open = new Map<string, number>()
  /** The newest item of each list, for lists that nest without an item between them. */
  readonly #lastItem = new Map<Container, Container>()
  readonly #tokenizer: Tokenizer
  #text = ''
  #isOver = false

  constructor() {
    const addText = ({ chars }: { chars: string }) => void (this.#text += chars)
    this.#tokenizer = new Tokenizer(
      {},
      {
        onCharacter: addText,
        onWhitespaceCharacter: addText,
        onNullCharacter: addText,
        onStartTag: (token) => this.#start(token),
        onEndTag: (token) => this.#end(token.tagName),
        onEof: () => this.#finish(),
        onComment: () => {}, // conditional comments hold a word processor's own data
        onDoctype: () => {},
      },
    )
  }

  read(html: string): void {
    this.#tokenizer.write(html, true)
  }

  get #top(): Frame {
    return this.#stack.at(-1) ?? root
  }

  #flushText(): void {
    if (this.#text === '') return
    this.page.write(this.#text, this.#top.style)
    this.#text = ''
  }

  #start(token: Token.TagToken): void {
    this.#flushText()
    const element: Element = {
      name: token.tagName,
      attributes: new Map(token.attrs.map(({ name, value }) => [name, value])),
    }
    const { name } = element
    if (name === 'html' || name === 'body' || name === 'article') {
      this.page.declaredLanguage ??= element.attributes.get('lang') ?? element.attributes.get('xml:lang') ?? null
    }
    if (name === 'html' || name === 'body' || name === 'head') return
    if (this.#top.style.foreign && (isBlockName(name) || name === 'img' || name === 'br')) this.#leaveForeign()
    this.#closeTo(toClose(name, this.#top.scope))
    if (voids.has(name) || (token.selfClosing && this.#top.style.foreign)) this.#single(element)
    else this.#push(element)
    this.#tokenizer.inForeignNode = this.#top.style.foreign
    const mode = rawText[name]
    if (mode !== undefined && !this.#top.style.foreign) this.#tokenizer.state = mode
  }

  /** An element without content. */
  #single(element: Element): void {
    const { page } = this
    const around = this.#top
    const { style } = lookOf(element, around.style)
    if (style.silence !== null) {
      if (around.style.silence === null) this.#beginSilence(style, around.inForm)
      return
    }
    if (element.name === 'br') page.flow.breakLine()
    if (element.name === 'hr') {
      page.endBlock(around.style)
      page.loseFormatting('horizontal-rule')
    }
    const isPixel = [element.attributes.get('width'), element.attributes.get('height')].every(
      (size) => Number(size) === 1,
    )
    if (element.name === 'img' && !isPixel) page.leaveOut('image')
  }

  #push(element: Element): void {
    const { page } = this
    const around = this.#top
    const block = isBlock(element)
    if (block && around.style.silence === null) page.endBlock(around.style)
    const look = lookOf(element, around.style)
    const isSeen = look.style.silence === null
    const style = isSeen ? this.#listed(element, look.style, around) : look.style
    if (!isSeen && around.style.silence === null) this.#beginSilence(style, around.inForm)
    const part = isSeen ? this.#partOf(element, around) : null
    const footnote = isSeen ? footnoteLink(element) : null
    if (isSeen && element.name === 'table') page.leaveOut('table')
    if (isSeen && element.name === 'q') page.write('“', style)
    this.#stack.push({
      name: element.name,
      style,
      scope: scopeInside(element.name, around.scope, this.#stack.length),
      isBlock: block,
      inForm: around.inForm || element.name === 'form',
      inMenu: around.inMenu || part === 'unknown',
      lost: look.lost,
      writtenBefore: page.flow.written,
      part: part === null ? null : { what: part, from: page.size },
      footnote: footnote === null ? null : { kind: footnote, place: page.flow.place() },
      inFootnote: around.inFootnote || footnote !== null,
      looseList: null,
    })
    this.#open.set(element.name, (this.#open.get(element.name) ?? 0) + 1)
  }

  /** A menu inside a menu, or a form inside a form, is part of the outer one. */
  #partOf(element: Element, around: Frame): LeftOut | null {
    const part = pagePart(element)
    return (part === 'form' && around.inForm) || (part === 'unknown' && around.inMenu) ? null : part
  }

  /** A form's fields go with the form and are not counted one by one. */
  #beginSilence(style: Style, inForm: boolean): void {
    const { silence } = style
    if (silence !== null && !(silence.what === 'form' && inForm)) this.page.silence(silence)
  }

  #listed(element: Element, style: Style, around: Frame): Style {
    const last = style.within.at(-1)
    const openList = last?.kind === 'bulletList' || last?.kind === 'orderedList' ? last : null
    if (lists.has(element.name)) {
      const item = openList === null ? undefined : this.#lastItem.get(openList)
      return item === undefined ? inside(style, listOf(element)) : inside(style, item, listOf(element))
    }
    if (element.name !== 'li') return style
    const item = containerOf('listItem')
    if (openList === null) return inside(style, (around.looseList ??= containerOf('bulletList')), item)
    this.#lastItem.set(openList, item)
    return inside(style, item)
  }

  #end(name: string): void {
    this.#flushText()
    if (name === 'br' && this.#top.style.silence === null) this.page.flow.breakLine()
    if (headings.has(name)) return this.#closeTo(this.#top.scope.heading)
    if ((this.#open.get(name) ?? 0) === 0) return
    let closed = ''
    while (closed !== name) closed = this.#pop()
  }

  #closeTo(index: number): void {
    while (index >= 0 && this.#stack.length > index) this.#pop()
  }

  #leaveForeign(): void {
    while (this.#top.style.foreign) this.#pop()
  }

  #pop(): string {
    const frame = this.#stack.pop()
    if (frame === undefined) return ''
    const { page } = this
    this.#open.set(frame.name, (this.#open.get(frame.name) ?? 1) - 1)
    if (frame.style.silence === null) {
      if (frame.name === 'q') page.write('”', frame.style)
      if (frame.footnote !== null) this.#endFootnote(frame.footnote)
      if (!frame.inFootnote && page.flow.written > frame.writtenBefore)
        frame.lost.forEach((what) => page.loseFormatting(what))
      if (frame.isBlock) page.endBlock(frame.style)
      // A menu that never ended may only have lost its end tag: its words are kept.
      if (frame.part !== null && !this.#isOver) page.endPart(frame.part.from, frame.part.what)
    }
    this.#tokenizer.inForeignNode = this.#top.style.foreign
    return frame.name
  }

  /** A footnote's number would read as part of the word or figure before it. The footnote's own text stays where it stands. */
  #endFootnote({ kind, place }: NonNullable<Frame['footnote']>): void {
    const mark = this.page.flow.since(place)
    if (mark === null) return
    if (kind === 'reference' && isFootnoteMark(mark)) {
      this.page.flow.goBack(place)
      this.page.leaveOut('footnote')
    }
    if (kind === 'back' && !hasWords(mark)) this.page.flow.goBack(place)
  }

  #finish(): void {
    this.#flushText()
    this.#isOver = true
    while (this.#stack.length > 0) this.#pop()
    this.page.endBlock(root.style)
  }
}

const root: Frame = {
  name: '',
  style: plainStyle,
  scope: noScope,
  isBlock: true,
  inForm: false,
  inMenu: false,
  lost: [],
  writtenBefore: 0,
  part: null,
  footnote: null,
  inFootnote: false,
  looseList: null,
}
