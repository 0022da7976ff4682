/**
 * The few things in a style attribute that change what words are or whether they are seen. Unknown properties and values are
 * passed over; nothing is ever loaded.
 */

const longestStyle = 4000
const noDeclarations: ReadonlyMap<string, string> = new Map()

/** Declarations by property, in small letters. */
export function declarations(style: string | undefined): ReadonlyMap<string, string> {
  if (style === undefined) return noDeclarations
  const found = new Map<string, string>()
  for (const declaration of style.slice(0, longestStyle).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) found.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim())
  }
  return found
}

export function isHidden(css: ReadonlyMap<string, string>): boolean {
  return (
    css.get('display')?.startsWith('none') === true ||
    /^(?:hidden|collapse)/.test(css.get('visibility') ?? '') ||
    css.get('mso-hide') === 'all' ||
    /^0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important)?$/.test(css.get('font-size') ?? '')
  )
}

export const isBlockBox = (css: ReadonlyMap<string, string>): boolean =>
  /^(?:block|flex|grid|table|list-item|flow-root)\b/.test(css.get('display') ?? '')

/** True for bold, false for a weight that ends it, null when nothing is said. */
export function isBold(css: ReadonlyMap<string, string>): boolean | null {
  const weight = css.get('font-weight')
  if (weight === undefined) return null
  if (weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600) return true
  return /^(?:normal|[1-5]00)/.test(weight) ? false : null
}

export function isItalic(css: ReadonlyMap<string, string>): boolean | null {
  const style = css.get('font-style')
  if (style === undefined) return null
  if (/^(?:italic|oblique)/.test(style)) return true
  return style.startsWith('normal') ? false : null
}

/** Whether white space stands as written; null when nothing is said. */
export function keepsSpaces(css: ReadonlyMap<string, string>): boolean | null {
  const value = css.get('white-space') ?? css.get('white-space-collapse')
  if (value === undefined) return null
  if (/^(?:pre|pre-wrap|break-spaces|preserve)\b(?!-line)/.test(value)) return true
  return /^(?:normal|nowrap|collapse)/.test(value) ? false : null
}

/** Formatting that the article's schema has no mark for, by the names used in the notes. */
export function otherFormatting(css: ReadonlyMap<string, string>): string[] {
  if (css.size === 0) return []
  const line = `${css.get('text-decoration') ?? ''} ${css.get('text-decoration-line') ?? ''}`
  const position = css.get('vertical-align') ?? ''
  return [
    ...(line.includes('underline') ? ['underline'] : []),
    ...(line.includes('line-through') ? ['strikethrough'] : []),
    ...(position.startsWith('super') ? ['superscript'] : []),
    ...(position.startsWith('sub') ? ['subscript'] : []),
    ...(isHue(css.get('color')) ? ['colour'] : []),
    ...(isHue(css.get('background-color') ?? css.get('background')) ? ['highlight'] : []),
  ]
}

const colourless =
  /^(?:black|white|gr[ae]y|silver|windowtext|window|transparent|none|inherit|initial|unset|currentcolor|auto|var|url)/

/** Black, white and greys are how pages write ordinary text; only a hue may have been meant. */
export function isHue(value: string | undefined): boolean {
  if (value === undefined || value === '' || colourless.test(value)) return false
  const hex = /^#([\da-f]{3,8})/.exec(value)?.[1]
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(value)
  const channels =
    hex !== undefined
      ? [0, 1, 2].map((at) =>
          Number.parseInt(hex.length < 6 ? (hex[at] ?? '0').repeat(2) : hex.slice(2 * at, 2 * at + 2), 16),
        )
      : rgb?.slice(1, 4).map(Number)
  if (channels === undefined) return /^[a-z]+$/.test(value) // a colour's name
  return Math.max(...channels) - Math.min(...channels) > 40
}
