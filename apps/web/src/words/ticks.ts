/** How much of an article was looked at, and why there is nothing to check in a sentence. */
import { sentences } from './sentences.ts'

export const tickWords = sentences({
  'tick.coverage':
    '{sentences, plural, one {# sentence} other {# sentences}}: {claimed} claimed, {ticked} ticked “nothing to check”, {untouched} untouched',
  'tick.reason.no-fact': 'no fact in it',
  'tick.reason.common-knowledge': 'common knowledge',
  'tick.reason.opinion': 'opinion',
  'tick.reason.scene-setting': 'scene-setting',
  'tick.reason.other': 'another reason',
})
