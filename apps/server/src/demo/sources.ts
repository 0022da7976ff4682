/**
 * The library of the demo's newsroom: what its verdicts rest on, each source once, however many articles use it.
 * Sources that name the same origin repeat one another and count as one. Nobody and nothing named here exists.
 */
import type { SourceDetails, SourceState } from '#domain/source.ts'

type Described = Pick<SourceDetails, 'kind' | 'title'> &
  Partial<Pick<SourceDetails, 'publisher' | 'url' | 'author' | 'publishedOn'>>

/** What is not said is as in `bareSource`: on record, and the fields empty. */
export interface DemoSource extends Described {
  readonly unnamed?: DemoAnonymity
  /** Whose words these are in the end, where others have them too. */
  readonly origin?: string
  /** What became of it while the article was being checked: the claims that rest on it are open again. */
  readonly takenBack?: {
    readonly by: 'noor' | 'karim'
    readonly because: Exclude<SourceState, 'stands'>
    readonly why: string
  }
}

export type DemoAnonymity =
  | {
      readonly terms: 'background'
      readonly attribution: string
      readonly anonymity: string
      readonly approvedBy?: 'idris' | 'sana'
    }
  | { readonly terms: 'off-record'; readonly anonymity: string; readonly approvedBy: 'idris' | 'sana' }

export const demoSources = {
  // The ferry
  bulletin14: {
    kind: 'official',
    title: 'Coast guard bulletin 14',
    publisher: 'Coast guard',
    url: 'https://coastguard.example/bulletins/14',
    publishedOn: '2026-03-13',
    origin: 'Coast guard bulletin 14',
  },
  wireUpdate: {
    kind: 'press',
    title: 'Ferry sinks off Tarsal, update 2',
    publisher: 'Meridian Wire',
    url: 'https://meridianwire.example/ferry-2',
    origin: 'Coast guard bulletin 14',
  },
  morgue: {
    kind: 'official',
    title: 'Register of the city morgue, 13 and 14 March',
    publisher: 'City of Tarsal',
  },
  shipRegister: {
    kind: 'official',
    title: 'Register of ships, entry Marisol',
    publisher: 'Port authority',
    url: 'https://port-tarsal.example/register/marisol',
  },
  crewList: {
    kind: 'document',
    title: 'Crew list of the Marisol, 12 March',
    publisher: 'Almada Lines',
  },
  passengerList: {
    kind: 'document',
    title: 'Passenger list sent to the harbour office',
    publisher: 'Almada Lines',
    unnamed: {
      terms: 'background',
      attribution: 'a list which the company sent to the harbour office',
      anonymity: 'Holds the names of the dead; nobody outside may see who passed it on.',
    },
  },
  almadaRelease: {
    kind: 'press',
    title: 'Statement on the events of 12 March',
    publisher: 'Almada Lines',
    url: 'https://almada-lines.example/statement',
    origin: 'Almada Lines, press office',
  },
  almadaInterview: {
    kind: 'press',
    title: 'Radio Tarsal, morning programme, 13 March',
    publisher: 'Radio Tarsal',
    url: 'https://radiotarsal.example/morning/0313',
    publishedOn: '2026-03-13',
    origin: 'Almada Lines, press office',
  },
  annualReport: {
    kind: 'document',
    title: 'Annual report 2025',
    publisher: 'Almada Lines',
    url: 'https://almada-lines.example/report-2025.pdf',
    origin: 'Almada Lines, press office',
  },
  hospitalCall: {
    kind: 'interview',
    title: 'Calls with the hospital’s director',
    author: 'Dr Amparo Solis',
  },
  estrelaInquiry: {
    kind: 'document',
    title: 'Inquiry into the loss of the Estrela',
    publisher: 'Court of Tarsal',
  },
  parishRegister: {
    kind: 'document',
    title: 'Register of burials, 1961',
    publisher: 'Parish of Santa Engracia',
  },
  sinkings: {
    kind: 'book',
    title: 'Lost between the islands: a list of sinkings, 1850–2010',
    publisher: 'Maritime Museum of Tarsal',
  },
  deckhand: {
    kind: 'interview',
    title: 'Deckhand of the Marisol',
    unnamed: {
      terms: 'background',
      attribution: 'a deckhand',
      anonymity: 'He is owed three months’ pay and fears to lose it.',
      approvedBy: 'sana',
    },
  },
  sourceF3: {
    kind: 'interview',
    title: 'Source F-3',
    unnamed: {
      terms: 'off-record',
      anonymity: 'Three people could know this; anything said about one of them would name him.',
      approvedBy: 'idris',
    },
  },
  scannerLog: {
    kind: 'dataset',
    title: 'Log of gate scanners, 1–12 March',
    publisher: 'Port authority',
    unnamed: {
      terms: 'background',
      attribution: 'records seen by this newspaper',
      anonymity: 'Handed over by an employee who may not hand it over.',
      approvedBy: 'idris',
    },
    takenBack: {
      by: 'karim',
      because: 'withdrawn',
      why: 'The port says that the file is from the test gate. Until that is settled nothing may rest on it.',
    },
  },
  harbourLog: {
    kind: 'official',
    title: 'Log of the harbour office, 12 March',
    publisher: 'Port authority',
  },
  surveyorLog: {
    kind: 'document',
    title: 'Surveyor’s log of 2 February',
    publisher: 'Ship inspection',
    unnamed: {
      terms: 'background',
      attribution: 'the surveyor’s own log',
      anonymity: 'A copy made in the office; who made it is known to two of us.',
    },
  },
  penalties: {
    kind: 'dataset',
    title: 'Penalties against shipping lines, 2016–2025',
    publisher: 'Ministry of Transport',
    url: 'https://transport.example/penalties.csv',
  },
  portTraffic: {
    kind: 'dataset',
    title: 'Port traffic 2025, table 4',
    publisher: 'Port authority',
    url: 'https://port-tarsal.example/traffic-2025',
  },
  parliament: {
    kind: 'official',
    title: 'Minutes of parliament, 9 June 2016',
    publisher: 'Parliament',
    publishedOn: '2016-06-09',
    url: 'https://parliament.example/minutes/2016-06-09',
  },
  boatCourt: {
    kind: 'document',
    title: 'Judgment 311/2022, consumers against Almada Lines',
    publisher: 'Court of Tarsal',
  },
  relativesCall: {
    kind: 'interview',
    title: 'Talk with Mariana Sá at the quay',
    author: 'Mariana Sá',
  },

  // The water
  waterBill: {
    kind: 'official',
    title: 'Tariff order 7/2026',
    publisher: 'Council of Tarsal',
    url: 'https://tarsal.example/orders/7-2026',
  },
  councilMinutes: {
    kind: 'official',
    title: 'Minutes of the council, 2 March 2026',
    publisher: 'Council of Tarsal',
    publishedOn: '2026-03-02',
    url: 'https://tarsal.example/minutes/2026-03-02',
  },
  waterReport: {
    kind: 'document',
    title: 'Annual report 2025',
    publisher: 'Tarsal Water',
    url: 'https://tarsalwater.example/2025.pdf',
  },
  waterAtlas: {
    kind: 'dataset',
    title: 'National atlas of water losses, 2024',
    publisher: 'Regulator of Utilities',
    url: 'https://regulator.example/atlas',
  },
  waterPrices: {
    kind: 'dataset',
    title: 'Water prices and rulings, 2016–2026',
    publisher: 'Regulator of Utilities',
    url: 'https://regulator.example/prices',
  },
  waterChief: {
    kind: 'interview',
    title: 'Interview with Helga Brandão, 3 March, recorded',
    author: 'Helga Brandão',
    publishedOn: '2026-03-03',
  },
  cityArchive: {
    kind: 'document',
    title: 'Water statutes, file 1889–1911',
    publisher: 'City archive',
  },

  // The strike
  terminalContract: {
    kind: 'document',
    title: 'Contract on the running of the port, November 2025',
    publisher: 'Port authority',
  },
  policeSheet: {
    kind: 'official',
    title: 'Police sheet of 9 March',
    publisher: 'Harbour police',
  },
  pensionSheet: {
    kind: 'document',
    title: 'Balance of the dockers’ pension fund, 2024 and 2025',
    unnamed: {
      terms: 'background',
      attribution: 'a balance sheet seen by this newspaper',
      anonymity: 'From a member of the fund’s board who may not pass it on.',
      approvedBy: 'sana',
    },
  },
  strikeArchive: {
    kind: 'book',
    title: 'The long spring of 1994',
    publisher: 'Dockers’ union',
  },

  // All the others
  auctionSheet: {
    kind: 'dataset',
    title: 'Auction sheet of the fish hall, 12 March',
    publisher: 'Fish hall of Tarsal',
  },
  lightService: {
    kind: 'official',
    title: 'Staff book of the lighthouse service',
    publisher: 'Lighthouse service',
  },
  keeperFamily: {
    kind: 'interview',
    title: 'Call with the keeper’s daughter',
  },
  indictment: {
    kind: 'document',
    title: 'Indictment 88/2025',
    publisher: 'Prosecutor of Tarsal',
  },
  leagueSheet: {
    kind: 'dataset',
    title: 'Match sheet, round 24',
    publisher: 'Coast League',
    url: 'https://coastleague.example/24/tarsal-vila-rosa',
  },
  tideGauge: {
    kind: 'dataset',
    title: 'Tide gauge Tarsal North, hourly',
    publisher: 'Hydrographic office',
    url: 'https://hydro.example/tarsal-north',
  },
  civilDefence: {
    kind: 'official',
    title: 'Civil defence, statement of 10 March',
    publisher: 'Civil defence',
  },
  shippingNote: {
    kind: 'document',
    title: 'Shipping note of the Nura, 19 February',
    unnamed: {
      terms: 'background',
      attribution: 'a shipping note seen by this newspaper',
      anonymity: 'Photographed by a warehouse hand, who would lose his place.',
    },
  },
} as const satisfies Record<string, DemoSource>

export type DemoSourceKey = keyof typeof demoSources
