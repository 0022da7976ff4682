/**
 * The case table: what a claim does when its text is edited. Each line says what stood there, what Noor does (and Karim at the same
 * time), what both of them and the server must show then, and where each claim stands by its words on record. Rules EC01…
 * Notation: `notation.ts`. Every article ends with a block that nobody in the table touches.
 */
import { type Act, after, before, drag, insert, paste, press, select, type } from './hands.ts'

export type Places = Readonly<Record<string, 'placed' | 'reworded' | 'detached'>>

export interface EditingCase {
  readonly name: string
  readonly before: string
  readonly noor: readonly Act[]
  /** At the same moment, neither having seen the other. */
  readonly karim?: readonly Act[]
  /** After both have seen everything. */
  readonly afterwards?: readonly Act[]
  readonly shows: string
  readonly places: Places
}

const gdp = 'He said {a}GDP fell{/a} today.|More words here.'
const two = 'One {a}claim here{/a}.|Next {b}other words{/b} end.'
const overlap = 'He {a}said {b}GDP{/a} fell{/b} today.'
const nested = 'Of {a}41 people {b}12 women{/b} died{/a} there.'
const foreign = '01890000-0000-7000-8000-00000000dead'

const one = (
  name: string,
  start: string,
  noor: readonly Act[],
  shows: string,
  places: Places | Places[string],
): EditingCase => ({ name, before: start, noor, shows, places: typeof places === 'string' ? { a: places } : places })

/** One person edits; the other looks on. */
export const aloneCases: readonly EditingCase[] = [
  // Typing
  one(
    'typing inside',
    gdp,
    [after('GDP'), type(' really')],
    'He said {a}GDP really fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'typing at the front edge',
    gdp,
    [before('GDP'), type('the ')],
    'He said the {a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'typing at the back edge',
    gdp,
    [after('fell'), type(' fast')],
    'He said {a}GDP fell{/a} fast today.|More words here.',
    'placed',
  ),
  one(
    'typing before it',
    gdp,
    [after('He'), type(' never')],
    'He never said {a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'typing after it',
    gdp,
    [after('today'), type(' again')],
    'He said {a}GDP fell{/a} today again.|More words here.',
    'placed',
  ),
  one(
    'an input method writing inside',
    gdp,
    [after('GDP'), insert(' کم')],
    'He said {a}GDP کم fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'typing inside Arabic words',
    'قال إن {a}السد قديم{/a} اليوم.',
    [after('السد'), type(' هنا')],
    'قال إن {a}السد هنا قديم{/a} اليوم.',
    'reworded',
  ),
  one(
    'taking back a character beyond the first plane',
    'The {a}file 📁 says{/a} so.',
    [after('📁'), press('Backspace')],
    'The {a}file  says{/a} so.',
    'reworded',
  ),
  // Paragraphs
  one(
    'Enter before it',
    gdp,
    [after('He'), press('Enter')],
    'He| said {a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'Enter at the front edge',
    gdp,
    [before('GDP'), press('Enter')],
    'He said |{a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'Enter inside',
    gdp,
    [after('GDP'), press('Enter')],
    'He said {a}GDP{/a}|{a} fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'Enter at the back edge',
    gdp,
    [after('fell'), press('Enter')],
    'He said {a}GDP fell{/a}| today.|More words here.',
    'placed',
  ),
  one('Enter inside, and joined again', gdp, [after('GDP'), press('Enter', 'Backspace')], gdp, 'placed'),
  one('Enter inside, and undone', gdp, [after('GDP'), press('Enter', 'Control+Z')], gdp, 'placed'),
  one(
    'joining its block to the one before',
    `First words.|${gdp}`,
    [before('He said'), press('Backspace')],
    'First words.He said {a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'joining the next block to its own',
    gdp,
    [after('today.'), press('Delete')],
    'He said {a}GDP fell{/a} today.More words here.',
    'placed',
  ),
  one(
    'deleting across two claims and a block’s end',
    two,
    [select('here', 'other'), press('Delete')],
    'One {a}claim {/a}{b} words{/b} end.',
    { a: 'reworded', b: 'reworded' },
  ),
  one(
    'a hard break inside',
    gdp,
    [after('GDP'), press('Shift+Enter')],
    'He said {a}GDP{/a}↵{a} fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'a hard break at the back edge',
    gdp,
    [after('fell'), press('Shift+Enter')],
    'He said {a}GDP fell{/a}↵ today.|More words here.',
    'placed',
  ),
  one(
    'a hard break inside taken away',
    'He said {a}GDP{/a}↵{a}fell{/a} today.',
    [before('fell'), press('Backspace')],
    'He said {a}GDPfell{/a} today.',
    'reworded',
  ),
  // Deleting and undo
  one(
    'deleting a character inside',
    gdp,
    [after('GDP f'), press('Backspace')],
    'He said {a}GDP ell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'deleting its first character',
    gdp,
    [before('GDP'), press('Delete')],
    'He said {a}DP fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'deleting its last word',
    gdp,
    [after('fell'), press('Control+Backspace')],
    'He said {a}GDP {/a} today.|More words here.',
    'reworded',
  ),
  one('deleting all of it', gdp, [select('GDP fell'), press('Delete')], 'He said  today.|More words here.', 'detached'),
  one('deleting all of it, and undone', gdp, [select('GDP fell'), press('Delete', 'Control+Z')], gdp, 'placed'),
  one(
    'deleting, undone and done again',
    gdp,
    [select('GDP fell'), press('Delete', 'Control+Z', 'Control+Y')],
    'He said  today.|More words here.',
    'detached',
  ),
  one(
    'deleting its whole block',
    `First.|${gdp}`,
    [select('He said', 'today.'), press('Delete', 'Backspace')],
    'First.|More words here.',
    'detached',
  ),
  one('typing inside, and undone', gdp, [after('GDP'), insert('xyz'), press('Control+Z')], gdp, 'placed'),
  // Cut, copy, paste, drag
  one('cutting it', gdp, [select('GDP fell'), press('Control+X')], 'He said  today.|More words here.', 'detached'),
  one(
    'cutting and pasting it elsewhere',
    gdp,
    [select('GDP fell'), press('Control+X'), before('words'), press('Control+V')],
    'He said  today.|More {a}GDP fell{/a}words here.',
    'placed',
  ),
  one(
    'cutting and pasting it twice',
    gdp,
    [select('GDP fell'), press('Control+X'), before('words'), press('Control+V'), after('here.'), press('Control+V')],
    'He said  today.|More {a}GDP fell{/a}words here.GDP fell',
    'placed',
  ),
  one(
    'cutting a part of it and pasting that elsewhere',
    gdp,
    [select('fell'), press('Control+X'), before('words'), press('Control+V')],
    'He said {a}GDP {/a} today.|More fellwords here.',
    'reworded',
  ),
  one(
    'cutting it, pasted, and both undone',
    gdp,
    [select('GDP fell'), press('Control+X'), before('words'), press('Control+V', 'Control+Z', 'Control+Z')],
    gdp,
    'placed',
  ),
  one(
    'copying it elsewhere',
    gdp,
    [select('GDP fell'), press('Control+C'), before('words'), press('Control+V')],
    'He said {a}GDP fell{/a} today.|More GDP fellwords here.',
    'placed',
  ),
  one(
    'copying it right behind itself',
    gdp,
    [select('GDP fell'), press('Control+C'), after('fell'), press('Control+V')],
    'He said {a}GDP fell{/a}GDP fell today.|More words here.',
    'placed',
  ),
  one(
    'copying its sentence',
    gdp,
    [select('He said', 'today.'), press('Control+C'), after('here.'), press('Control+V')],
    'He said {a}GDP fell{/a} today.|More words here.He said GDP fell today.',
    'placed',
  ),
  one(
    'copying one claim into another',
    two,
    [select('claim here'), press('Control+C'), after('other'), press('Control+V')],
    'One {a}claim here{/a}.|Next {b}otherclaim here words{/b} end.',
    { a: 'placed', b: 'reworded' },
  ),
  one(
    'pasting plain words inside',
    gdp,
    [select('More'), press('Control+C'), after('GDP '), press('Control+V')],
    'He said {a}GDP Morefell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'pasting over it',
    gdp,
    [select('More'), press('Control+C'), select('GDP fell'), press('Control+V')],
    'He said {a}More{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'pasting a claim of another article',
    gdp,
    [before('words'), paste(`<p>x <mark data-claim="${foreign}" data-kind="other">y</mark> z</p>`)],
    'He said {a}GDP fell{/a} today.|More x y zwords here.',
    'placed',
  ),
  one(
    'pasting its own id once more',
    gdp,
    [before('words'), paste('<mark data-claim="{a}" data-kind="other">GDP fell</mark>')],
    'He said {a}GDP fell{/a} today.|More GDP fellwords here.',
    'placed',
  ),
  one(
    'dragging it elsewhere',
    gdp,
    [drag('GDP fell', 'words')],
    'He said  today.|More {a}GDP fell{/a}words here.',
    'placed',
  ),
  // Formats and kinds of block
  one('bold type on a part of it', gdp, [select('GDP'), press('Control+B')], gdp, 'placed'),
  one('code over all of it', gdp, [select('GDP fell'), press('Control+E')], gdp, 'placed'),
  one(
    'code over its sentence, and taken away',
    gdp,
    [select('He said', 'today.'), press('Control+E', 'Control+E')],
    gdp,
    'placed',
  ),
  one(
    'typing inside where it is code',
    gdp,
    [select('GDP fell'), press('Control+E'), after('GDP'), type(' x')],
    'He said {a}GDP x fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'its block made an entry of a list',
    gdp,
    [after('GDP'), press('Control+Shift+8')],
    '- He said {a}GDP fell{/a} today.|More words here.',
    'placed',
  ),
  one(
    'its block made an entry, and a paragraph again',
    gdp,
    [after('GDP'), press('Control+Shift+8', 'Control+Shift+8')],
    gdp,
    'placed',
  ),
  one(
    'typing inside where its block is a quotation',
    '> He said {a}GDP fell{/a} today.',
    [after('GDP'), type(' really')],
    '> He said {a}GDP really fell{/a} today.',
    'reworded',
  ),
  one(
    'Enter inside an entry',
    '- One {a}claim here{/a}.|- Two.',
    [after('claim'), press('Enter')],
    '- One {a}claim{/a}|- {a} here{/a}.|- Two.',
    'reworded',
  ),
  one(
    'an entry moved a level in',
    '- One.|- Two {a}claim here{/a}.',
    [after('claim'), press('Tab')],
    '- One.|- Two {a}claim here{/a}.',
    'placed',
  ),
  one(
    'its block joined to a heading',
    '# Heading|He said {a}GDP fell{/a}.',
    [before('He said'), press('Backspace')],
    '# HeadingHe said {a}GDP fell{/a}.',
    'placed',
  ),
  one(
    'Enter inside a heading’s claim',
    '# The {a}ferry sank{/a} at noon',
    [after('ferry'), press('Enter')],
    '# The {a}ferry{/a}|# {a} sank{/a} at noon',
    'reworded',
  ),
  // Replacing
  one(
    'replacing its first word',
    gdp,
    [select('GDP'), type('Output')],
    'He said {a}Output fell{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'replacing its last word',
    gdp,
    [select('fell'), type('rose')],
    'He said {a}GDP rose{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'replacing all of its words',
    gdp,
    [select('GDP fell'), type('prices rose')],
    'He said {a}prices rose{/a} today.|More words here.',
    'reworded',
  ),
  one(
    'replacing a figure and putting it back',
    'About {a}41 people{/a} died.',
    [select('41'), type('43'), press('Backspace', 'Backspace'), type('41')],
    'About {a}41 people{/a} died.',
    'placed',
  ),
  one(
    'replacing it with more than itself',
    gdp,
    [select('said GDP fell'), type('spoke')],
    'He spoke today.|More words here.',
    'detached',
  ),
  one(
    'replacing its end and words after it',
    gdp,
    [select('fell today'), type('rose')],
    'He said {a}GDP {/a}rose.|More words here.',
    'reworded',
  ),
  // Several claims
  one('typing where two overlap', overlap, [after('GD'), type('x')], 'He {a}said {b}GDxP{/a} fell{/b} today.', {
    a: 'reworded',
    b: 'reworded',
  }),
  one(
    'typing in one of two that overlap',
    overlap,
    [after('sai'), type('x')],
    'He {a}saixd {b}GDP{/a} fell{/b} today.',
    { a: 'reworded', b: 'placed' },
  ),
  one('deleting where two overlap', overlap, [select('GDP'), press('Delete')], 'He {a}said {/a}{b} fell{/b} today.', {
    a: 'reworded',
    b: 'reworded',
  }),
  one(
    'typing inside a claim inside a claim',
    nested,
    [after('12'), type('3')],
    'Of {a}41 people {b}123 women{/b} died{/a} there.',
    { a: 'reworded', b: 'reworded' },
  ),
  one('deleting the inner one', nested, [select('12 women'), press('Delete')], 'Of {a}41 people  died{/a} there.', {
    a: 'reworded',
    b: 'detached',
  }),
  one('deleting the outer one', nested, [select('41 people', 'died'), press('Delete')], 'Of  there.', {
    a: 'detached',
    b: 'detached',
  }),
  one(
    'Enter inside the inner one',
    nested,
    [after('12'), press('Enter')],
    'Of {a}41 people {b}12{/b}{/a}|{a}{b} women{/b} died{/a} there.',
    { a: 'reworded', b: 'reworded' },
  ),
  one(
    'typing between two that touch',
    'He said {a}GDP{/a}{b} fell{/b} today.',
    [after('GDP'), type('x')],
    'He said {a}GDP{/a}x{b} fell{/b} today.',
    { a: 'placed', b: 'placed' },
  ),
]

/** Both edit at the same moment, neither having seen what the other does. */
export const bothCases: readonly EditingCase[] = [
  {
    name: 'both type inside, at different places',
    before: gdp,
    noor: [after('GD'), type('x')],
    karim: [after('fel'), type('y')],
    shows: 'He said {a}GDxP felyl{/a} today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one types inside, the other before it',
    before: gdp,
    noor: [after('GDP'), type(' really')],
    karim: [after('He'), type(' never')],
    shows: 'He never said {a}GDP really fell{/a} today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one types inside, the other at its back edge',
    before: gdp,
    noor: [after('GDP'), type(' really')],
    karim: [after('fell'), type(' fast')],
    shows: 'He said {a}GDP really fell{/a} fast today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one deletes it, the other types inside',
    before: gdp,
    noor: [select('GDP fell'), press('Delete')],
    karim: [after('GDP'), type(' really')],
    // What was typed stays, outside of any claim: its mark went with the words deleted.
    shows: 'He said really  today.|More words here.',
    places: { a: 'detached' },
  },
  {
    name: 'one deletes it, the other types before it',
    before: gdp,
    noor: [select('GDP fell'), press('Delete')],
    karim: [after('He'), type(' never')],
    shows: 'He never said  today.|More words here.',
    places: { a: 'detached' },
  },
  {
    name: 'both delete it, and the first takes that back',
    before: gdp,
    noor: [select('GDP fell'), press('Delete')],
    karim: [select('GDP fell'), press('Delete')],
    afterwards: [press('Control+Z')],
    shows: gdp,
    places: { a: 'placed' },
  },
  {
    name: 'one deletes it, and takes that back after the other typed around it',
    before: gdp,
    noor: [select('GDP fell'), press('Delete')],
    karim: [after('today'), type(' again')],
    afterwards: [press('Control+Z')],
    shows: 'He said {a}GDP fell{/a} today again.|More words here.',
    places: { a: 'placed' },
  },
  {
    name: 'one replaces its first word, the other its last',
    before: gdp,
    noor: [select('GDP'), type('Output')],
    karim: [select('fell'), type('rose')],
    shows: 'He said {a}Output rose{/a} today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one splits inside, the other types in the first half',
    before: gdp,
    noor: [after('GDP'), press('Enter')],
    karim: [after('GD'), type('x')],
    shows: 'He said {a}GDxP{/a}|{a} fell{/a} today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one splits before it, the other types before that',
    before: gdp,
    noor: [after('said'), press('Enter')],
    karim: [after('He'), type(' never')],
    shows: 'He never said| {a}GDP fell{/a} today.|More words here.',
    places: { a: 'placed' },
  },
  {
    name: 'one makes it bold, the other types inside',
    before: gdp,
    noor: [select('GDP fell'), press('Control+B')],
    karim: [after('GDP'), type(' really')],
    shows: 'He said {a}GDP really fell{/a} today.|More words here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one deletes it, the other makes it bold',
    before: gdp,
    noor: [select('GDP fell'), press('Delete')],
    karim: [select('GDP fell'), press('Control+B')],
    shows: 'He said  today.|More words here.',
    places: { a: 'detached' },
  },
  {
    name: 'one copies it, the other types inside',
    before: gdp,
    noor: [select('GDP fell'), press('Control+C'), before('words'), press('Control+V')],
    karim: [after('GDP'), type(' really')],
    shows: 'He said {a}GDP really fell{/a} today.|More GDP fellwords here.',
    places: { a: 'reworded' },
  },
  {
    name: 'one cuts it to elsewhere, the other types before it',
    before: gdp,
    noor: [select('GDP fell'), press('Control+X'), before('words'), press('Control+V')],
    karim: [after('He'), type(' never')],
    shows: 'He never said  today.|More {a}GDP fell{/a}words here.',
    places: { a: 'placed' },
  },
  {
    name: 'both type where two claims overlap',
    before: overlap,
    noor: [after('GD'), type('x')],
    karim: [after('G'), type('y')],
    shows: 'He {a}said {b}GyDxP{/a} fell{/b} today.',
    places: { a: 'reworded', b: 'reworded' },
  },
  {
    name: 'one deletes the inner claim, the other types in the outer one',
    before: nested,
    noor: [select('12 women'), press('Delete')],
    karim: [after('41'), type('0')],
    shows: 'Of {a}410 people  died{/a} there.',
    places: { a: 'reworded', b: 'detached' },
  },
]
