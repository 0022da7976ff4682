/**
 * What paper adds to the text: each claim's number after its last words, and the title on every page with its number of pages. Made as a
 * sheet like the marks themselves, so that nothing is put into the document. Rule PN1.
 */
const isPlain = (id: string): boolean => /^[\w-]{1,64}$/.test(id)

/** Of CSS: nothing in a title ends the string it stands in. */
export const cssString = (text: string): string =>
  `"${text.replaceAll(/[\p{Cc}"\\<]/gu, (character) => `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `)}"`

export interface Numbered {
  readonly id: string
  readonly number: number
}

/** `of`: “{page} of {pages}” in the interface's language, cut at the two numbers. */
export function printSheetOf(
  claims: readonly Numbered[],
  title: string,
  of: readonly [string, string, string],
): string {
  const numbers = claims
    .filter(({ id }) => isPlain(id))
    .map(({ id, number }) => {
      const mark = `mark[data-claim="${id}"]`
      const later = [`${mark}:has(~${mark},~* ${mark})`, `:has(~${mark},~* ${mark}) ${mark}`]
      return [
        `.marks ${mark}::after{content:"${number}"!important}`,
        `${later.map((one) => `.marks ${one}::after`).join(',')}{content:none!important}`,
      ].join('\n')
    })
  const [before, between, after] = of.map(cssString)
  return [
    `@media print{${numbers.join('\n')}}`,
    `@page{@top-left{content:${cssString(title)}}`,
    `@bottom-right{content:${before} counter(page) ${between} counter(pages) ${after}}}`,
  ].join('\n')
}
