/** The words of wording fixes: what a verdict proposes, and putting it in the text. */
import { sentences } from './sentences.ts'

export const fixWords = sentences({
  'fix.label': 'How it should read',
  'fix.hint': 'Change the words here, or say why below.',
  'fix.proposed': 'Should read',
  'fix.stands': 'Reads as proposed',
  'fix.typed': 'The words in the text are those the verdict proposed.',
  'fix.apply': 'Put it in the text',
  'fix.acknowledge': 'Count the verdict for them',
  'fix.applied': '{number} reads as proposed now.',
  'fix.door': 'Wording fixes',
  'fix.title': 'Wording fixes',
  'fix.intro':
    'Words that verdicts propose. Putting them in the text changes only the words that differ; other claims over them become reworded, and a sign-off has to be given again.',
  'fix.by': '{name} proposes',
  'fix.all': '{count, plural, one {Put it in} other {Put all # in}}',
  'fix.goTo': 'Go to {number}',
  'fix.applyOne': 'Put it in the text: {number}',
  'fix.acknowledgeOne': 'Count the verdict for them: {number}',
  'fix.allApplied': '{count, plural, one {# wording fix is in the text.} other {# wording fixes are in the text.}}',
  'fix.left': '{number} was left: {why}',
  'fix.stale': 'The words changed since they were judged. Judge them again first.',
  'fix.none': 'No wording fixes are left.',
})
