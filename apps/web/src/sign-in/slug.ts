/** A newsroom's address, proposed from its name: small letters, figures and hyphens, none of Tickmark's own words. Rule FR3. */
export const slugShape = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/** Letters that do not come apart into a plain one and a mark. */
const spelled: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', þ: 'th', ı: 'i' }

export const slugFrom = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[ßæœøłđþı]/gu, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
