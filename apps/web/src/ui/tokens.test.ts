import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

/** The colours of a block of rules, over those of the root: name, on light, on dark. */
function colours(...selectors: string[]): Map<string, readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>()
  for (const selector of selectors) {
    const start = css.indexOf(`${selector} {`)
    expect(start, selector).toBeGreaterThanOrEqual(0)
    const block = css.slice(start, css.indexOf('}', start))
    for (const [, name = '', light = '', dark = ''] of block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
      found.set(name, [light, dark])
  }
  return found
}

const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const tones = ['sound', 'amend', 'caution', 'doubt', 'wrong', 'neutral'] as const

/** Which of `texts` fall short of `least` on any of `grounds`, in light or dark. */
function tooFaint(
  all: Map<string, readonly [string, string]>,
  texts: readonly string[],
  grounds: string[],
  least: number,
) {
  return texts.flatMap((text) =>
    grounds.flatMap((ground) =>
      [0, 1].flatMap((at) => {
        const ratio = contrast(all.get(text)?.[at] ?? '', all.get(ground)?.[at] ?? '')
        return ratio >= least ? [] : [`${text} on ${ground}, ${at === 0 ? 'light' : 'dark'}: ${ratio.toFixed(2)}`]
      }),
    ),
  )
}

test('AX40 in light and dark, text and every tone stand at 4.5 : 1 and more on page and panel', () => {
  expect(tooFaint(colours(':root'), ['ink', 'faint', ...tones], ['paper', 'panel'], 4.5)).toEqual([])
})

test.each([":root[data-theme='contrast']", ':root:not([data-theme])'])(
  'AX40 in high contrast, chosen or asked for by the system (%s), they stand at 7 : 1 and more',
  (theme) => {
    const all = colours(':root', theme)
    expect(tooFaint(all, ['ink', 'faint', ...tones], ['paper', 'panel'], 7)).toEqual([])
    expect(tooFaint(all, ['ink'], ['marker', 'hover'], 7)).toEqual([])
  },
)
