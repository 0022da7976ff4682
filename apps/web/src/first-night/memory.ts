/** What this browser remembers of somebody's first night: that they closed the card for good, that they saw a reworded claim. Rule FN3. */
import { deviceStorage } from '#web/live/kept-keys.ts'

export type FirstNightNote = 'closed' | 'saw-reworded'

const keyOf = (person: string, what: FirstNightNote): string => `tickmark.first-night/${person}/${what}`

export const isNoted = (person: string, what: FirstNightNote): boolean =>
  deviceStorage()?.getItem(keyOf(person, what)) != null

export function note(person: string, what: FirstNightNote): void {
  try {
    deviceStorage()?.setItem(keyOf(person, what), 'yes')
  } catch {
    // Full: it is remembered the next time.
  }
}

/** A card that could not be closed for good would be a nuisance. */
export const remembers = (): boolean => deviceStorage() !== null
