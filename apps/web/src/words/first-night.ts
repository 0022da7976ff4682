/** The words of somebody's first night. */
import { sentences } from './sentences.ts'

export const firstNightWords = sentences({
  'firstNight.heading': 'First night',
  'firstNight.left': '{count, plural, one {# thing to try} other {# things to try}}',
  'firstNight.close': 'Close “First night” for good',
  'firstNight.done': 'done',
  'firstNight.marked': 'Mark a claim: select its words in an article',
  'firstNight.sourced': 'Add a source to a claim: a link, a file or a note',
  'firstNight.judged': 'Give a verdict on the words as they read',
  'firstNight.reworded': 'See a reworded claim: its words changed after the verdict',
  'firstNight.signed': 'Sign off a colleague’s verdict',
  'firstNight.published': 'Publish an article that is approved',
})
