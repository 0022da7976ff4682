/**
 * The sentences this page has so far, by key. Each area's file adds its own when it is loaded, so that a page carries the words it
 * shows and not those of every other page; whoever uses a key imports the file of its area (a test says so, WD9).
 */
const known = new Map<string, string>()

/** Called once by each area's file, with messages in ICU form. */
export function sentences<const T extends Readonly<Record<string, string>>>(area: T): T {
  for (const [key, sentence] of Object.entries(area)) known.set(key, sentence)
  return area
}

export const sentenceOf = (key: string): string | undefined => known.get(key)
