/** A short article of the demo: the fish hall's morning, written by somebody who counts. */
import type { DemoArticle } from './demo-article.ts'

const fishText = `Hake at twice last year's price as boats stay in

12 March 2026

By Duarte Neves

Hake cost 14.20 crowns a kilo in the fish hall on Thursday, twice what it cost a year ago. Only nine of 61 boats had gone out. The other skippers looked at the forecast and went home.

There were 3.1 tonnes on the floor when the bell rang at 5.30. On an ordinary Thursday in March there are eleven. Sardines: none. Octopus: 240 kilos, gone in four minutes.

"I have a hotel that wants turbot for 90 people," said a buyer who would not give the hotel's name. "I bought two. I shall cut thin."

The auctioneer, Bento Farias, has rung the bell since 1994 and says he has never opened with less. His own book disagrees: on 8 January 2003 it shows 2.7 tonnes. "Then I was ill that day," he said.

Prices will not fall before next week, traders say. The smaller skippers, who have had eleven days at sea since New Year, are asking the council to waive the berth fee. It is 18 crowns a day, the highest in the region.
`

export const fishMarket: DemoArticle = {
  text: fishText,
  byline: 'Duarte Neves',
  desk: 'business',
  dueInMinutes: 60,
  checkers: ['karim'],
  progress: { stage: 'review', askedBy: 'karim', note: 'Short, and all of it is in the sheet but the berth fees.' },
  claims: [
    {
      words: '14.20 crowns a kilo in the fish hall on Thursday, twice what it cost a year ago',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      evidence: [
        { source: 'auctionSheet', stance: 'supports', locator: 'row 1', excerpt: 'hake 14.20 (13 Mar 2025: 7.05)' },
      ],
      finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
    },
    {
      words: 'Only nine of 61 boats had gone out',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'auctionSheet', stance: 'supports', locator: 'landings', excerpt: '9' }],
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: '' },
    },
    {
      words: 'There were 3.1 tonnes on the floor',
      kind: 'statistic',
      by: 'karim',
      assigned: 'karim',
      evidence: [{ source: 'auctionSheet', stance: 'supports', locator: 'total', excerpt: '3,104 kg' }],
      finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
    },
    {
      words: 'on 8 January 2003 it shows 2.7 tonnes',
      kind: 'history',
      by: 'karim',
      assigned: 'karim',
      finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: 'Duarte sent a picture of the page.' },
    },
    {
      words: 'the highest in the region',
      kind: 'superlative',
      by: 'karim',
      assigned: 'karim',
      finding: { kind: 'verdict', by: 'karim', rating: 'authors-word', why: '' },
    },
  ],
}
