/** The demo's finished article: every claim in it could be checked, was checked and was signed, so that it could be published. */
import type { DemoArticle, DemoClaim, DemoEvidence } from './demo-article.ts'

const waterText = `Water in Tarsal will cost 15 per cent more from April

The council has approved a new tariff after five hours of debate. Most of the money is meant for pipes that nobody has touched since the 1960s

By Inês Corte

5 March 2026

Water in Tarsal will become 15 per cent more expensive on 1 April. The council approved the tariff order on Monday night by 19 votes to 12, with two abstentions, after a debate of almost five hours.

A cubic metre will then cost 2.76 crowns instead of 2.40. A household that uses 11 cubic metres a month, which is the average in the city, will pay 30.36 crowns, before the standing charge; until now it has paid 26.40. The first three cubic metres remain free for the 4,150 households on the social register.

It is the first increase since 2021. “We waited too long, and waiting is what made it steep,” said Helga Brandão, who has been head of Tarsal Water since 2019. Had the price followed inflation, she said, it would stand at 2.81 today.

The utility needs the money for its pipes. Its network is 640 kilometres long, and 212 kilometres of it, a third, are more than fifty years old. Last year 31 per cent of the water that left the works never reached a meter; the national average is 22 per cent. Repair crews were called out to 1,840 leaks in 2025, five a day.

Replacing the old mains will cost 96 million crowns over eight years. Of that, 40 million come from the state, the council decided, and 56 million from the tariff. Work begins in September in the Lower Town, whose cast-iron mains were laid between 1961 and 1966.

With the new price Tarsal moves from the cheap end of the coast to the middle. A cubic metre costs 3.05 crowns in the capital, 2.62 in Vila Rosa and 2.20 in Porto Calma. All three lose less water on the way than Tarsal does, although Porto Calma, with 90 kilometres of pipe, is hard to compare.

The standing charge stays at 4.50 crowns a month for homes, but doubles to nine for businesses whose pipe is wider than 40 millimetres; there are 860 of them. The 38 public fountains remain free.

The opposition did not dispute the leaks. It disputed who pays for them. Councillor Vasco Leme proposed that the eleven largest customers, among them the shipyard and the brewery, should pay a higher rate. The motion was defeated by 17 votes to 16. “The brewery uses more water than the whole of Alvor Hill,” he said. That is correct: the brewery used 310,000 cubic metres in 2025, Alvor Hill 287,000.

Those who cannot pay will be given more time. In 2025 the utility cut off 412 households, fewer than in any year since 2012. At present 7,300 households are behind with their bills. From April nobody may be cut off between 1 December and the end of February.

The regulator may still object within thirty days. It has done so once in the past ten years, in 2017, when the islands asked for 24 per cent at a stroke and were given 14.

Tarsal has sold water by the meter since 1889, longer than any other city in the country. The first price was four cents a barrel. The council of that time, too, needed three sittings to agree on it.
`

const found = (source: DemoEvidence['source'], locator: string, excerpt = ''): readonly DemoEvidence[] => [
  { source, stance: 'supports', locator, excerpt },
]

const claims: readonly DemoClaim[] = [
  {
    words: 'Water in Tarsal will become 15 per cent more expensive on 1 April.',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterBill', '§2 and §9', '2.76 … with effect from 1 April 2026'),
    finding: {
      kind: 'signed',
      by: 'noor',
      rating: 'confirmed',
      why: '2.76 divided by 2.40 is 1.15.',
      signedBy: 'idris',
    },
  },
  {
    words: 'on Monday night by 19 votes to 12, with two abstentions',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('councilMinutes', 'item 4, vote', 'For 19, against 12, abstaining 2'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'a debate of almost five hours',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('councilMinutes', 'item 4, times', '18.05 to 22.52'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'will then cost 2.76 crowns instead of 2.40',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterBill', '§2', '2.76 crowns per cubic metre'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'A household that uses 11 cubic metres a month, which is the average in the city',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterReport', 'p. 14', 'mean consumption 11.0 m³ a month'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '4,150 households on the social register',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterBill', 'annex B', '4,150'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'the first increase since 2021',
    kind: 'history',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterReport', 'p. 31', 'last adjusted on 1 January 2021'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '“We waited too long, and waiting is what made it steep,”',
    kind: 'quote',
    by: 'noor',
    asserter: { kind: 'person', name: 'Helga Brandão', terms: 'on-record' },
    truth: { by: 'noor', rating: 'not-checkable', why: '' },
    assigned: 'noor',
    evidence: found('waterChief', '00:11:40', 'We waited too long, and waiting is what made it steep.'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'Helga Brandão, who has been head of Tarsal Water since 2019',
    kind: 'name',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterReport', 'p. 3'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '640 kilometres long, and 212 kilometres of it, a third, are more than fifty years old',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterReport', 'p. 22', '640.3 km, of which laid before 1976: 211.8 km'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '33.1 per cent.', signedBy: 'idris' },
  },
  {
    words: 'the national average is 22 per cent',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterAtlas', 'sheet 1, cell D4', '22.1'),
    queries: [
      {
        by: 'karim',
        to: 'rafi',
        state: 'decided',
        question: 'The atlas is of 2024, our 31 per cent is of 2025. Is there a newer one? Inês is away.',
        answer: 'Not before May. The regulator says it has moved by less than half a point a year.',
        decision: 'Stays; the note to readers names the year.',
      },
    ],
    finding: {
      kind: 'signed',
      by: 'karim',
      rating: 'confirmed',
      why: 'For 2024, the newest year there is.',
      signedBy: 'idris',
    },
  },
  {
    words: '1,840 leaks in 2025, five a day',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterReport', 'p. 24', '1,840 call-outs'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '96 million crowns over eight years',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('councilMinutes', 'annex 2', 'total 96.0, of which state 40.0'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'laid between 1961 and 1966',
    kind: 'date',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterReport', 'p. 23, map'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '3.05 crowns in the capital, 2.62 in Vila Rosa and 2.20 in Porto Calma',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterPrices', 'table 2', '3.05 · 2.62 · 2.20'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'there are 860 of them',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterBill', 'annex C', '860 connections over DN 40'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'defeated by 17 votes to 16',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: found('councilMinutes', 'item 4, motion C', 'For 16, against 17'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '“The brewery uses more water than the whole of Alvor Hill,”',
    kind: 'quote',
    by: 'karim',
    truth: { by: 'karim', rating: 'confirmed', why: 'By the utility’s own table.' },
    assigned: 'karim',
    evidence: [
      { source: 'councilMinutes', stance: 'supports', locator: 'item 4, speech 7', excerpt: '' },
      {
        source: 'waterReport',
        stance: 'supports',
        locator: 'p. 40, table',
        excerpt: 'Brewery 310,000; Alvor Hill 287,000',
      },
    ],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: 'cut off 412 households, fewer than in any year since 2012',
    kind: 'superlative',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterReport', 'p. 45', '2012: 398; 2025: 412'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '7,300 households are behind with their bills',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: found('waterChief', '00:23:05', 'seven thousand three hundred, as of yesterday'),
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'once in the past ten years, in 2017, when the islands asked for 24 per cent at a stroke and were given 14',
    kind: 'history',
    by: 'karim',
    assigned: 'karim',
    evidence: found('waterPrices', 'rulings, no. 12', 'requested 24.0, granted 14.0'),
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'since 1889, longer than any other city in the country',
    kind: 'history',
    by: 'karim',
    assigned: 'karim',
    evidence: found('cityArchive', 'sheet 2', 'by the meter, from the first of May 1889'),
    talk: [
      { by: 'karim', text: 'The capital began in 1894, the islands after the war. Nobody is earlier.' },
      { by: 'idris', text: 'Then it stands.' },
    ],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
]

export const waterTariffs: DemoArticle = {
  text: waterText,
  byline: 'Inês Corte',
  desk: 'city',
  dueInMinutes: null,
  checkers: ['noor', 'karim'],
  progress: {
    stage: 'published',
    askedBy: 'karim',
    note: 'All twenty-two are done. The one figure of another year is named as such.',
    approvedBy: 'idris',
  },
  claims,
}
