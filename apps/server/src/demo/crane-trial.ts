/** A short article of the demo: a court report, in which who says what is everything. */
import type { DemoArticle } from './demo-article.ts'

const trialText = `Crane driver tells court that brakes were "repaired with tape"

By Nuno Sarmento

11 March 2026

A crane driver told the Court of Tarsal on Wednesday that the brakes of the crane which killed two dockers in August 2024 had been "repaired with tape" for weeks.

Paulo Esteves, 44, was the first of 17 witnesses in the trial of three managers of Norte Cranes, who are charged with manslaughter. All three deny the charge. Prosecutors say that the firm put off a repair of 38,000 crowns five times.

"Everyone above me knew," Esteves said. Asked who "everyone" was, he named the technical director, Ana Bruges, and a deputy whom he called only "the engineer". Her lawyer, Rui Bastos, told him that he had never complained in writing. "I complained on the telephone, every Monday," Esteves replied.

The container fell on 19 August 2024 at about 6.40 in the morning. Júlio Pena, 29, died at once; Samir Haddad, 51, four days later. It was the third fatal accident at the terminal within two years.

An inspector is said to have warned the firm in June of that year -- the letter has not been found. The trial continues on Friday. If convicted, the three face up to eight years in prison.
`

export const craneTrial: DemoArticle = {
  text: trialText,
  byline: 'Nuno Sarmento',
  desk: 'courts',
  dueInMinutes: 95,
  checkers: ['noor', 'karim'],
  progress: { stage: 'checking' },
  claims: [
    {
      words: 'had been "repaired with tape" for weeks',
      kind: 'quote',
      by: 'noor',
      assigned: 'noor',
      queries: [
        {
          by: 'noor',
          to: 'rafi',
          state: 'asked',
          question: 'You sat beside Nuno: did he say “tape” or “a tape”, and did he say “weeks”?',
        },
      ],
    },
    {
      words: 'killed two dockers in August 2024',
      kind: 'casualty',
      by: 'noor',
      assigned: 'noor',
      evidence: [{ source: 'indictment', stance: 'supports', locator: 'p. 1', excerpt: 'the death of two persons' }],
      finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
    },
    {
      words: 'who are charged with manslaughter',
      kind: 'allegation',
      by: 'karim',
      assigned: 'karim',
      evidence: [
        { source: 'indictment', stance: 'context', locator: 'p. 2', excerpt: 'negligent homicide in two cases' },
      ],
      finding: {
        kind: 'verdict',
        by: 'karim',
        rating: 'confirmed-with-change',
        why: 'The charge is negligent homicide.',
      },
    },
    {
      words: 'put off a repair of 38,000 crowns five times',
      kind: 'allegation',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'indictment', stance: 'supports', locator: 'p. 6', excerpt: 'on five occasions' }],
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: 'That prosecutors say so.' },
    },
    { words: 'he named the technical director, Ana Bruges', kind: 'allegation', by: 'noor' },
    {
      words: 'the third fatal accident at the terminal within two years',
      kind: 'statistic',
      by: 'karim',
      assigned: 'noor',
    },
    {
      words: 'The trial continues on Friday',
      kind: 'date',
      by: 'karim',
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: '' },
    },
  ],
}
