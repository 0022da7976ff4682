/** The words of the list of what waits for somebody. */
import { sentences } from './sentences.ts'

export const waitingWords = sentences({
  'waiting.page': 'What waits for you',
  'waiting.none': 'Nothing waits for you.',
  'waiting.noneHint': 'Claims and articles given to you, queries and calls on you will stand here.',
  'waiting.query': 'Asked of you',
  'waiting.answer': 'Answered, for you to decide',
  'waiting.remark': 'You are called on',
  'waiting.claim': 'Claims given to you',
  'waiting.sign-off': 'Verdicts to sign off',
  'waiting.article': 'Articles given to you',
  'waiting.left': '{count, plural, =0 {nothing left} one {# claim left} other {# claims left}}',
  'waiting.toSign': '{count, plural, one {# verdict} other {# verdicts}}',
  'waiting.erased': 'These words were erased.',
})
