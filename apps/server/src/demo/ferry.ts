/**
 * The demo's long article, written for it: a night on which every figure has two sources that differ. Everything that makes a text
 * hard to check is in it on purpose, wrong weekday and two spellings included. No such country, ship, port or firm exists.
 */
import type { DemoArticle } from './demo-article.ts'
import { claimsAboutTheFirm } from './ferry-firm.ts'
import { claimsOfTheNight } from './ferry-night.ts'

const ferryText = `Ferry toll climbs past 40 as Tarsal counts its missing

14 March 2026

A night search off the breakwater has turned into an argument about who was on board, who gave the order to sail, and who is still not being counted

Ferry toll climbs past 40 as Tarsal counts its missing

At least 41 people died when the ferry Marisol capsized off Tarsal harbour late on Thursday night, the coast guard said. Survivors put the toll above 60, and several hundred, some say, a thousand, were on a deck licensed for 420.

The line carries 900,000 passengers a year and is the largest on the coast. It had passed its last inspection on 2 February, "without a single remark", according to a spokesman for the operator, Almada Lines.

"There was water on the car deck before we had left the basin," said a deckhand who asked not to be named because he still hopes to be paid. "We told the bridge. Nobody came down -- nobody."

Two crew members allegedly abandoned the wheelhouse within minutes of the first list. A third, second officer Tomas Reyne, was seen handing out life jackets until the lights went. Harbour police have questioned Captain Ilario Vance, 58, who has commanded the Marisol since 2011.

By Friday morning the hospital of Santa Engracia had admitted 112 people, 17 of them children. "We have never seen this many at once," said its director, Dr Amparo Solis. "Not even in 1998."

That year the Estrela, a sister ship, went down on the same reef with the loss of 29 lives. The inquiry took six years. It blamed overloading, and a port authority that, in the words of the judge, "preferred not to count".

Older people in Tarsal still date things by the Estrela. Before it there was the Boa Hora, in the winter of 1961, when 130 people drowned by the company’s list and 163 by the parish register. It remains the deadliest sinking in the history of the republic -- and nobody was ever charged.

Officials deny that anything of the kind happened last week. "Every ticket is scanned," said harbour master Joana Prates. But three people who worked at the gate told this newspaper that scanners had been switched off since the beginning of the month, and that the operator knew.

“I sold until there was no paper left in the machine,” says a woman from the ticket hall, who fears for her job. “After that we took cash.” She thinks that about 700 people went aboard; her colleague at the next window says closer to a thousand. By law a list must be sent ashore within half an hour of sailing. The harbour office received one at noon on Friday, thirteen hours after the ship had gone, with 388 names on it. Eleven of the dead are not among them.

That the Marisol should have stayed at her berth is the only thing on which everybody agrees. A northerly gale had been forecast since midday. At 20.40 the harbour hoisted its second cone, which keeps any vessel under 90 metres in port; the Marisol measures 84. She cast off at 22.05.

Who gave the order is another matter. “The captain refused twice,” says a man who was in the company’s office that evening and who wants his name kept out because he has a son at sea. “Then the telephone rang, and he stopped refusing.” Two employees say the call came from Ruy Almada, the majority owner, who was at dinner in the capital. Mr Almada, the company replies, "has never given a nautical instruction in his life".

The inspection is the second riddle. By the surveyor’s own log it lasted nineteen minutes. On Monday, 3 February, the day after, he was a guest on the company's yacht. Everybody on the quay knows that the certificate was paid for.

"I have seen men inspect a lifeboat from the café,"  says a retired surveyor who left the port in the early 2010s and does not want to be named either. "You sign, you get your fish, you go home."

The surveyor of the Marisol, Osvaldo Pires, did not answer his telephone. His lawyer, Tomás Rayne, says that Pires "counted every life jacket on that ship, and there were 560". Divers have so far brought up 212, most of them from a locked store. There was not a single child’s life jacket among them.

Almada Lines had been cheating its passengers long before it drowned them. In 2019 it sold the same berths twice on the night boat to the islands; three years later a court told it to pay back 1.3 million crowns, of which, consumer groups say, less than a tenth has ever been paid.

Almada Lines has paid the families of the Estrela's dead nothing, say their lawyers; the company says it settled 24 of 29 cases in 2006. It has been fined 11 times in ten years, more than any other line in the country.

It is not short of friends. A senior official of the transport ministry, who is not allowed to speak to reporters, describes a company with “a chair on every floor”. He mentions the former minister Belmiro, Salgado and the port director Edite Morna, and says that there may be others. Mr Salgado joined Almada's board eight months after he had left office. Ms Morna says she has never met the owner in private. A photograph taken last summer at the regatta of Vila Rosa has them at one table, with Hilario Vance, the captain, standing behind.

The port authority's own figures show that traffic grew by 38% between 2019 and 2025, while the number of inspectors fell from nine to four. A bill to hire more has been waiting in parliament since last spring. An earlier one failed in 2016, by three votes, on an evening when, insiders say, half of the coast's deputies were Almada's guests at the opera.

The ship herself was nobody's favourite. Built in 1987 at a yard that no longer exists, the Marysol is the oldest ferry of her size still sailing anywhere in the region. In 2003 she was cut in two and lengthened by eleven metres -- without a new test of her stability, according to a naval architect who advised the buyers, and who asked to remain unnamed while there is an inquiry. He remembers “a beautiful ship with a very bad temper”.

Vance has not spoken since he was led along the quay in a borrowed coat. Colleagues call him careful to the point of rudeness: a man who once turned back with a wedding on board because he disliked the look of the water. In 31 years at sea he has been punished once, in 2017, for sailing without a pilot. The prosecutor says that he is a witness. Two newspapers in the capital have already called him a murderer.

Of Rayne, the officer with the life jackets, it is known only that he was pulled out at four in the morning with a broken wrist, and that he asked for a list of names. He is from Porto Calma, like nine others of a crew of 26.

The toll itself has changed four times. It was 12 at dawn on Friday and 27 by noon; the ministry announced 44 that evening and took three of them back within the hour. The coast guard counts bodies, the hospital counts patients, and the parishes count empty chairs. At the town hall more than 200 families have reported somebody missing -- a figure, the mayor’s office warns, in which some names stand twice.

That the harbour police took a share of every uncounted ticket is an open secret. A spokesman calls it “a fairy tale for foreigners”. Joanna Prates, asked again on Friday night, said that she would resign if one passenger too many could be proved.

Analysts say that the company saved about 4 million crowns a year in port dues by declaring half-empty boats, and that the insurers, who meet in the capital early next week, will refuse to pay. It would be the costliest loss ever suffered by a line under the republic's flag.

On Saturday, relatives stood at the rail with photographs. Among them was Mariana Sá, whose brother had rung her at 22.50 on Thursday. "He said they were turning back," she said. "They were not turning back."

The search was called off at nightfall. It will begin again, the coast guard said, when the wind allows.

Ferry toll climbs past 40 as Tarsal counts its missing
`

/** Its claims are in every standing and of every rating there is. */
export const ferry: DemoArticle = {
  text: ferryText,
  byline: 'Rafi Lindqvist',
  desk: 'city',
  dueInMinutes: 120,
  checkers: ['noor', 'karim'],
  progress: { stage: 'checking' },
  claims: [...claimsOfTheNight, ...claimsAboutTheFirm],
}
