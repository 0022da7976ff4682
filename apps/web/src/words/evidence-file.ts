/** The words of a file that is attached to a claim. */
import { sentences } from './sentences.ts'

export const evidenceFileWords = sentences({
  'evidenceFile.add': 'Add a file…',
  'evidenceFile.remove': 'Leave out {name}',
  'evidenceFile.storing': 'Storing the file…',
  'evidenceFile.tooLarge': 'A document may have at most 50 MB.',
  'evidenceFile.offline':
    'A file needs a connection. It is kept here until you add it; without it the source can be added now.',
})
