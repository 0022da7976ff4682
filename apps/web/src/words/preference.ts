/**
 * What this browser remembers about how a person likes to see Tickmark: theme and interface language. Kept on the device; a browser
 * that forbids storage just starts with the defaults each time.
 */
import { useSyncExternalStore } from 'react'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

export const languages = ['en', 'pseudo'] as const
export type InterfaceLanguage = (typeof languages)[number]

export interface Preference {
  readonly theme: Theme
  readonly language: InterfaceLanguage
}

const storageKey = 'tickmark.preference'
const initial: Preference = { theme: 'system', language: 'en' }

export function readPreference(stored: string | null): Preference {
  if (stored === null) return initial
  try {
    const found: unknown = JSON.parse(stored)
    if (typeof found !== 'object' || found === null) return initial
    const wanted = found as Partial<Record<keyof Preference, unknown>>
    return {
      theme: themes.find((theme) => theme === wanted.theme) ?? initial.theme,
      language: languages.find((language) => language === wanted.language) ?? initial.language,
    }
  } catch {
    return initial
  }
}

const stored = (): string | null => {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

const listeners = new Set<() => void>()
let current = typeof window === 'undefined' ? initial : readPreference(stored())

function apply(preference: Preference): void {
  const root = document.documentElement
  if (preference.theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = preference.theme
  root.lang = 'en'
  root.dir = directionOf(preference.language)
}

export const directionOf = (language: InterfaceLanguage): 'ltr' | 'rtl' => (language === 'pseudo' ? 'rtl' : 'ltr')

export function choose(change: Partial<Preference>): void {
  current = { ...current, ...change }
  apply(current)
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the tab.
  }
  for (const listener of listeners) listener()
}

/** Called once before the first paint, and whenever another tab of this browser changes the choice. */
export function startPreference(): void {
  apply(current)
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey) return
    current = readPreference(event.newValue)
    apply(current)
    for (const listener of listeners) listener()
  })
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePreference = (): Preference => useSyncExternalStore(subscribe, () => current)
