/** A source's link, if it is one that may be followed; "javascript:" and the like are words, not links. */
export function safeLink(url: string): string | null {
  if (!URL.canParse(url)) return null
  return /^https?:$/.test(new URL(url).protocol) ? url : null
}
