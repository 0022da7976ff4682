/** A short article of the demo: an obituary, full of dates, written with curly quotation marks and long sentences. */
import type { DemoArticle } from './demo-article.ts'

const keeperText = `Amadeu Quental, who kept the last lamp on the coast

13 March 2026

Amadeu Quental, who died on Tuesday aged 91, was the last man in the republic to climb a tower every evening in order to light a lamp by hand. He did so at Cape Marta from 1958 until the morning of 1 October 1989, when two engineers carried the burner down in a blanket and gave him the wick.

He was born in 1934 in Porto Calma, the seventh of nine children, and went to sea at thirteen as a cook’s boy — “a poor one,” he liked to say, “for I could burn water.” In the winter of 1961, from the gallery, he was one of the first to see the distress rockets of the Boa Hora, and it was his call that brought out the boats; he never spoke of that night without naming the hour, ten past three.

By his own count he climbed the 174 steps more than 22,000 times. He is said to have missed a single night in thirty-one years, that of his daughter’s wedding, which he left early in any case.

His wife, Otília, whom he married in 1963, died in 2011. He leaves a daughter, Marta, named after the cape, three grandchildren, and the wick.
`

export const lighthouseKeeper: DemoArticle = {
  text: keeperText,
  byline: 'Leonor Vaz',
  desk: 'culture',
  dueInMinutes: 540,
  checkers: ['noor'],
  progress: { stage: 'checking' },
  claims: [
    {
      words: 'who died on Tuesday aged 91',
      kind: 'date',
      by: 'noor',
      assigned: 'noor',
      evidence: [
        {
          source: 'keeperFamily',
          stance: 'supports',
          locator: '12 March, 11:00',
          excerpt: 'on the tenth, in his sleep',
        },
      ],
      finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
    },
    {
      words: 'the last man in the republic to climb a tower every evening',
      kind: 'superlative',
      by: 'noor',
      assigned: 'noor',
    },
    {
      words: 'from 1958 until the morning of 1 October 1989',
      kind: 'date',
      by: 'noor',
      assigned: 'noor',
      evidence: [
        {
          source: 'lightService',
          stance: 'refutes',
          locator: 'entry Quental',
          excerpt: 'entered 2 May 1959; tower dark 1 Oct 1989',
        },
      ],
      finding: {
        kind: 'verdict',
        by: 'noor',
        rating: 'confirmed-with-change',
        why: 'From 1959, says the staff book. His own papers count a year of training.',
      },
    },
    {
      words: 'more than 22,000 times',
      kind: 'statistic',
      by: 'noor',
      queries: [
        {
          by: 'noor',
          to: 'rafi',
          state: 'answered',
          question: 'Thirty-one years, twice a day, make 22,600. Whose count is it? Leonor does not pick up.',
          answer: 'It is on the back of a calendar the daughter has. I can ask her for a picture.',
        },
      ],
    },
    { words: 'the seventh of nine children', kind: 'history', by: 'noor' },
  ],
}
