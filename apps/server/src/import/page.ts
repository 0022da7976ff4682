/**
 * An HTML page as it is read: the blocks so far, and a count of everything that was not brought along. Parts such as menus and
 * forms are left out only when there are words outside them. Rules IM9–IM11.
 */
import type { ImportNote } from '#document/draft.ts'
import { type Block, blockText, type Container, paragraphsOf } from './block.ts'
import { hasWords, withoutControls } from './characters.ts'
import { containerOf } from './element.ts'
import { Flow } from './flow.ts'
import { characterNotes, type Reading } from './plain-text.ts'
import { inside, type LeftOut, type Silence, type Style } from './style.ts'

/** A form with more characters of text than this is wrapped round an article. */
const largestForm = 400

interface OpenItem {
  readonly list: Container
  readonly item: Container
}

export class Page {
  readonly flow = new Flow()
  declaredLanguage: string | null = null
  readonly #blocks: Block[] = []
  readonly #parts: { from: number; to: number; what: LeftOut }[] = []
  readonly #silences: Silence[] = []
  readonly #leftOut = new Map<LeftOut, number>()
  readonly #formatting = new Map<string, number>()
  /** The word processor's list that the last paragraph belonged to, outer levels first. */
  #wordList: OpenItem[] = []
  #controls = 0
  #lineEnds = 0

  write(text: string, style: Style): void {
    if (style.silence !== null) {
      style.silence.hasWords ||= hasWords(text)
      return
    }
    if (style.isMarker && style.listItem !== null) {
      if (style.listItem.marker.length < 40) style.listItem.marker += text
      return
    }
    const cleaned = withoutControls(text)
    this.#controls += cleaned.leftOut
    cleaned.text.split(/[\v\u2028\u2029]/).forEach((part, index) => {
      if (index > 0) {
        this.#lineEnds += 1
        this.flow.breakLine()
      }
      if (style.asIs) this.flow.writeAsIs(part, style.marks)
      else this.flow.write(part, style.marks)
    })
  }

  /** Where the next block will stand. */
  get size(): number {
    return this.#blocks.length
  }

  endBlock(style: Style): void {
    const paragraphs = paragraphsOf(this.flow.take())
    if (paragraphs.length === 0) return
    const { level, deck } = style
    const within = this.#within(style)
    // A heading with a gap in it is still one heading.
    const parted = level === null ? paragraphs : [paragraphs.flat()]
    for (const lines of parted) this.#blocks.push({ lines, level, deck, within })
  }

  silence(silence: Silence): void {
    this.#silences.push(silence)
  }

  leaveOut(what: LeftOut): void {
    this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + 1)
  }

  loseFormatting(what: string): void {
    this.#formatting.set(what, (this.#formatting.get(what) ?? 0) + 1)
  }

  /** The blocks since `from` are a menu or a form. */
  endPart(from: number, what: LeftOut): void {
    const length = this.#blocks.slice(from).reduce((sum, block) => sum + blockText(block).length, 0)
    if (length > 0 && (what !== 'form' || length <= largestForm)) this.#parts.push({ from, to: this.size, what })
  }

  reading(): Reading {
    const inPart = new Set<number>()
    for (const { from, to } of this.#outermostParts()) for (let at = from; at < to; at += 1) inPart.add(at)
    const outside = this.#blocks.filter((_, index) => !inPart.has(index))
    const isMore = outside.some((block) => hasWords(blockText(block)))
    if (isMore) for (const { what } of this.#outermostParts()) this.leaveOut(what)
    for (const silence of this.#silences) {
      if (silence.what !== null && (silence.always || silence.hasWords)) this.leaveOut(silence.what)
    }
    return {
      blocks: isMore ? outside : this.#blocks,
      notes: [
        ...[...this.#leftOut].map(([what, count]): ImportNote => ({ code: 'left-out', what, count })),
        ...[...this.#formatting].map(([what, count]): ImportNote => ({ code: 'formatting-left-out', what, count })),
        ...characterNotes(this.#lineEnds, this.#controls),
      ],
      declaredLanguage: this.declaredLanguage,
    }
  }

  /** Inner parts end first; a part inside another goes with it. */
  #outermostParts(): { from: number; to: number; what: LeftOut }[] {
    const outer: { from: number; to: number; what: LeftOut }[] = []
    for (const part of this.#parts.toReversed()) {
      const last = outer.at(-1)
      if (last === undefined || part.from < last.from) outer.push(part)
    }
    return outer
  }

  /** IM9. A word processor's list paragraphs say their level and write their own numbers; here they become lists. */
  #within(style: Style): readonly Container[] {
    const { listItem } = style
    if (listItem === null) {
      this.#wordList = []
      return style.within
    }
    const number = /^[\s(]*(\d{1,6}|[ivxlc]{1,5}|[a-z])[.)]/iu.exec(listItem.marker)?.[1]
    const kind = number === undefined ? 'bulletList' : 'orderedList'
    const level = Math.min(Math.max(listItem.level, 1), 5)
    const same = this.#wordList[level - 1]
    this.#wordList.length = Math.min(this.#wordList.length, level - 1)
    while (this.#wordList.length < level - 1) {
      this.#wordList.push({ list: containerOf('bulletList'), item: containerOf('listItem') })
    }
    const start = Number.parseInt(number ?? '1', 10)
    const list = same?.list.kind === kind ? same.list : containerOf(kind, Number.isNaN(start) ? 1 : start)
    this.#wordList.push({ list, item: containerOf('listItem') })
    return inside(style, ...this.#wordList.flatMap(({ list: each, item }) => [each, item])).within
  }
}
