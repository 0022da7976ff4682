/**
 * What an element makes of the words inside it: marks, level, lists round it, whether they are shown at all. Inherited from the
 * element round it and never changed afterwards. Rules IM9–IM11.
 */
import type { Block, Container, Formatting } from './block.ts'

export type LeftOut = 'image' | 'table' | 'media' | 'form' | 'script' | 'footnote' | 'unknown'

/** Words that are not brought along, from the element that hides them down. */
export interface Silence {
  /** How they are counted; null for what no reader of the page would call part of it, such as its style sheet. */
  readonly what: LeftOut | null
  /** Counted even without words: a video has none. */
  readonly always: boolean
  hasWords: boolean
}

export interface Style {
  readonly marks: readonly Formatting[]
  readonly level: Block['level']
  readonly deck: boolean
  readonly within: readonly Container[]
  readonly asIs: boolean
  readonly silence: Silence | null
  /** Inside SVG or MathML, where elements may close themselves. */
  readonly foreign: boolean
  /** A word processor's list paragraph: its level, and the bullet or number it wrote in front. */
  readonly listItem: { readonly level: number; marker: string } | null
  /** The words here are that bullet or number. */
  readonly isMarker: boolean
}

export const plainStyle: Style = {
  marks: [],
  level: null,
  deck: false,
  within: [],
  asIs: false,
  silence: null,
  foreign: false,
  listItem: null,
  isMarker: false,
}

/** Words and notes survive any nesting; lists and quotations nest this deep, or every later walk over the document would pay. */
const deepest = 12

export const inside = (style: Style, ...containers: readonly Container[]): Style =>
  style.within.length + containers.length > deepest ? style : { ...style, within: [...style.within, ...containers] }

export const withMark = (style: Style, mark: Formatting): Style =>
  style.marks.some((other) => other.type === mark.type) ? style : { ...style, marks: [...style.marks, mark] }

export const withoutMark = (style: Style, type: Formatting['type']): Style =>
  style.marks.some((mark) => mark.type === type)
    ? { ...style, marks: style.marks.filter((mark) => mark.type !== type) }
    : style

export const silenced = (style: Style, what: LeftOut | null, always = false): Style =>
  style.silence === null ? { ...style, silence: { what, always, hasWords: false } } : style
