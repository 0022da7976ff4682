/**
 * Where decisions that have not reached the server are kept in this browser: under the person who made them, and nobody else's page reads
 * them. Every page knows this much, to send what waits and to ask before somebody signs out over it. Rule KP3.
 */
import type { KeptDecision } from '#web/kept/decision-store.ts'

const prefix = 'tickmark.kept'

/** Null where the browser keeps nothing: decisions then last as long as the tab, and leaving it is asked about. */
export const deviceStorage = (): Storage | null => {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}

export interface KeptPlace {
  readonly person: string
  readonly newsroom: string
  readonly article: string
}

export const keptPrefix = ({ person, newsroom, article }: KeptPlace): string =>
  `${prefix}/${person}/${newsroom}/${article}/`

const keysUnder = (start: string): string[] => {
  const storage = deviceStorage()
  if (storage === null) return []
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(start),
  )
}

/** The articles of a newsroom in which this person has decisions that wait here. */
export const articlesWithKept = (person: string, newsroom: string): string[] => {
  const start = `${prefix}/${person}/${newsroom}/`
  return [...new Set(keysUnder(start).map((key) => key.slice(start.length).split('/')[0] ?? ''))]
}

/** How many wait for the server; refused ones have been there. */
export const keptCount = (person: string): number =>
  keysUnder(`${prefix}/${person}/`).filter((key) => deviceStorage()?.getItem(key)?.includes('"refused":null')).length

/** What of this person's decisions on an article was refused; told once, by the tab that sent them or found them refused. */
export type RefusedNews = (place: KeptPlace, refused: readonly KeptDecision[]) => void
const newsOfRefused = new Set<RefusedNews>()

export const onRefused = (listener: RefusedNews): (() => void) => {
  newsOfRefused.add(listener)
  return () => void newsOfRefused.delete(listener)
}

export const tellRefused: RefusedNews = (place, refused) => {
  for (const tell of newsOfRefused) tell(place, refused)
}

const forgotten = new Set<(person: string) => void>()
export const onForgotten = (listener: (person: string) => void): void => void forgotten.add(listener)

/** Signing out leaves nothing of a person in the browser. */
export const forgetKept = (person: string): void => {
  for (const tell of forgotten) tell(person)
  for (const key of keysUnder(`${prefix}/${person}/`)) deviceStorage()?.removeItem(key)
}
