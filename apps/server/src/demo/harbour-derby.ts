/** A short article of the demo: sport, breathless, with more superlatives than sentences. */
import type { DemoArticle } from './demo-article.ts'

const derbyText = `Ninety-fourth minute, one header, and Tarsal is top

8 March 2026

It was the latest goal ever scored in a harbour derby, and it may have been the ugliest. In the 94th minute on Sunday a corner came off somebody's back, off the bar, off the knee of goalkeeper Sandro Melo and finally off the forehead of Kiko Abrantes. Tarsal 2, Vila Rosa 1.

The win, the seventh in a row, takes Tarsal to the top of the Coast League for the first time since 2009. Vila Rosa have now lost four of the last five derbies. Some 11,300 people were in the ground, which holds 10,800.

Abrantes, 19, is the club's youngest scorer in a derby. "I closed my eyes," he said. "I always close my eyes."

Coach Lidia Fonte, who took over in November with the team in twelfth place, would not talk of the title. "Ten rounds," she said. Her counterpart called the referee "a disgrace to whistles" and was fined on the spot, it is said, for saying so to her face.
`

export const harbourDerby: DemoArticle = {
  text: derbyText,
  byline: 'Xavier Pinho',
  desk: 'sport',
  dueInMinutes: -20,
  checkers: ['karim'],
  progress: { stage: 'checking' },
  claims: [
    {
      words: 'Tarsal 2, Vila Rosa 1.',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'leagueSheet', stance: 'supports', locator: 'result', excerpt: '2–1' }],
      finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
    },
    { words: 'the latest goal ever scored in a harbour derby', kind: 'superlative', by: 'karim', assigned: 'karim' },
    {
      words: 'Some 11,300 people were in the ground, which holds 10,800',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'leagueSheet', stance: 'refutes', locator: 'attendance', excerpt: '10,311' }],
      finding: { kind: 'verdict', by: 'karim', rating: 'wrong', why: '10,311 in the sheet. Digits turned round.' },
      afterwards: { kind: 'reworded', by: 'rafi', replace: 'Some 11,300 people', with: 'Some 10,300 people' },
    },
    {
      words: "the club's youngest scorer in a derby",
      kind: 'superlative',
      by: 'karim',
      assigned: 'karim',
      finding: { kind: 'verdict', by: 'karim', rating: 'cannot-confirm', why: 'The club’s lists begin in 1978.' },
    },
    { words: 'was fined on the spot, it is said', kind: 'allegation', by: 'karim' },
  ],
}
