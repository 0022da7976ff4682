/** What has been done with the long article's claims about the night itself: who was aboard, who died, when it happened. */
import type { DemoClaim } from './demo-article.ts'

export const claimsOfTheNight: readonly DemoClaim[] = [
  {
    words: 'At least 41 people died',
    kind: 'casualty',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      {
        source: 'bulletin14',
        stance: 'supports',
        locator: 'p. 1, line 4',
        excerpt: '41 bodies recovered as of 06:00',
      },
      { source: 'wireUpdate', stance: 'supports', locator: 'paragraph 1', excerpt: '41 dead' },
      { source: 'morgue', stance: 'supports', locator: 'entries 203–243', excerpt: '' },
    ],
    talk: [
      { by: 'noor', text: 'The morgue has 41 entries of its own, none copied from the bulletin. Two counts, then.' },
      {
        by: 'idris',
        text: 'Good. If the next bulletin says more, we go with “at least”.',
        mentions: ['noor'],
        resolvedBy: 'noor',
      },
    ],
    finding: {
      kind: 'signed',
      by: 'noor',
      rating: 'confirmed',
      why: 'Two counts of their own; the wire only repeats the first.',
      signedBy: 'idris',
    },
  },
  {
    words: 'late on Thursday night',
    kind: 'date',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      {
        source: 'harbourLog',
        stance: 'supports',
        locator: '12 March, 23.04',
        excerpt: 'Lost from the screen at 23.04',
      },
    ],
    finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
  },
  {
    words: 'Survivors put the toll above 60',
    kind: 'casualty',
    by: 'karim',
    dueInMinutes: 30,
    talk: [
      {
        by: 'karim',
        text: 'Which survivors? I find one, on the radio, and she says “sixty, maybe”.',
        mentions: ['rafi'],
      },
    ],
  },
  {
    words: 'several hundred, some say, a thousand, were on a deck licensed for 420',
    kind: 'casualty',
    by: 'karim',
    assigned: 'karim',
    evidence: [
      { source: 'shipRegister', stance: 'context', locator: 'sheet 2', excerpt: 'licensed passengers: 420' },
      { source: 'passengerList', stance: 'checked-and-silent', locator: 'all pages', excerpt: '' },
    ],
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'cannot-confirm',
      why: 'The licence is for 420; nobody has a list of who was on that deck.',
    },
  },
  {
    words: '900,000 passengers a year',
    kind: 'statistic',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      { source: 'annualReport', stance: 'supports', locator: 'p. 6', excerpt: 'close to 900,000 passengers' },
      {
        source: 'almadaRelease',
        stance: 'supports',
        locator: 'paragraph 5',
        excerpt: 'some 900,000 passengers a year',
      },
    ],
    talk: [{ by: 'noor', text: 'Two sources, but both are the company. The port counts passengers too: asked.' }],
  },
  { words: 'the largest on the coast', kind: 'superlative', by: 'noor' },
  {
    words: '"without a single remark"',
    kind: 'quote',
    by: 'karim',
    assigned: 'karim',
    evidence: [
      {
        source: 'almadaInterview',
        stance: 'supports',
        locator: '07:42',
        excerpt: 'She passed on the second of February without a single remark.',
      },
    ],
    finding: {
      kind: 'verdict',
      by: 'karim',
      rating: 'needs-context',
      why: 'He said so. The inspection lasted nineteen minutes.',
    },
  },
  {
    words: 'a deckhand who asked not to be named',
    kind: 'other',
    by: 'karim',
    assigned: 'karim',
    evidence: [{ source: 'deckhand', stance: 'supports', locator: 'call of 13 March, 16:10', excerpt: '' }],
    finding: {
      kind: 'signed',
      by: 'karim',
      rating: 'confirmed',
      why: 'On the crew list; I called him back.',
      signedBy: 'sana',
    },
  },
  {
    words: 'Two crew members allegedly abandoned the wheelhouse',
    kind: 'allegation',
    by: 'noor',
    assigned: 'noor',
    dueInMinutes: 45,
    queries: [
      {
        by: 'noor',
        to: 'rafi',
        state: 'asked',
        question: 'Who alleges it? And have the two been asked, or their union?',
      },
    ],
  },
  {
    words: 'second officer Tomas Reyne',
    kind: 'name',
    by: 'karim',
    assigned: 'karim',
    evidence: [{ source: 'crewList', stance: 'supports', locator: 'line 3', excerpt: 'REYNE, Tomas, 2nd off.' }],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'who has commanded the Marisol since 2011',
    kind: 'history',
    by: 'karim',
    evidence: [
      { source: 'crewList', stance: 'refutes', locator: 'line 1', excerpt: 'master of this vessel since 04/2013' },
    ],
    finding: { kind: 'verdict', by: 'karim', rating: 'wrong', why: 'The crew list says 2013.' },
  },
  {
    words: 'admitted 112 people, 17 of them children',
    kind: 'casualty',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      {
        source: 'hospitalCall',
        stance: 'supports',
        locator: '14 March, 08:20',
        excerpt: 'a hundred and twelve, seventeen under sixteen',
      },
    ],
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '"Not even in 1998."',
    kind: 'quote',
    by: 'noor',
    evidence: [{ source: 'hospitalCall', stance: 'supports', locator: '14 March, 08:26', excerpt: '' }],
    finding: { kind: 'verdict', by: 'noor', rating: 'confirmed', why: '' },
  },
  {
    words: 'with the loss of 29 lives',
    kind: 'casualty',
    by: 'karim',
    assigned: 'karim',
    risk: 'normal',
    evidence: [{ source: 'estrelaInquiry', stance: 'supports', locator: 'p. 3', excerpt: 'twenty-nine persons' }],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: '"preferred not to count"',
    kind: 'quote',
    by: 'karim',
    evidence: [
      {
        source: 'estrelaInquiry',
        stance: 'supports',
        locator: 'p. 212',
        excerpt: 'an authority that had preferred not to count',
      },
    ],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'sana' },
  },
  {
    words: '130 people drowned by the company’s list and 163 by the parish register',
    kind: 'casualty',
    by: 'noor',
    assigned: 'noor',
    evidence: [
      { source: 'parishRegister', stance: 'refutes', locator: 'ff. 40–48', excerpt: '' },
      { source: 'sinkings', stance: 'supports', locator: 'p. 77', excerpt: '130 (owners), 163 (parish)' },
    ],
    finding: {
      kind: 'conflict',
      first: { by: 'noor', rating: 'confirmed', why: 'Both figures are in the museum’s list.' },
      second: {
        by: 'karim',
        rating: 'wrong',
        why: 'I counted the register itself: 161 burials, two of them entered twice.',
      },
    },
  },
  {
    words: 'the deadliest sinking in the history of the republic',
    kind: 'superlative',
    by: 'noor',
    evidence: [{ source: 'sinkings', stance: 'supports', locator: 'table 1', excerpt: '' }],
    finding: {
      kind: 'verdict',
      by: 'noor',
      rating: 'confirmed-with-change',
      why: 'Of a ferry. A troopship sank in 1917 with 402 men: “the deadliest ferry sinking”.',
    },
  },
  {
    words: 'scanners had been switched off since the beginning of the month',
    kind: 'allegation',
    by: 'karim',
    assigned: 'karim',
    evidence: [
      { source: 'scannerLog', stance: 'supports', locator: 'gate 2, all rows', excerpt: 'no reads after 28/02 23:59' },
    ],
    talk: [
      {
        by: 'karim',
        text: 'The port says this is the log of the test gate. I have taken it back; the verdict fell with it.',
        mentions: ['idris'],
      },
      {
        by: 'idris',
        text: 'Then three people at the gate is what we have. Get a second document or we say “they say”.',
      },
    ],
    finding: { kind: 'verdict', by: 'karim', rating: 'confirmed', why: 'Three people, and the log of the gate.' },
  },
  {
    words: 'about 700 people went aboard',
    kind: 'statistic',
    by: 'noor',
    finding: {
      kind: 'verdict',
      by: 'noor',
      rating: 'authors-word',
      why: 'Rafi spoke to her alone; there is no recording.',
    },
  },
  {
    words: 'By law a list must be sent ashore within half an hour of sailing',
    kind: 'other',
    by: 'noor',
    assigned: 'karim',
    queries: [
      {
        by: 'noor',
        to: 'rafi',
        state: 'answered',
        question: 'Which law? The old one says an hour, and the new one is not in force before July.',
        answer: 'Harbour master told me. I think she meant the port’s own rules, §14.',
      },
    ],
  },
  {
    words: 'with 388 names on it',
    kind: 'statistic',
    by: 'karim',
    assigned: 'karim',
    evidence: [{ source: 'passengerList', stance: 'supports', locator: 'last page', excerpt: '388' }],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  { words: 'Eleven of the dead are not among them', kind: 'casualty', by: 'karim', assigned: 'noor', dueInMinutes: 60 },
  {
    words: 'which keeps any vessel under 90 metres in port',
    kind: 'other',
    by: 'karim',
    evidence: [
      {
        source: 'harbourLog',
        stance: 'supports',
        locator: '12 March, 20.40',
        excerpt: 'Second cone. Under 90 m not to leave.',
      },
    ],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
  {
    words: 'She cast off at 22.05',
    kind: 'date',
    by: 'karim',
    assigned: 'karim',
    evidence: [
      { source: 'harbourLog', stance: 'supports', locator: '12 March, 22.05', excerpt: 'Marisol left berth 4' },
    ],
    finding: { kind: 'signed', by: 'karim', rating: 'confirmed', why: '', signedBy: 'idris' },
    afterwards: { kind: 'reworded', by: 'rafi', replace: 'off at 22.05', with: 'off at 21.55' },
  },
  {
    words: '“The captain refused twice,”',
    kind: 'quote',
    by: 'noor',
    assigned: 'noor',
    risk: 'high',
    talk: [
      {
        by: 'noor',
        text: 'F-3 was promised no description at all, and the text says where he was and that he has a son at sea.',
        mentions: ['rafi', 'idris'],
      },
    ],
    evidence: [{ source: 'sourceF3', stance: 'supports', locator: 'meeting of 13 March', excerpt: '' }],
    finding: {
      kind: 'verdict',
      by: 'noor',
      rating: 'needs-context',
      why: 'One voice, and off the record. Say that nobody else heard it.',
    },
  },
  {
    words: 'the call came from Ruy Almada',
    kind: 'allegation',
    by: 'noor',
    assigned: 'noor',
    evidence: [{ source: 'sourceF3', stance: 'supports', locator: 'meeting of 13 March', excerpt: '' }],
    queries: [
      {
        by: 'noor',
        to: 'rafi',
        state: 'decided',
        question: 'Did the two employees hear his voice, or were they told who it was?',
        answer: 'One heard it. The other was told by the captain the same minute.',
        decision: 'Stays, as what two employees say. Not as fact.',
      },
    ],
  },
  { words: 'Of Rayne, the officer with the life jackets', kind: 'name', by: 'karim' },
  { words: 'more than 200 families have reported somebody missing', kind: 'casualty', by: 'noor', dueInMinutes: 90 },
  {
    words: 'whose brother had rung her at 22.50 on Thursday',
    kind: 'date',
    by: 'noor',
    evidence: [
      { source: 'relativesCall', stance: 'supports', locator: 'her telephone, seen', excerpt: '12 Mar 22:50, 1 min' },
    ],
    finding: { kind: 'signed', by: 'noor', rating: 'confirmed', why: '', signedBy: 'idris' },
  },
]
