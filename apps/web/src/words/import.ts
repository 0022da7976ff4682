/** The words of the import page, its notes included. */
import { sentences } from './sentences.ts'

export const importWords = sentences({
  'import.page': 'Import',
  'import.heading': 'Bring an article in',
  'import.box': 'The article’s text',
  'import.placeholder': 'Paste the article here.',
  'import.boxHint': 'Headings, bold, links and lists come along. Quotes, dashes and spaces stay exactly as they are.',
  'import.fileHint': 'Or drop a .docx, .html, .md or .txt file anywhere on this page.',
  'import.choose': 'Choose a file',
  'import.dropHere': 'Drop it to bring it in',
  'import.notHeld': 'This file could not be opened here. Choose it once more.',
  'import.refusedFile': '“{name}”: {why}',
  'import.continue': 'Continue',
  'import.reading': 'Reading…',
  'import.empty': 'Paste or write some text first.',

  'import.asPasted': 'Taken with its formatting',
  'import.asText': 'Taken as plain text',
  'import.takeText': 'Take as plain text',
  'import.takePasted': 'Take with its formatting',
  'import.again': 'Bring in something else',
  'import.fromFile': 'From “{name}”',
  'import.tracked': 'Tracked changes',
  'import.tracked.accepted': 'As accepted',
  'import.tracked.original': 'As before them',
  'import.before': 'This file was brought in before:',
  'import.asDraft': 'Bring it in as a new draft',
  'import.words': '{count, plural, one {# word} other {# words}}',
  'import.ready':
    'The text is read. {notes, plural, =0 {Nothing was changed} one {One note} other {# notes}}. Control Enter starts.',

  'import.preview': 'As it will be',
  'import.notes': 'What we changed or could not bring',
  'import.notes.none': 'Nothing. The text came through as it was.',
  'import.note.title-kept-once':
    'The title stood {times, plural, one {once} =2 {twice} other {# times}} in the text. It is kept once.',
  'import.note.date-line': 'The line “{line}” is now the publication date, {date}. It is no longer in the text.',
  'import.note.deck-recognised': 'The paragraph below the title is taken for the standfirst.',
  'import.note.title-missing': 'No title found. The desk will say “{title}” unless you write one.',
  'import.note.left-out.image': '{count, plural, one {One image was} other {# images were}} left out.',
  'import.note.left-out.table':
    '{count, plural, one {One table became} other {# tables became}} plain paragraphs; their words are kept.',
  'import.note.left-out.media':
    '{count, plural, one {One video or sound was} other {# videos or sounds were}} left out.',
  'import.note.left-out.form': '{count, plural, one {One form was} other {# forms were}} left out.',
  'import.note.left-out.script': '{count, plural, one {One script was} other {# scripts were}} left out.',
  'import.note.left-out.footnote': '{count, plural, one {One footnote was} other {# footnotes were}} left out.',
  'import.note.left-out.unknown':
    '{count, plural, one {One thing that Tickmark does not know was} other {# things that Tickmark does not know were}} left out.',
  'import.note.aside.comment': '{count, plural, one {One comment is} other {# comments are}} not in the text.',
  'import.note.aside.footnote':
    '{count, plural, one {One footnote is} other {# footnotes are}} not in the text, nor are the marks that point to them.',
  'import.note.aside.endnote':
    '{count, plural, one {One endnote is} other {# endnotes are}} not in the text, nor are the marks that point to them.',
  'import.note.aside.header': '{count, plural, one {One header is} other {# headers are}} not in the text.',
  'import.note.aside.footer': '{count, plural, one {One footer is} other {# footers are}} not in the text.',
  'import.note.aside.text-box': '{count, plural, one {One text box is} other {# text boxes are}} not in the text.',
  'import.note.aside.formula': '{count, plural, one {One formula is} other {# formulas are}} not in the text.',
  'import.note.aside.hidden':
    '{count, plural, one {One stretch of hidden words is} other {# stretches of hidden words are}} not in the text.',
  'import.note.aside.front-matter': 'The data at the head of the file are not in the text.',
  'import.note.show': 'Show the words',
  'import.note.tracked.accepted':
    'Tracked changes are taken as accepted: {insertions, plural, one {one insertion} other {# insertions}}, {deletions, plural, one {one deletion} other {# deletions}}{moves, plural, =0 {} one {, one move} other {, # moves}}.',
  'import.note.tracked.original':
    'The text is as it was before its tracked changes: {insertions, plural, one {one insertion} other {# insertions}}, {deletions, plural, one {one deletion} other {# deletions}}{moves, plural, =0 {} one {, one move} other {, # moves}}.',
  'import.note.encoding.windows-1252':
    'The file does not say how its characters are written. They were read as Windows-1252; look at the accented letters.',
  'import.note.encoding.utf-16': 'The file’s characters are written as UTF-16.',
  'import.note.formatting-left-out':
    'Formatting left out, words kept: {what} ({count, plural, one {once} =2 {twice} other {# times}}).',
  'import.note.control-characters':
    '{count, plural, one {One invisible control character was} other {# invisible control characters were}} dropped.',
  'import.note.line-ends': '{count, plural, one {One line end was} other {# line ends were}} made alike.',

  'import.details': 'Details',
  'import.title': 'Title',
  'import.titleNeeded': 'The article needs a title.',
  'import.byline': 'Byline',
  'import.desk': 'Desk',
  'import.publicationDate': 'Publication date',
  'import.deadline': 'Deadline',
  'import.deadlineHint': 'Newsroom time, {zone}.',
  'import.deadlineForm': 'Write a day and a time, or clear the field.',
  'import.inHours': 'In {hours} h',
  'import.language': 'Language',
  'import.direction': 'Direction',
  'import.direction.ltr': 'Left to right',
  'import.direction.rtl': 'Right to left',
  'import.begin': 'To begin with',
  'import.suggests': 'Suggest claims',
  'import.suggestsHint': 'Proposals only: nothing is marked until somebody keeps it.',
  'import.start': 'Start checking',
  'import.starting': 'Starting…',
  'import.started': '“{title}” is on the desk.',
  'import.mayNot': 'Bringing in articles takes the role of reporter, checker or editor.',
})
