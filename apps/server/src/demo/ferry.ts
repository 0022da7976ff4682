/** The demo's article, written for it: a night on which every figure has two sources that differ. No such ship, port or firm exists. */
export const ferryText = `Ferry toll climbs past 40 as Tarsal counts its missing

14 March 2026

A night search off the breakwater has turned into an argument about who was on board, who gave the order to sail, and who is still not being counted

At least 41 people died when the ferry Marisol capsized off Tarsal harbour late on Thursday night, the coast guard said. Survivors put the toll above 60, and several hundred, some say, a thousand, were on a deck licensed for 420.

The line carries 900,000 passengers a year and is the largest on the coast. It had passed its last inspection on 2 February, "without a single remark", according to a spokesman for the operator, Almada Lines.

"There was water on the car deck before we had left the basin," said a deckhand who asked not to be named because he still hopes to be paid. "We told the bridge. Nobody came down -- nobody."

Two crew members allegedly abandoned the wheelhouse within minutes of the first list. A third, second officer Tomas Reyne, was seen handing out life jackets until the lights went. Harbour police have questioned Captain Ilario Vance, 58, who has commanded the Marisol since 2011.

By Friday morning the hospital of Santa Engracia had admitted 112 people, 17 of them children. "We have never seen this many at once," said its director, Dr Amparo Solis. "Not even in 1998."

That year the Estrela, a sister ship, went down on the same reef with the loss of 29 lives. The inquiry took six years. It blamed overloading, and a port authority that, in the words of the judge, "preferred not to count".

Officials deny that anything of the kind happened last week. "Every ticket is scanned," said harbour master Joana Prates. But three people who worked at the gate told this newspaper that scanners had been switched off since the beginning of the month, and that the operator knew.

Almada Lines has paid the families of the Estrela's dead nothing, say their lawyers; the company says it settled 24 of 29 cases in 2006. It has been fined 11 times in ten years, more than any other line in the country.

The port authority's own figures show that traffic grew by 38% between 2019 and 2025, while the number of inspectors fell from nine to four. A bill to hire more has been waiting in parliament since last spring.

On Saturday, relatives stood at the rail with photographs. Among them was Mariana Sá, whose brother had rung her at 22.50 on Thursday. "He said they were turning back," she said. "They were not turning back."

The search was called off at nightfall. It will begin again, the coast guard said, when the wind allows.
`
