/** The words of two verdicts that meet. */
import { sentences } from './sentences.ts'

export const conflictWords = sentences({
  'conflict.how': 'Let one of them stand, or give another below.',
  'conflict.stand': 'Let this stand',
  'conflict.standOf': 'Let this stand: {rating}, by {name}',
  'conflict.newest': 'Newest',
  'conflict.read': 'Read:',
})
