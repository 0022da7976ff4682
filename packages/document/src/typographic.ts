/**
 * Whether two wordings differ only in how they are set: amount of space, style of quotation marks, dashes and ellipses, capitals. Everything
 * else, a figure above all, is another wording. Rule TY1.
 */

const sets: readonly [pattern: RegExp, as: string][] = [
  // What no reader sees.
  [/[\u00AD\u200B\u2060\uFEFF]/gu, ''],
  [/\u2026|\. ?\. ?\./gu, '…'],
  // Feet and inches, minutes and seconds are no quotation marks.
  [/(?<=\p{Nd})["″]/gu, '″'],
  [/(?<=\p{Nd})['′](?!\p{L})/gu, '′'],
  [/[‘’‚‛‹›'`´ʼ]/gu, "'"],
  [/[“”„‟«»"]|''/gu, '"'],
  [/\s*(?:[‒–—―]|-{2,}|(?<=\s)-(?=\s))\s*/gu, '—'],
  [/[‐‑-]/gu, '-'],
  // A range is a range with a hyphen or a dash.
  [/(?<=\p{Nd})-(?=\p{Nd})/gu, '—'],
  [/\s+/gu, ' '],
]

const asRead = (words: string): string =>
  sets
    .reduce((text, [pattern, as]) => text.replace(pattern, as), words.normalize('NFC'))
    .trim()
    .toLowerCase()

/** TY1. False of equal wordings, which do not differ at all. */
export const isTypographic = (before: string, after: string): boolean =>
  before !== after && asRead(before) === asRead(after)
