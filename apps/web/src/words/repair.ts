/** The words of repairing claims: put on other words, merged, split; and of what their dates mean. */
import { sentences } from './sentences.ts'

export const repairWords = sentences({
  'repair.lost': 'Where its words stood',
  'repair.guess': 'Where they may stand now',
  'repair.noGuess': 'Nothing like them stands in the text now.',
  'repair.putThere': 'Put it there',
  'repair.orSelect': 'Or select its words in the text, then put {number} here.',
  'repair.putHere': 'Put {number} here',
  'repair.bar': 'Selected words for {number}',
  'repair.nothing': 'Select words in the text first.',
  'repair.put': '{number} stands on “{words}” now.',

  'repair.merge': 'Merge into…',
  'repair.mergeTitle': 'Merge {number} into another claim',
  'repair.mergeHint':
    'Its evidence, talk and queries go on with the other claim. {number} is withdrawn; its verdict stays in the history.',
  'repair.mergeList': 'Claims, the nearest first',
  'repair.mergeNone': 'There is no other claim in the text.',
  'repair.mergeDo': 'Merge',
  'repair.mergeChoose': 'Choose a claim first.',
  'repair.merged': '{number} is merged into {into}.',
  'repair.mergedInto': 'Merged into {into}.',
  'repair.goTo': 'Go to {into}',

  'repair.split': 'Split…',
  'repair.splitTitle': 'Split {number} in two',
  'repair.splitHint':
    'The second part becomes a claim of its own, with the same evidence. A verdict on the whole stops counting.',
  'repair.splitPlaces': 'Where does the second part begin?',
  'repair.splitFirst': '{number} keeps',
  'repair.splitSecond': 'New claim',
  'repair.splitDo': 'Split',
  'repair.splitChoose': 'Choose where the second part begins.',
  'repair.splitDone': '{number} is split; the second part is a claim of its own.',

  'dates.heading': 'By the publication date',
  'dates.is': '“{phrase}” = {date}',
  'dates.of': 'Published {date}.',
  'dates.none': '“{phrase}” counts from the publication date, and this article has none.',
  'dates.weekday': 'A weekday is read as the last one before publication, unless the claim speaks of the future.',
})
