/**
 * Offsets as other programs count them: in Unicode code points instead of UTF-16 code units. Both ways for one text, without walking
 * it again for each. An offset inside a surrogate pair counts as the end of that character.
 */
export interface CodePoints {
  readonly length: number
  /** Code points before a UTF-16 offset. */
  countBefore(offset: number): number
  /** The UTF-16 offset of a code point; null beyond the end. */
  offsetOf(point: number): number | null
}

export function codePointsOf(text: string): CodePoints {
  /** Offsets of the second halves of surrogate pairs, rising. */
  const halves: number[] = []
  for (let at = 1; at < text.length; at += 1) {
    if (isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1))) halves.push(at)
  }
  /** How many of the sorted places fulfil what only the first ones do. */
  const howMany = (fulfils: (half: number, index: number) => boolean): number => {
    let [low, high] = [0, halves.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (fulfils(halves[middle] ?? Infinity, middle)) low = middle + 1
      else high = middle
    }
    return low
  }
  const length = text.length - halves.length
  return {
    length,
    countBefore: (offset) => {
      const at = Math.min(Math.max(0, offset), text.length)
      return at - howMany((half) => half < at)
    },
    // The index-th pair begins at code point `half - 1 - index`; pairs that begin before the point make it one unit later each.
    offsetOf: (point) =>
      point < 0 || point > length ? null : point + howMany((half, index) => half - 1 - index < point),
  }
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
