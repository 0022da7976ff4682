/** The demo's articles, and what its people have done with them so far this evening. */
import type { Actor } from '#domain/actor.ts'
import type { Stance } from '#domain/evidence.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { Rating } from '#domain/rating.ts'
import type { Result } from '#domain/result.ts'
import { assignClaim, giveVerdictOn, type OnClaim, signOffOn } from '../decisions/claim-decision.ts'
import { attachEvidenceTo } from '../decisions/evidence.ts'
import { markQuote } from '../decisions/marking.ts'
import { bringArticleIn } from '../decisions/new-article.ts'
import type { Services } from '../decisions/services.ts'
import { importPasted } from '../import/paste.ts'
import { readClaim } from '../projection/claim-reader.ts'
import { bareSource, type SourceDetails } from '#domain/source.ts'
import { ferryText } from './ferry.ts'
import { harbourStrikeText } from './harbour-strike.ts'

interface DemoClaim {
  readonly words: string
  readonly kind: ClaimKind
  readonly by: 'noor' | 'karim'
  readonly assigned?: 'noor' | 'karim'
  readonly verdict?: readonly [rating: Rating, why: string]
  readonly source?: readonly [details: SourceDetails, stance: Stance, locator: string, excerpt: string]
  readonly signed?: true
}

const bulletin: SourceDetails = {
  ...bareSource,
  kind: 'official',
  title: 'Coast guard bulletin 14',
  publisher: 'Coast guard',
  url: '',
}
const register: SourceDetails = {
  ...bareSource,
  kind: 'official',
  title: 'Register of ships, entry Marisol',
  publisher: 'Port authority',
  url: '',
}
const inquiry: SourceDetails = {
  ...bareSource,
  kind: 'document',
  title: 'Inquiry into the loss of the Estrela',
  publisher: 'Court of Tarsal',
  url: '',
}
const hospital: SourceDetails = {
  ...bareSource,
  kind: 'interview',
  title: 'Call with the hospital’s director',
  publisher: '',
  url: '',
}

const ferryClaims: readonly DemoClaim[] = [
  {
    words: 'At least 41 people died',
    kind: 'casualty',
    by: 'noor',
    assigned: 'noor',
    verdict: ['confirmed', ''],
    source: [bulletin, 'supports', 'p. 1, line 4', '41 bodies recovered as of 06:00'],
    signed: true,
  },
  { words: 'late on Thursday night', kind: 'date', by: 'noor', assigned: 'noor', verdict: ['confirmed', ''] },
  { words: 'Survivors put the toll above 60', kind: 'casualty', by: 'karim' },
  {
    words: 'several hundred, some say, a thousand, were on a deck licensed for 420',
    kind: 'casualty',
    by: 'karim',
    assigned: 'karim',
    verdict: ['cannot-confirm', 'The licence is for 420; nobody has a passenger list.'],
    source: [register, 'context', 'sheet 2', 'licensed passengers: 420'],
  },
  { words: '900,000 passengers a year', kind: 'statistic', by: 'noor', assigned: 'noor' },
  { words: 'the largest on the coast', kind: 'superlative', by: 'noor' },
  { words: '"without a single remark"', kind: 'quote', by: 'karim', assigned: 'karim' },
  { words: 'Two crew members allegedly abandoned the wheelhouse', kind: 'allegation', by: 'noor', assigned: 'noor' },
  {
    words: 'who has commanded the Marisol since 2011',
    kind: 'history',
    by: 'karim',
    verdict: ['wrong', 'The crew list says 2013.'],
  },
  {
    words: 'admitted 112 people, 17 of them children',
    kind: 'casualty',
    by: 'noor',
    assigned: 'noor',
    verdict: ['confirmed', ''],
    source: [hospital, 'supports', '14 March, 08:20', ''],
    signed: true,
  },
  {
    words: 'with the loss of 29 lives',
    kind: 'casualty',
    by: 'karim',
    assigned: 'karim',
    verdict: ['confirmed', ''],
    source: [inquiry, 'supports', 'p. 3', 'twenty-nine persons'],
    signed: true,
  },
  { words: 'scanners had been switched off since the beginning of the month', kind: 'allegation', by: 'karim' },
  {
    words: 'It has been fined 11 times in ten years',
    kind: 'statistic',
    by: 'noor',
    verdict: ['needs-context', 'Nine fines; two were lifted on appeal.'],
  },
  { words: 'traffic grew by 38% between 2019 and 2025', kind: 'statistic', by: 'noor' },
]

const strikeClaims: readonly DemoClaim[] = [
  { words: '1,400 مزدور', kind: 'statistic', by: 'noor', assigned: 'noor' },
  { words: 'کم از کم 9 افراد زخمی ہوئے', kind: 'casualty', by: 'noor', verdict: ['confirmed', ''] },
  { words: 'رحیم داد', kind: 'name', by: 'karim' },
]

type People = (email: string) => Promise<Actor>

export async function seedArticles(services: Services, person: People): Promise<void> {
  const hour = 60 * 60 * 1000
  await seedArticle(services, person, ferryText, 2 * hour, ferryClaims)
  await seedArticle(services, person, harbourStrikeText, 5 * hour, strikeClaims)
}

async function seedArticle(
  services: Services,
  person: People,
  text: string,
  dueInMs: number,
  claims: readonly DemoClaim[],
): Promise<void> {
  const reporter = { actor: await person('rafi@demo.test'), once: null }
  const { article } = must(importPasted({ text }))
  const dueAt = new Date(services.now().getTime() + dueInMs).toISOString()
  const { id: articleId } = must(await bringArticleIn(services, reporter, article, dueAt))
  for (const claim of claims) await seedClaim(services, person, articleId, claim)
}

async function seedClaim(services: Services, person: People, articleId: string, claim: DemoClaim): Promise<void> {
  const checker = { actor: await person(`${claim.by}@demo.test`), once: null }
  const { id } = must(await markQuote(services, checker, articleId, { exact: claim.words }, claim.kind))
  const on: OnClaim = { ...checker, articleId, claim: id }
  if (claim.assigned !== undefined)
    must(await assignClaim(services, on, (await person(`${claim.assigned}@demo.test`)).id))
  if (claim.source !== undefined) {
    const [source, stance, locator, excerpt] = claim.source
    must(await attachEvidenceTo(services, on, { source, stance, locator, excerpt }))
  }
  if (claim.verdict === undefined) return
  const [rating, why] = claim.verdict
  must(await giveVerdictOn(services, on, await seenNow(services, on), { rating, why }))
  if (claim.signed !== true) return
  const editor = { actor: await person('idris@demo.test'), once: null }
  must(await signOffOn(services, { ...on, ...editor }, await seenNow(services, on)))
}

async function seenNow({ db }: Services, { actor, articleId, claim }: OnClaim) {
  const found = await db.inNewsroom(actor.newsroomId, (tx) => readClaim(tx, articleId, claim))
  if (found === null) throw new Error('A claim of the demo is missing.')
  return { words: found.row.words, verdict: found.newest?.seq ?? null }
}

function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`The demo could not be made: ${result.refusal}.`)
}
