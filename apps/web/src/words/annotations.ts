/** The words about bringing in annotations of another program. */
import { sentences } from './sentences.ts'

export const annotationWords = sentences({
  'annotations.title': 'Bring in annotations',
  'annotations.hint':
    'W3C Web Annotations (JSON-LD) of another program become claims where the words they quote are found for certain. Nothing is marked on a guess.',
  'annotations.choose': 'Choose a file…',
  'annotations.chosen': 'Chosen: {name}',
  'annotations.paste': 'Or paste them here',
  'annotations.do': 'Bring in',
  'annotations.again': 'Bring in others',
  'annotations.notJson': 'This is not JSON. Nothing was changed.',
  'annotations.nothing': 'Choose a file or paste annotations first.',
  'annotations.empty': 'There are no annotations in this.',
  'annotations.marked':
    '{count, plural, =0 {No claim was marked} one {One claim was marked} other {# claims were marked}}',
  'annotations.known':
    '{count, plural, =0 {} one {One stands on words that are a claim already} other {# stand on words that are claims already}}',
  'annotations.open': '{count, plural, one {One was not marked} other {# were not marked}}',
  'annotations.next': 'There is a further page at {address}. Bring it in by itself: nothing is fetched from elsewhere.',
  'annotations.unnamed': 'Annotation {number}',
  'annotations.guess': 'Perhaps:',
  'annotations.why.several-places': 'These words stand in several places.',
  'annotations.why.similar-words': 'Only similar words were found.',
  'annotations.why.position-only': 'It says a position, but quotes no words to be sure by.',
  'annotations.why.not-in-text': 'These words are not in the article.',
  'annotations.why.text-changed': 'Somebody was writing there just now. Bring it in again.',
  'annotations.why.not-an-annotation': 'This is not a Web Annotation.',
  'annotations.why.no-selector': 'It does not say which words it is about.',
  'annotations.why.no-words': 'The words it quotes are empty.',
  'annotations.why.too-long': 'It quotes more words than a claim can have.',
})
