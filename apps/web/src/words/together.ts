/** The words of working at once: who is here, on which claim, and whom one follows. */
import { sentences } from './sentences.ts'

export const togetherWords = sentences({
  'together.here': 'Here now',
  'together.more': '{count, plural, one {+# more person} other {+# more people}} here',
  'together.follow': 'Follow {name}',
  'together.following': 'Following {name}',
  'together.stop': 'Stop following',
  'together.onThis': '{count, plural, one {{names} is on this too} other {{names} are on this too}}',
  'together.rowOnThis': '{count, plural, one {{names} is on this} other {{names} are on this}}',
})
