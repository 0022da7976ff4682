/**
 * How a person likes the keys of the desk: one-key verbs on or off, keys of their own, and whether a verdict leads on to the next
 * claim. Kept on the device, as theme and language are; a browser that forbids storage starts with the defaults each time. Rules
 * KY5, KY6.
 */
import { useSyncExternalStore } from 'react'
import { type Command, type CommandId, commands } from './commands.ts'

export interface KeyChoice {
  /** Whether letters, digits and signs are verbs. */
  readonly verbs: boolean
  readonly advance: boolean
  /** Only those that differ from the table. */
  readonly keys: Readonly<Partial<Record<CommandId, string>>>
}

const storageKey = 'tickmark.keys'
export const initialChoice: KeyChoice = { verbs: true, advance: true, keys: {} }

/** One character, with Shift or after another one: what KY5 can turn off, and what people may choose for themselves. */
export const isCharacter = (key: string): boolean => /^(?:shift\+)?\S$|^\S \S$/u.test(key)

export function readChoice(stored: string | null): KeyChoice {
  try {
    const found: unknown = JSON.parse(stored ?? 'null')
    if (typeof found !== 'object' || found === null) return initialChoice
    const { verbs, advance, keys } = found as { [K in keyof KeyChoice]?: unknown }
    const own: Partial<Record<CommandId, string>> = {}
    for (const { id, key } of commands) {
      const chosen: unknown = typeof keys === 'object' && keys !== null ? (keys as Record<string, unknown>)[id] : null
      if (typeof chosen === 'string' && isCharacter(chosen) && isCharacter(key)) own[id] = chosen
    }
    return { verbs: verbs !== false, advance: advance !== false, keys: own }
  } catch {
    return initialChoice
  }
}

export const keyOfCommand = ({ keys }: KeyChoice, { id, key }: Pick<Command, 'id' | 'key'>): string => keys[id] ?? key

/** KY6. A key does one thing: what a person has chosen goes before what the table says. */
export function keymapOf(choice: KeyChoice): ReadonlyMap<string, Command> {
  const isOn = ({ everywhere, id }: Command) => everywhere || id === 'close' || choice.verbs
  const wanted = commands.filter((command) => isOn(command) && command.key !== '')
  const [own, given] = [wanted.filter(({ id }) => id in choice.keys), wanted.filter(({ id }) => !(id in choice.keys))]
  return new Map([...given, ...own].map((command) => [keyOfCommand(choice, command), command]))
}

const stored = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

const listeners = new Set<() => void>()
let current = readChoice(typeof window === 'undefined' ? null : stored())
let keymap = keymapOf(current)

function follow(choice: KeyChoice): void {
  current = choice
  keymap = keymapOf(choice)
  for (const listener of listeners) listener()
}

export const keyChoice = (): KeyChoice => current

export function chooseKeys(change: Partial<KeyChoice>): void {
  follow({ ...current, ...change })
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the tab.
  }
}

const subscribe = (listener: () => void) => {
  const fromElsewhere = (event: StorageEvent) => {
    if (event.key === storageKey) follow(readChoice(event.newValue))
  }
  listeners.add(listener)
  window.addEventListener('storage', fromElsewhere)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', fromElsewhere)
  }
}

export const useKeyChoice = (): KeyChoice => useSyncExternalStore(subscribe, keyChoice)

export const commandAt = (key: string): Command | null => keymap.get(key) ?? null

/** Whether it may be the first key of two. */
export const isBeginning = (key: string): boolean => [...keymap.keys()].some((known) => known.startsWith(`${key} `))

/** The key that the person has for what the table gives `key`; null where it is off. */
export function chosenKey(key: string): string | null {
  const command = commands.find((one) => one.key === key)
  if (command === undefined) return key
  const own = keyOfCommand(current, command)
  return keymap.get(own) === command ? own : null
}
