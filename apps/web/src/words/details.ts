/** The words of an article's details. */
import { sentences } from './sentences.ts'

export const detailsWords = sentences({
  'details.open': 'Details…',
  'details.title': 'Details',
  'details.inText': 'The title and the standfirst are part of the text: change them there.',
  'details.movesDates':
    '{count, plural, one {One judged claim counts} other {# judged claims count}} from the publication date. Those that come to mean other days are opened again.',
  'details.access': 'Open to',
  'details.access.newsroom': 'The newsroom',
  'details.access.named': 'People named',
  'details.access.people': 'People named',
  'details.access.me': 'You stay among them.',
  'details.access.saidNewsroom': 'The whole newsroom may open it.',
  'details.access.saidNamed': 'Only these may open it: {names}.',
  'details.original': 'Original',
  'details.original.download': 'Download “{name}”',
  'details.original.size': '{size}, as it was brought in',
  'details.original.none': 'It was pasted; there is no file.',
  'details.save': 'Save',
  'details.saving': 'Saving…',
  'details.saved': 'Details saved.',
  'details.undo': 'Undo changes',
  'details.none': 'not set',
})
