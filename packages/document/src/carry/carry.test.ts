import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Anchor, type Carried, placeIn, reworded } from './carried.ts'
import { carry } from './carry.ts'

/** Carries the words between brackets and says what became of them: “carried: words”, “moved: words”, “gone”. */
function carried(before: string, after: string): string {
  const [start, end] = [before.indexOf('['), before.indexOf(']') - 1]
  const [answer] = carry(before.replaceAll(/[[\]]/g, ''), after, [{ id: 'C1', start, end }])
  return answer === undefined ? 'nothing' : said(answer, after)
}

function said(answer: Carried, after: string): string {
  const place = placeIn(answer)
  if (place === null) return answer.kind
  return `${answer.kind}${place.changed ? ', changed' : ''}: ${after.slice(place.start, place.end)}`
}

/** Sentences of a few words that recur, so that much is the same and little can be found by its words alone. */
const vocabulary = 'ferry sank the harbour on Monday 12 1,400 people Karachi minister said of'.split(' ')
const anySentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 9 })
  .map((words) => `${words.join(' ')}.`)
const anyParagraph = fc.array(anySentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join(' '))
const anyArticle = fc.array(anyParagraph, { minLength: 1, maxLength: 8 })
const articleText = (paragraphs: readonly string[]) => paragraphs.join('\n\n')

/** Places anywhere in a text, overlapping or not, inside words or across paragraphs. */
const anchorsIn = (text: string): fc.Arbitrary<Anchor[]> =>
  fc
    .array(fc.tuple(fc.nat(Math.max(0, text.length - 1)), fc.integer({ min: 1, max: 60 })), { maxLength: 12 })
    .map((places) =>
      places.map(([start, length], at): Anchor => ({
        id: `C${at}`,
        start,
        end: Math.min(text.length, start + length),
      })),
    )

/** Every word of an article as an anchor, with the paragraph it is in. */
const wordsOf = (paragraphs: readonly string[]) =>
  paragraphs.flatMap((paragraph, at) => {
    const before = articleText([...paragraphs.slice(0, at), '']).length
    return [...paragraph.matchAll(/[\w,]+/g)].map((found) => ({
      at,
      id: `${at}:${found.index}`,
      start: before + found.index,
      end: before + found.index + found[0].length,
    }))
  })

const anyText = fc.oneof(
  anyArticle.map(articleText),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    '我们分析了 1,338 个公开共享的基因组。病毒在非洲传播。',
    '𝔸𝔹 fell 👩‍👩‍👧 today.',
    'کم از کم 9 افراد زخمی ہوئے۔',
  ),
)

/** Two drafts that have everything, much or nothing in common, and anchors that may even lie outside the first. */
const anyDrafts = fc.tuple(anyText, anyText, anyText).chain(([one, other, third]) =>
  fc.record({
    before: fc.constant(`${one}\n${other}`),
    after: fc.constantFrom(`${one}\n${other}`, `${other}\n${one}`, `${one}${third}`, `${third} ${other}`, third, ''),
    anchors: fc.oneof<fc.Arbitrary<Anchor[]>[]>(
      anchorsIn(`${one}\n${other}`),
      fc.array(fc.record({ id: fc.string(), start: fc.nat(300), end: fc.nat(300) }), { maxLength: 4 }),
    ),
  }),
)

test('CA1 in the same text every claim stands where it stood, unchanged', () => {
  fc.assert(
    fc.property(
      anyArticle.map(articleText).chain((text) => fc.tuple(fc.constant(text), anchorsIn(text))),
      ([text, anchors]) => {
        const worded = anchors.filter(({ start, end }) => text.slice(start, end).trim() !== '')
        expect(carry(text, text, worded)).toEqual(
          worded.map((anchor) => ({ ...anchor, kind: 'carried', changed: false })),
        )
      },
    ),
  )
})

test('CA2 a paragraph put in anywhere moves what follows it and nothing else', () => {
  const news = 'Divers found two lifeboats near Clifton yesterday evening, three miles out.'
  fc.assert(
    fc.property(anyArticle, fc.nat(8), (paragraphs, position) => {
      const at = Math.min(position, paragraphs.length)
      const after = articleText(paragraphs.toSpliced(at, 0, news))
      const words = wordsOf(paragraphs)
      expect(carry(articleText(paragraphs), after, words)).toEqual(
        words.map((word) => {
          const shift = word.at < at ? 0 : news.length + 2
          return { id: word.id, kind: 'carried', start: word.start + shift, end: word.end + shift, changed: false }
        }),
      )
    }),
  )
})

test('CA3 every claim gets one answer, and every place lies inside the new draft and splits no character', () => {
  fc.assert(
    fc.property(anyDrafts, ({ before, after, anchors }) => {
      const answers = carry(before, after, anchors)
      expect(answers.map(({ id }) => id)).toEqual(anchors.map(({ id }) => id))
      for (const place of answers.map(placeIn)) {
        if (place === null) continue
        expect(place.start).toBeGreaterThanOrEqual(0)
        expect(place.end).toBeLessThanOrEqual(after.length)
        expect(place.end).toBeGreaterThan(place.start)
        expect([splitsPair(after, place.start), splitsPair(after, place.end)]).toEqual([false, false])
      }
    }),
    { numRuns: 400 },
  )
})

const splitsPair = (text: string, at: number) =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')

test('CA4 a claim is called unchanged only when its words are equal, white space apart', () => {
  fc.assert(
    fc.property(anyDrafts, ({ before, after, anchors }) => {
      for (const [at, answer] of carry(before, after, anchors).entries()) {
        const [anchor, place] = [anchors[at], placeIn(answer)]
        if (anchor === undefined || place === null) continue
        const [old, now] = [before.slice(anchor.start, anchor.end), after.slice(place.start, place.end)]
        expect(place.changed).toBe(reworded(old, now))
      }
    }),
    { numRuns: 400 },
  )
  expect(carried('He said “[GDP fell]”.', 'He said “gdp fell”.')).toBe('carried, changed: gdp fell')
})

test('CA5 claims that had no character in common have none afterwards', () => {
  fc.assert(
    fc.property(anyDrafts, ({ before, after, anchors }) => {
      const placed = carry(before, after, anchors).map(placeIn)
      for (const [one, place] of placed.entries()) {
        for (const [other, second] of placed.entries()) {
          const [a, b] = [anchors[one], anchors[other]]
          if (one >= other || place === null || second === null || a === undefined || b === undefined) continue
          if (a.end > b.start && b.end > a.start) continue
          expect(place.end <= second.start || second.end <= place.start).toBe(true)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test.each([
  ['a figure', 'We analysed [1,495] public genomes.', 'We analysed 2,544 public genomes.', '2,544'],
  ['a figure beside other changes', 'Isolates came from [48] countries.', 'Samples came from 53 states.', '53'],
  ['a figure by a range', 'It has around [200] sugar units in all.', 'It has 500-3000 sugar units in all.', '500-3000'],
  [
    'a figure by words',
    'Barry Bonds ([668]) and Mays (660).',
    'Barry Bonds (703 so far) and Mays (660).',
    '703 so far',
  ],
  ['two figures that change places', 'Left: [5], right: 6.', 'Left: 6, right: 5.', '6'],
  [
    'a date',
    'The strike began on [3 May 2024] in Karachi.',
    'The strike began on 4 June 2024 in Karachi.',
    '4 June 2024',
  ],
  [
    'a name',
    'Treasury — [Andrea Bouchard]\n\nLabor — Teri Greene',
    'Treasury — Beth Couturier\n\nLabor — Teri Greene',
    'Beth Couturier',
  ],
  [
    'a figure in Chinese',
    '我们分析了 [1,338] 个公开共享的基因组。',
    '我们分析了 4,442 个公开共享的病毒基因组。',
    '4,442',
  ],
])('CA6 %s replaced in its place is the claim with other words', (_case, before, after, now) => {
  expect(carried(before, after)).toBe(`carried, changed: ${now}`)
})

test.each([
  [
    'words',
    'The ferry [sank in minutes] off Karachi.',
    'The ferry sank within minutes off Karachi.',
    'sank within minutes',
  ],
  [
    'a whole sentence',
    '[The ferry sank.] Nobody knows why.',
    'It is not true that the ferry sank. Nobody knows why.',
    'It is not true that the ferry sank.',
  ],
  [
    'a sentence cut in two',
    '[The ferry sank off Karachi and twelve people died.]',
    'The ferry sank off Karachi. Twelve people died.',
    'The ferry sank off Karachi. Twelve people died.',
  ],
])('CA7 %s reworded is the claim, changed, and what was written into it belongs to it', (_case, before, after, now) => {
  expect(carried(before, after)).toBe(`carried, changed: ${now}`)
})

test('CA8 repeated words are told apart by what surrounds them', () => {
  const before = 'In Karachi 12 people died. In Lahore [12] people died. In Quetta 12 people died.'
  const after =
    'In Multan 12 people died. In Karachi 12 people died. In Lahore 12 people died. In Quetta 12 people died.'
  const [answer] = carry(before.replaceAll(/[[\]]/g, ''), after, [
    { id: 'C1', start: before.indexOf('['), end: before.indexOf(']') - 1 },
  ])
  expect(answer).toEqual({
    id: 'C1',
    kind: 'carried',
    start: after.indexOf('Lahore') + 7,
    end: after.indexOf('Lahore') + 9,
    changed: false,
  })
})

const ferry = 'The ferry left Karachi at nine with more people than it had seats for.'
const divers = 'Divers from the navy searched the harbour until the early morning.'
const owner = 'Its owner told reporters that every lifeboat had been tested in March.'

test.each([
  ['to the end', `[${ferry}]\n\n${divers}\n\n${owner}`, `${divers}\n\n${owner}\n\n${ferry}`, `moved: ${ferry}`],
  [
    'with words of it marked',
    `${ferry.replace('nine', '[nine]')}\n\n${divers}\n\n${owner}`,
    `${divers}\n\n${owner}\n\n${ferry}`,
    'moved: nine',
  ],
  [
    'and reworded on the way',
    `[${ferry}]\n\n${divers}\n\n${owner}`,
    `${divers}\n\n${owner}\n\n${ferry.replace('nine', 'ten')}`,
    `moved, changed: ${ferry.replace('nine', 'ten')}`,
  ],
  [
    'into another sentence',
    `${ferry.replace('Karachi at nine', '[Karachi at nine]')}\n\n${divers}\n\n${owner}`,
    `${divers}\n\n${owner.replace('.', ';')} ${ferry}`,
    'moved: Karachi at nine',
  ],
])('CA9 a sentence that moved is found: %s', (_case, before, after, now) => {
  expect(carried(before, after)).toBe(now)
})

test.each([
  ['a sentence taken out', `${ferry} [${owner}] ${divers}`, `${ferry} ${divers}`],
  [
    'another one written in its place',
    `${ferry} [${owner}] ${divers}`,
    `${ferry} The minister spoke on Friday. ${divers}`,
  ],
  ['words taken out of a sentence', 'Its captain, [aged 54], survived.', 'Its captain survived.'],
  [
    'a name of a sentence that is gone, in a new one',
    `The [minister] came. ${owner}`,
    `${owner} A minister of trade spoke.`,
  ],
  ['all of it', `[${ferry}]`, ''],
])('CA10 what is gone is said to be gone, and nothing similar is taken for it: %s', (_case, before, after) => {
  expect(carried(before, after)).toBe('gone')
})

test('CA11 a person is asked where little is left of a sentence in its place', () => {
  const before = `${ferry} [It is called Discovery and set to launch in a few weeks.] ${divers}`
  const after = `${ferry} It is called Discovery and went down within sight of land on Monday. ${divers}`
  expect(carried(before, after)).toBe(
    'unsure, changed: It is called Discovery and went down within sight of land on Monday.',
  )
})

test('CA11 a person is asked where something much shorter stands between the same words', () => {
  expect(
    carried('It killed [several hundreds, some say thousands], police said.', 'It killed hundreds, police said.'),
  ).toBe('unsure, changed: hundreds')
})

test('CA11 a person is asked where a line too short to be known stands elsewhere', () => {
  expect(carried('[Karachi]\nLahore\nQuetta\nMultan', 'Lahore\nQuetta\nMultan\nKarachi')).toBe('unsure: Karachi')
})

test('CA9 words that changed places in their own sentence are found there', () => {
  expect(carried('In [1963] he married Margaret.', 'He married Margaret in 1963.')).toBe('carried: 1963')
})

test('CA12 two claims whose words became one do not both stand on it', () => {
  const [before, after] = ['It was Monday Tuesday when it sank.', 'It was Friday when it sank.']
  const answers = carry(before, after, [
    { id: 'C1', start: 7, end: 13 },
    { id: 'C2', start: 14, end: 21 },
  ])
  expect(answers.filter((answer) => placeIn(answer) !== null).length).toBeLessThan(2)
})
