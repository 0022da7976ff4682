/**
 * The articles whose text is open in this tab. An article that is left while something is unsaved stays open behind the scenes until
 * the server has it, and coming back finds the same text; closing the tab before that asks first. When the session ended meanwhile, the
 * words wait for the same person to sign in again, and for nobody else.
 */
import { ArticleSync, type ArticleAddress } from './sync-provider.ts'

interface Held {
  readonly sync: ArticleSync
  users: number
}

const held = new Map<string, Held>()
const keyOf = ({ newsroom, article }: ArticleAddress, person: string): string => `${person} ${newsroom}/${article}`

const warn = (event: BeforeUnloadEvent): void => {
  if ([...held.values()].some(({ sync }) => sync.wire.get().unsaved)) event.preventDefault()
}

/** The text begins to come before its desk is drawn. Without a desk soon, it ends. */
export function openArticle(address: ArticleAddress, person: string): void {
  const key = keyOf(address, person)
  if (!held.has(key)) endUnlessHeld(key, entryOf(key, address, person), 5_000)
}

/** The article's text as this person has it, and how to let go of it. */
export function holdArticle(address: ArticleAddress, person: string): { sync: ArticleSync; release: () => void } {
  const key = keyOf(address, person)
  const entry = entryOf(key, address, person)
  entry.users += 1
  const release = () => {
    entry.users -= 1
    // Leaving and coming back at once, as React does while developing, keeps the connection.
    endUnlessHeld(key, entry, 200)
  }
  return { sync: entry.sync, release }
}

function entryOf(key: string, address: ArticleAddress, person: string): Held {
  const known = held.get(key)
  if (known?.sync.wire.get().ended === 'signed-out') known.sync.reconnect()
  if (held.size === 0) window.addEventListener('beforeunload', warn)
  const entry = known ?? { sync: new ArticleSync(address, person), users: 0 }
  held.set(key, entry)
  return entry
}

function endUnlessHeld(key: string, entry: Held, afterMs: number): void {
  const end = (): boolean => {
    if (entry.users > 0) return true
    const { unsaved, ended } = entry.sync.wire.get()
    // What can no longer be sent is kept while its page is open, where it can be copied.
    if (unsaved && (ended === null || ended === 'signed-out')) return false
    if (held.get(key) === entry) held.delete(key)
    if (held.size === 0) window.removeEventListener('beforeunload', warn)
    entry.sync.destroy()
    return true
  }
  setTimeout(() => {
    if (end()) return
    const forget = entry.sync.wire.subscribe(() => {
      if (end()) forget()
    })
  }, afterMs)
}
