/** The words of a new draft's page: bringing it in, what became of each claim, and the questions it asks. */
import { sentences } from './sentences.ts'

export const draftWords = sentences({
  'draft.page': 'New draft',
  'draft.title': 'New draft: {title}',
  'draft.heading': 'A new draft of',
  'draft.toArticle': 'Open the article',
  'draft.toVersions': 'Versions',
  'draft.mayNot': 'Bringing in a new draft takes the role of reporter, checker or editor.',
  'draft.ready':
    'The draft is read. {notes, plural, =0 {Nothing was changed} one {One note} other {# notes}}. Control Enter compares it with the article.',
  'draft.safe': 'Nothing of the article changes until you bring it in.',

  'draft.waiting': 'Waiting to be brought in',
  'draft.waitingOne': '{name} compared a draft',
  'draft.waitingFile': '{name} compared “{file}”',
  'draft.goOn': 'Go on with it',
  'draft.goOnOf': 'Go on with the draft of {name}, {when}',

  'draft.notes': 'What we changed or could not bring',
  'draft.note.date-line':
    'The line “{line}” was taken for the publication date and is not in the text. The article’s own date stays as it is.',
  'draft.note.title-missing': 'No title found. The article’s own title is kept unless you write another.',
  'draft.newTitle': 'Title',
  'draft.compare': 'Compare with the article',
  'draft.comparing': 'Comparing…',

  'draft.what': 'What becomes of the claims',
  'draft.none': 'No claim stands in the text. The new draft simply becomes the text.',
  'draft.count.carried': '{count} carried',
  'draft.count.reworded': '{count} reworded',
  'draft.count.moved': '{count} moved',
  'draft.count.unsure': '{count} unsure',
  'draft.count.gone': '{count} gone',
  'draft.by': 'Compared by {name}',
  'draft.from': 'from “{name}”',

  'draft.unsure': 'Is this still the claim?',
  'draft.unsureHint':
    'y: this is it · n: it is gone · j and k, or the arrows: next and previous. What you leave is listed as detached.',
  'draft.answered': '{answered} of {all} answered',
  'draft.then': 'Before',
  'draft.now': 'In the new draft',
  'draft.noPlace': 'No place in the new draft looks like it.',
  'draft.isIt': 'This is it',
  'draft.isGone': 'It is gone',
  'draft.isItOf': 'This is {number}',
  'draft.isGoneOf': '{number} is gone',
  'draft.left': 'Left for later: the claim is listed as detached.',
  'draft.willStand': 'It is put on the new words.',
  'draft.willGo': 'It is listed as detached, with its last words.',
  'draft.takeBack': 'Take the answer back',
  'draft.takeBackOf': 'Take the answer on {number} back',
  'draft.said.there': '{number}: this is it.',
  'draft.said.gone': '{number}: it is gone.',
  'draft.said.open': '{number}: left for later.',

  'draft.reworded': 'Reworded',
  'draft.rewordedHint': 'In their place, with other words.',
  'draft.moved': 'Moved',
  'draft.movedHint': 'The same words, or nearly, in another place.',
  'draft.gone': 'Gone',
  'draft.goneHint': 'Not in the new draft; listed as detached with their last words.',
  'draft.carried': '{count, plural, one {One claim} other {# claims}} carried, word for word',
  'draft.verdictAgain': 'The verdict will have to be given again.',
  'draft.signOffAgain': 'The verdict and its sign-off will have to be given again.',
  'draft.movedFrom': 'It stood here',
  'draft.movedTo': 'It stands here',

  'draft.changes':
    '{count, plural, =0 {No paragraph reads} one {One paragraph reads} other {# paragraphs read}} otherwise',
  'draft.formOnly': 'The words are the same; only their form or their links change.',

  'draft.import': 'Bring in as the next version',
  'draft.importing': 'Bringing it in…',
  'draft.imported':
    'The new draft is in, as v{number}{detached, plural, =0 {} one {. One claim is detached} other {. # claims are detached}}.',
  'draft.leaves':
    '{count, plural, one {One question is not answered: its claim is listed as detached.} other {# questions are not answered: their claims are listed as detached.}}',
  'draft.putAway': 'Put away',
  'draft.putAway.said': 'The draft is put away. The article is as it was.',
  'draft.over': 'This draft was brought in or put away already.',
  'draft.another': 'Bring in another',
  'draft.fresh': 'The draft was compared anew. Look again before you bring it in.',
})
