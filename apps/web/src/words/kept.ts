/** What is said of kept decisions on pages where their article is not. */
import { sentences } from './sentences.ts'

export const keptWords = sentences({
  'kept.refused':
    '{title}: {count, plural, one {a decision of yours was not taken.} other {# decisions of yours were not taken.}} {why}',
  'kept.refusedGone':
    '{count, plural, one {A decision of yours was} other {# decisions of yours were}} not taken: the article is not open to you any more.',
  'kept.anArticle': 'An article',
  'kept.goThere': 'Go there',
})
