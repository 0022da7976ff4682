/** Every sentence of the interface, by key. English is the source; another language is another catalogue with the same keys. */
import { articleWords } from './article.ts'
import { deskWords } from './desk.ts'
import { importWords } from './import.ts'
import { type AnyRefusal, refusalWords } from './refusals.ts'
import { shellWords } from './shell.ts'
import { termWords } from './terms.ts'

type RefusalKey = `refusal.${AnyRefusal}`

const refusals = Object.fromEntries(
  Object.entries(refusalWords).map(([code, sentence]) => [`refusal.${code}`, sentence]),
) as Record<RefusalKey, string>

export const catalogue = { ...shellWords, ...termWords, ...deskWords, ...importWords, ...articleWords, ...refusals }
export type WordKey = keyof typeof catalogue
