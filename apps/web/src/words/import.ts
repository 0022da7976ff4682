/** The words of the import page, its notes included. */
export const importWords = {
  'import.page': 'Import',
  'import.heading': 'Bring an article in',
  'import.box': 'The article’s text',
  'import.placeholder': 'Paste the article here.',
  'import.boxHint': 'Headings, bold, links and lists come along. Quotes, dashes and spaces stay exactly as they are.',
  'import.continue': 'Continue',
  'import.reading': 'Reading…',
  'import.empty': 'Paste or write some text first.',

  'import.asPasted': 'Taken with its formatting',
  'import.asText': 'Taken as plain text',
  'import.takeText': 'Take as plain text',
  'import.takePasted': 'Take with its formatting',
  'import.again': 'Paste something else',
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
  'import.note.formatting-left-out':
    'Formatting left out, words kept: {what} ({count, plural, one {once} =2 {twice} other {# times}}).',
  'import.note.control-characters':
    '{count, plural, one {One invisible control character was} other {# invisible control characters were}} dropped.',
  'import.note.line-ends': '{count, plural, one {One line end was} other {# line ends were}} made alike.',

  'import.details': 'Details',
  'import.title': 'Title',
  'import.titleNeeded': 'The article needs a title.',
  'import.publicationDate': 'Publication date',
  'import.deadline': 'Deadline',
  'import.deadlineHint': 'Newsroom time, {zone}.',
  'import.deadlineForm': 'Write a day and a time, or clear the field.',
  'import.inHours': 'In {hours} h',
  'import.language': 'Language',
  'import.direction': 'Direction',
  'import.direction.ltr': 'Left to right',
  'import.direction.rtl': 'Right to left',
  'import.start': 'Start checking',
  'import.starting': 'Starting…',
  'import.started': '“{title}” is on the desk.',
  'import.mayNot': 'Bringing in articles takes the role of reporter, checker or editor.',
} as const
