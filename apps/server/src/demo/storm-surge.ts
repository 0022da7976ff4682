/** A short article of the demo: science for everybody, with units, ranges and a forecast. */
import type { DemoArticle } from './demo-article.ts'

const surgeText = `Why the sea stood a metre too high

13 March 2026

At 23.40 on Thursday the gauge at Tarsal North showed 3.12 metres, a metre more than the tables had promised. It was the third-highest reading since measurements began in 1921.

Three things came together. Low pressure, 971 hectopascals at its deepest, lifts the water by about one centimetre for each hectopascal below normal: that explains some 40 centimetres. Wind from the north pushed a further 50 to 60 into the bay, which narrows like a funnel. And the tide itself was a spring tide, five days after the full moon.

“None of the three was exceptional,” says oceanographer Dr Wen Castelo of the Hydrographic Office. “That they arrived within the same hour is what happens every eight or nine years.”

It will happen more often. The sea at Tarsal has risen by 19 centimetres in a hundred years, and half of that since 1990. By the middle of the century, a level which is now reached once in ten years could be reached every other winter, according to the office.

The barrier at the river mouth closed at 22.50. It is designed for 3.60.
`

export const stormSurge: DemoArticle = {
  text: surgeText,
  byline: 'Teodora Lima',
  desk: 'city',
  dueInMinutes: 210,
  checkers: ['noor'],
  progress: { stage: 'checking' },
  claims: [
    {
      words: 'showed 3.12 metres, a metre more than the tables had promised',
      kind: 'statistic',
      by: 'noor',
      assigned: 'noor',
      evidence: [
        { source: 'tideGauge', stance: 'supports', locator: '12 March, 23:40', excerpt: '312 cm; table 209 cm' },
      ],
      finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'sana' },
    },
    {
      words: 'the third-highest reading since measurements began in 1921',
      kind: 'superlative',
      by: 'noor',
      assigned: 'noor',
      evidence: [
        { source: 'tideGauge', stance: 'supports', locator: 'yearly maxima', excerpt: '1961: 331; 1998: 318' },
      ],
      finding: {
        kind: 'verdict',
        by: 'noor',
        rating: 'confirmed',
        why: 'Hourly values begin in 1924; the daily book does in 1921.',
      },
    },
    {
      words: 'five days after the full moon',
      kind: 'date',
      by: 'noor',
      finding: {
        kind: 'verdict',
        by: 'noor',
        rating: 'wrong',
        why: 'The moon was full on 3 March: nine days. Then it was no spring tide either.',
      },
    },
    { words: 'every eight or nine years', kind: 'quote', by: 'noor', assigned: 'noor' },
    { words: 'risen by 19 centimetres in a hundred years, and half of that since 1990', kind: 'statistic', by: 'noor' },
  ],
}
