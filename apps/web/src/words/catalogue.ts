/** Every key of the interface's words, as a type; the sentences themselves come with the areas that a page loads (`sentences.ts`). */
import type { annotationWords } from './annotations.ts'
import type { articleWords } from './article.ts'
import type { claimWords } from './claim.ts'
import type { conflictWords } from './conflict.ts'
import type { coverageWords } from './coverage.ts'
import type { deskWords } from './desk.ts'
import type { detailsWords } from './details.ts'
import type { draftWords } from './draft.ts'
import type { elementWords } from './elements.ts'
import type { evidenceFileWords } from './evidence-file.ts'
import type { firstNightWords } from './first-night.ts'
import type { fixWords } from './fixes.ts'
import type { historyWords } from './history.ts'
import type { importWords } from './import.ts'
import type { keptWords } from './kept.ts'
import type { keyWords } from './keys.ts'
import type { marginWords } from './margin.ts'
import type { memberWords } from './members.ts'
import type { printWords } from './print.ts'
import type { quoteWords } from './quotes.ts'
import type { refusalSentences } from './refusals.ts'
import type { repairWords } from './repair.ts'
import type { reviewWords } from './review.ts'
import type { shellWords } from './shell.ts'
import type { signInWords } from './sign-in.ts'
import type { sourceWords } from './sources.ts'
import type { suggestWords } from './suggest.ts'
import type { talkWords } from './talk.ts'
import type { termWords } from './terms.ts'
import type { tickWords } from './ticks.ts'
import type { typographicWords } from './typographic.ts'
import type { togetherWords } from './together.ts'
import type { versionWords } from './versions.ts'
import type { waitingWords } from './waiting.ts'

export type WordKey =
  | keyof typeof annotationWords
  | keyof typeof articleWords
  | keyof typeof claimWords
  | keyof typeof conflictWords
  | keyof typeof coverageWords
  | keyof typeof deskWords
  | keyof typeof detailsWords
  | keyof typeof draftWords
  | keyof typeof elementWords
  | keyof typeof evidenceFileWords
  | keyof typeof firstNightWords
  | keyof typeof fixWords
  | keyof typeof historyWords
  | keyof typeof importWords
  | keyof typeof keptWords
  | keyof typeof keyWords
  | keyof typeof marginWords
  | keyof typeof memberWords
  | keyof typeof printWords
  | keyof typeof quoteWords
  | keyof typeof refusalSentences
  | keyof typeof repairWords
  | keyof typeof reviewWords
  | keyof typeof shellWords
  | keyof typeof signInWords
  | keyof typeof sourceWords
  | keyof typeof suggestWords
  | keyof typeof talkWords
  | keyof typeof termWords
  | keyof typeof togetherWords
  | keyof typeof tickWords
  | keyof typeof typographicWords
  | keyof typeof versionWords
  | keyof typeof waitingWords
