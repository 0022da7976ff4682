/** The words of changes that are only typographic. */
import { sentences } from './sentences.ts'

export const typographicWords = sentences({
  'typo.label': 'Typographic only: space, marks, dashes or capitals.',
  'typo.door': 'Typographic changes',
  'typo.title': 'Typographic changes',
  'typo.intro':
    'These claims read as they were judged, but for space, quotation marks, dashes or capitals. Each verdict is affirmed for the wording shown here; a sign-off has to be given again.',
  'typo.hold': '{count, plural, one {It still holds} other {All # still hold}}',
  'typo.held': '{count, plural, one {# verdict still holds.} other {# verdicts still hold.}}',
  'typo.left': '{count, plural, one {# was not affirmed; it says why.} other {# were not affirmed; each says why.}}',
  'typo.none': 'No typographic changes are left.',
})
