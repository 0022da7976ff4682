/** A short article of the demo that has just come in: a column in the first person, in which nobody has marked anything yet. */
import type { DemoArticle } from './demo-article.ts'

const tramText = `I took the number 4 tram so that you need not

14 March 2026

I have now ridden the new number 4 from end to end eleven times, which I believe makes me the most experienced passenger it has.

It took 38 minutes on Monday, 41 on Tuesday and an hour and six on Wednesday, when a delivery van slept on the rails outside the fish hall. The city promised 29. The city also promised shade at every stop; I counted shade at four of nineteen.

People talk on it, however. That is new. On the old bus nobody had said a word since about 1997. A lady with a hen in a basket told me that the line cost 212 million crowns, "and for that they could have given each of us a donkey". I did the sum at home: there are 340,000 of us, and a donkey, I'm told, costs more than that.

The mayor, who opened the line three weeks ago, has not been seen on it since. Her office says she cycles. A driver who has been with the tramway for twenty-two years told me, while we waited for the van to wake up, that half the new cars are already in the shed.

I shall be on it tomorrow. Somebody has to keep my record.
`

export const tramLine: DemoArticle = {
  text: tramText,
  byline: 'Ofélia Brito',
  desk: 'culture',
  dueInMinutes: null,
  checkers: [],
  progress: { stage: 'intake' },
  claims: [],
}
