/**
 * Articles made up for these tests, brought in over the API so that each test has one of its own, and what the API says of them
 * afterwards. The difficulty is that of a real one: a repeated title, a date line, a deck, curly and straight marks, "--", two spaces.
 */
import { randomUUID } from 'node:crypto'
import type { ArticleDraft } from '#document/draft.ts'
import type { ClaimKind } from '#domain/kind.ts'
import type { ClaimView } from '#protocol/view.ts'
import type { Person } from './people.ts'

export const damTitle = 'The night the dam at Velm gave way'
export const damDeck =
  'Ten years on, nobody has said who ordered the gates shut -- or how many people were asleep in the houses below them'
export const damParagraphs = [
  'The valley filled in eleven minutes, and several hundreds, some say, thousands, perished before anybody rang a bell. The county’s own count stops at 412.',
  '“We were told it would hold,” says a foreman who asked not to be named. "It’s in the log -- page 9,"  he adds.',
  'Two engineers allegedly sold the spare gate in 1991. Officials deny it. It is the oldest dam in the country.',
  'The inquiry meets again on Friday.',
] as const

/** As somebody would paste it. */
export const damPaste = [damTitle, damTitle, '13 March 2016', damDeck, damTitle, ...damParagraphs, ''].join('\n\n')
/** What is kept of it, character by character. */
export const damText = [damTitle, damDeck, ...damParagraphs].join('\n')

/**
 * The same article under a title of its own, so that it is found on a desk full of others, whichever run made them. It has no digit:
 * a figure in it would be suggested as a claim.
 */
export function titled(about: string): { readonly title: string; readonly text: string } {
  const own = randomUUID()
    .slice(0, 8)
    .replace(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))
  const title = `${about}, ${own}`
  return { title, text: damPaste.replaceAll(damTitle, title) }
}

export const toll = 'several hundreds, some say, thousands, perished'
export const allegation = 'Two engineers allegedly sold the spare gate in 1991.'

interface Given {
  readonly text?: string
  /** Hours from now; null for no deadline. */
  readonly dueIn?: number | null
  /** Whether its desk opens with suggested claims: for tests about them. */
  readonly suggests?: boolean
}

/** Brings an article in and returns its id. */
export async function anArticle(
  person: Person,
  { text = damPaste, dueIn = null, suggests = false }: Given = {},
): Promise<string> {
  const { article } = await person.ask<{ article: ArticleDraft }>('POST', 'articles/import', { text })
  const dueAt = dueIn === null ? null : new Date(Date.now() + dueIn * 3_600_000).toISOString()
  const { id } = await person.ask<{ id: string }>('POST', 'articles', { ...article, dueAt, suggests })
  return id
}

export async function textOf(person: Person, article: string): Promise<string> {
  const { text } = await person.ask<{ text: string }>('GET', `articles/${article}/text`)
  return text
}

export async function claimsOf(person: Person, article: string): Promise<ClaimView[]> {
  const { claims } = await person.ask<{ claims: ClaimView[] }>('GET', `articles/${article}/claims`)
  return claims
}

export const claimOf = (person: Person, article: string, claim: string): Promise<ClaimView> =>
  person.ask('GET', `articles/${article}/claims/${claim}`)

/** Marks words as a program would: for tests that are about something else. */
export const aClaim = (person: Person, article: string, exact: string, kind: ClaimKind): Promise<ClaimView> =>
  person.ask('POST', `articles/${article}/claims`, { exact, kind })

/** A verdict on the words as they stand, given over the API. */
export async function aVerdict(
  person: Person,
  article: string,
  claim: string,
  { rating = 'confirmed', why = '' }: { rating?: string; why?: string } = {},
): Promise<void> {
  const { words, verdict } = await claimOf(person, article, claim)
  const seen = { wordsSeen: words, verdictSeen: verdict?.seq ?? null }
  await person.ask('POST', `articles/${article}/claims/${claim}/verdicts`, { rating, why, ...seen })
}
