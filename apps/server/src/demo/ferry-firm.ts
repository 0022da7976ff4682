/** What has been done with the long article's claims about the owner, the inspection and those who are said to have known. */
import type { DemoClaim } from './demo-article.ts'

export const claimsAboutTheFirm: readonly DemoClaim[] = [
  {
    words: 'On Monday, 3 February',
    kind: 'date',
    by: 'karim',
    assigned: 'karim',
    finding: { kind: 'verdict', by: 'karim', rating: 'wrong', why: '3 February 2026 was a Tuesday.' },
  },
  {
    words: 'it lasted nineteen minutes',
    kind: 'statistic',
    by: 'noor',
    evidence: [
      { source: 'surveyorLog', stance: 'supports', locator: '2 February', excerpt: 'aboard 10.11, ashore 10.30' },
    ],
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'Everybody on the quay knows that the certificate was paid for.',
    kind: 'allegation',
    by: 'noor',
    assigned: 'noor',
    talk: [
      { by: 'noor', text: 'Our own voice says it, and nobody supports it. Out, or somebody has to say it by name.' },
      { by: 'sana', text: 'Agreed. I take it to Rafi.', mentions: ['rafi'] },
    ],
    finding: { kind: 'verdict', by: 'noor', rating: 'cut', why: '' },
  },
  {
    words: 'His lawyer, Tomás Rayne',
    kind: 'name',
    by: 'karim',
    talk: [
      {
        by: 'karim',
        text: 'Not the second officer: that is Reyne, Tomas. Further down “Rayne, the officer” has the wrong name.',
      },
    ],
    finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: 'Spelt so in the roll of the bar.' },
  },
  {
    words: 'There was not a single child’s life jacket among them.',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'cannot-confirm',
      why: 'The divers’ list does not tell sizes apart.',
    },
    afterwards: { kind: 'detached', by: 'rafi', cut: ' There was not a single child’s life jacket among them.' },
  },
  {
    words: 'Almada Lines had been cheating its passengers long before it drowned them.',
    kind: 'allegation',
    by: 'noor',
    assigned: 'karim',
    dueInMinutes: 40,
  },
  {
    words: 'pay back 1.3 million crowns',
    kind: 'statistic',
    by: 'noor',
    evidence: [{ source: 'boatCourt', stance: 'supports', locator: 'p. 9', excerpt: '1,304,000 crowns' }],
    finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
  },
  {
    words: 'settled 24 of 29 cases in 2006',
    kind: 'statistic',
    by: 'karim',
    evidence: [{ source: 'almadaRelease', stance: 'supports', locator: 'paragraph 9', excerpt: '24 of the 29 cases' }],
  },
  {
    words: 'It has been fined 11 times in ten years',
    kind: 'statistic',
    by: 'noor',
    evidence: [{ source: 'penalties', stance: 'context', locator: 'rows 14–24', excerpt: '' }],
    finding: { kind: 'verdict', by: 'noor', rating: 'needs-context', why: 'Eleven fines; two were lifted on appeal.' },
    afterwards: { kind: 'reworded', by: 'rafi', replace: 'fined 11 times', with: 'fined nine times' },
  },
  {
    words: '“a chair on every floor”',
    kind: 'quote',
    by: 'noor',
    assigned: 'noor',
  },
  {
    words: 'the former minister Belmiro, Salgado',
    kind: 'name',
    by: 'karim',
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'confirmed-with-change',
      why: 'One man: Belmiro Salgado. The comma makes two of him.',
    },
  },
  {
    words: 'the regatta of Vila Rosa',
    kind: 'other',
    by: 'karim',
    afterwards: { kind: 'withdrawn', by: 'karim', why: 'Marked twice: the photograph is checked with the names.' },
  },
  {
    words: 'traffic grew by 38% between 2019 and 2025',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      { source: 'portTraffic', stance: 'supports', locator: 'table 4', excerpt: '2019: 4.21 m; 2025: 5.81 m' },
    ],
  },
  {
    words: 'An earlier one failed in 2016, by three votes',
    kind: 'history',
    by: 'karim',
    evidence: [{ source: 'parliament', stance: 'refutes', locator: 'item 6', excerpt: 'For 57. Against 61.' }],
    finding: { kind: 'verdict', by: 'karim', rating: 'wrong', why: 'By four: 57 to 61.' },
  },
  {
    words: 'the Marysol',
    kind: 'name',
    by: 'karim',
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'confirmed-with-change',
      why: '“Marisol”, as everywhere else and in the register.',
    },
  },
  {
    words: 'a man who once turned back with a wedding on board because he disliked the look of the water',
    kind: 'history',
    by: 'noor',
    finding: {
      kind: 'verdict',
      by: 'noor',
      rating: 'not-checkable',
      why: 'Told by three people, with three different weddings.',
    },
  },
  {
    words: 'That the harbour police took a share of every uncounted ticket is an open secret.',
    kind: 'allegation',
    by: 'karim',
    assigned: 'karim',
    queries: [
      {
        by: 'karim',
        to: 'idris',
        state: 'asked',
        question: 'Can this stand without a name behind it? I would cut it.',
      },
    ],
  },
  {
    words: "the costliest loss ever suffered by a line under the republic's flag",
    kind: 'superlative',
    by: 'noor',
  },
]
