/**
 * The interface's words. `useWords()` gives `t(key, values)`, typed by the catalogue's keys; messages are ICU, each compiled once.
 * Words of articles never pass through here: chrome follows the interface language, each block of text its own.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { WordKey } from './catalogue.ts'
import { directionOf, type InterfaceLanguage, usePreference } from './preference.ts'
import { pseudo } from './pseudo.ts'
import type { AnyRefusal } from './refusals.ts'
import { sentenceOf } from './sentences.ts'
// Every page may need these.
import './refusals.ts'
import './shell.ts'
import './terms.ts'

export type WordValues = Readonly<Record<string, string | number>>

export interface Words {
  readonly t: (key: WordKey, values?: WordValues) => string
  /** A refusal in a sentence; a code this page does not know yet gets the server's own words. */
  readonly whyNot: (refusal: AnyRefusal | { refusal: string; text: string }) => string
  readonly language: InterfaceLanguage
  readonly direction: 'ltr' | 'rtl'
  /** For Intl: numbers, dates, lists. */
  readonly locale: string
}

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Words of the other direction inside a sentence are kept together (FSI … PDI), or they would pull its commas and quotes about. */
const isolated = (value: string | number, direction: 'ltr' | 'rtl'): string | number =>
  typeof value === 'string' && /\p{L}/u.test(value) && fromTheRight.test(value) !== (direction === 'rtl')
    ? `\u2068${value}\u2069`
    : value

const isKey = (key: string): key is WordKey => sentenceOf(key) !== undefined

export function makeWords(language: InterfaceLanguage): Words {
  const locale = 'en-GB'
  const compiled = new Map<WordKey, IntlMessageFormat>()
  const messageOf = (key: WordKey): IntlMessageFormat => {
    const known = compiled.get(key)
    if (known) return known
    const sentence = sentenceOf(key)
    if (sentence === undefined) throw new Error(`The words of ${key} are not loaded.`)
    const plain = new IntlMessageFormat(sentence, locale)
    const message = language === 'pseudo' ? new IntlMessageFormat(pseudo(plain.getAst()), locale) : plain
    compiled.set(key, message)
    return message
  }
  const direction = directionOf(language)
  const t = (key: WordKey, values: WordValues = {}): string => {
    const entries = Object.entries(values).map(([name, value]) => [name, isolated(value, direction)] as const)
    return String(messageOf(key).format(Object.fromEntries(entries)))
  }
  return {
    t,
    whyNot: (refused) => {
      const code = typeof refused === 'string' ? refused : refused.refusal
      const key = `refusal.${code}`
      if (isKey(key)) return t(key)
      return typeof refused === 'string' ? t('refusal.server-trouble') : refused.text
    },
    language,
    direction,
    locale,
  }
}

const WordsContext = createContext<Words | null>(null)

export function WordsProvider({ children }: { children: ReactNode }) {
  const { language } = usePreference()
  const words = useMemo(() => makeWords(language), [language])
  return (
    // en-Arab is English written from the right: the kit turns its arrow keys and popovers, and keeps its English sentences.
    <I18nProvider locale={words.direction === 'rtl' ? 'en-Arab' : 'en-GB'}>
      <WordsContext value={words}>{children}</WordsContext>
    </I18nProvider>
  )
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === null) throw new Error('useWords outside of WordsProvider')
  return words
}
