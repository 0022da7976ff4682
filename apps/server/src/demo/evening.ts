/** The evening of the demo: its articles in the order in which they came in. */
import { craneTrial } from './crane-trial.ts'
import type { DemoArticle } from './demo-article.ts'
import { ferry } from './ferry.ts'
import { fishMarket } from './fish-market.ts'
import { harbourDerby } from './harbour-derby.ts'
import { harbourStrike } from './harbour-strike.ts'
import { lighthouseKeeper } from './lighthouse-keeper.ts'
import { stormSurge } from './storm-surge.ts'
import { tramLine } from './tram-line.ts'
import { warehouseFire } from './warehouse-fire.ts'
import { waterTariffs } from './water-tariffs.ts'

export const evening: readonly DemoArticle[] = [
  waterTariffs,
  harbourDerby,
  warehouseFire,
  craneTrial,
  harbourStrike,
  fishMarket,
  lighthouseKeeper,
  stormSurge,
  ferry,
  tramLine,
]
