/** The words of the margin: cards beside the text, the gutter, and the shelf of claims that lost their words. */
import { sentences } from './sentences.ts'

export const marginWords = sentences({
  'margin.cards': 'Cards beside the text',
  'margin.card': '{number}, {kind}, {state}',
  'margin.folded': '{count} above',
  'margin.foldedGo': '{count, plural, one {# card} other {# cards}} above. Go to {number}.',
  'margin.asked': '{name}, since {at}',
  'margin.answered': '{name} answered, {at}',
  'margin.moreQueries': '+{count}',
  'margin.reopened': 'Its ground was taken back',
  'margin.check': 'Check',

  'shelf.heading': 'Detached ({count})',
  'shelf.hint': 'These claims have lost their words. Put them on the words they are about now, or withdraw them.',
  'shelf.stood': 'It stood here',
  'shelf.guess': 'It may stand here now',
  'shelf.putThere': 'Put {number} there',
  'shelf.other': 'Other words…',
  'shelf.show': 'Show {number}',
})
