/**
 * Characters on their way in. What is kept stays as it was: no normalisation, no tidying of quotation marks, dashes or spaces.
 * Left out, and counted, is only what no XML document and so no export can carry: C0 controls, halves of surrogate pairs, U+FFFE
 * and U+FFFF. Rules IM1, IM2.
 */

const forbidden = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

export interface Cleaned {
  readonly text: string
  /** How many characters were left out. */
  readonly leftOut: number
}

export function withoutControls(text: string): Cleaned {
  let leftOut = 0
  const kept = text.replace(forbidden, () => {
    leftOut += 1
    return ''
  })
  return { text: kept, leftOut }
}

/** Vertical tab and form feed are how word processors write a line and a page break in plain text. */
const foreignLineEnd = /\r\n|[\r\v\f\u2028\u2029]/g

/** Every line end as "\n"; a paragraph separator ends a paragraph, so it becomes a blank line. */
export function withPlainLineEnds(text: string): { text: string; replaced: number } {
  let replaced = 0
  const plain = text.replace(foreignLineEnd, (end) => {
    replaced += 1
    return end === '\u2029' ? '\n\n' : '\n'
  })
  return { text: plain, replaced }
}

/** Nothing a reader would see: white space, or marks such as zero-width and direction marks alone. */
export const isBlank = (text: string): boolean => /^[\s\p{Cf}]*$/u.test(text)

export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const isSpace = (text: string, at: number) => text[at] === ' ' || text[at] === '\t'

/** By hand: a pattern that is anchored at the end takes quadratic time on a line of a million spaces. */
export function withoutEndSpaces(text: string): string {
  let end = text.length
  while (end > 0 && isSpace(text, end - 1)) end -= 1
  return text.slice(0, end)
}

export function withoutStartSpaces(text: string): string {
  let start = 0
  while (start < text.length && isSpace(text, start)) start += 1
  return text.slice(start)
}
