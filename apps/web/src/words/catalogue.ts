/** Every key of the interface's words, as a type; the sentences themselves come with the areas that a page loads (`sentences.ts`). */
import type { articleWords } from './article.ts'
import type { deskWords } from './desk.ts'
import type { detailsWords } from './details.ts'
import type { historyWords } from './history.ts'
import type { importWords } from './import.ts'
import type { keyWords } from './keys.ts'
import type { memberWords } from './members.ts'
import type { refusalSentences } from './refusals.ts'
import type { reviewWords } from './review.ts'
import type { shellWords } from './shell.ts'
import type { sourceWords } from './sources.ts'
import type { talkWords } from './talk.ts'
import type { termWords } from './terms.ts'
import type { waitingWords } from './waiting.ts'

export type WordKey =
  | keyof typeof articleWords
  | keyof typeof deskWords
  | keyof typeof detailsWords
  | keyof typeof historyWords
  | keyof typeof importWords
  | keyof typeof keyWords
  | keyof typeof memberWords
  | keyof typeof refusalSentences
  | keyof typeof reviewWords
  | keyof typeof shellWords
  | keyof typeof sourceWords
  | keyof typeof talkWords
  | keyof typeof termWords
  | keyof typeof waitingWords
