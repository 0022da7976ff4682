import { describe, expect, it } from 'vitest'
import { needsWhy, ratings } from '#domain/rating.ts'
import { riskOf } from '#domain/risk.ts'
import { documentFrom } from '#document/seed.ts'
import { textOf } from '#document/text.ts'
import { importPasted } from '../import/paste.ts'
import type { DemoArticle, DemoClaim, DemoVerdict } from './demo-article.ts'
import { evening } from './evening.ts'
import { ferry } from './ferry.ts'
import { type DemoSourceKey, demoSources } from './sources.ts'

function readIn(article: DemoArticle) {
  const imported = importPasted({ text: article.text })
  if (!imported.ok) throw new Error(imported.refusal)
  const { article: draft, notes } = imported.value
  return { draft, notes, text: textOf(documentFrom(draft.document)).text }
}

const articles = evening.map((article) => ({ article, ...readIn(article), name: readIn(article).draft.title }))

const times = (text: string, words: string): number => text.split(words).length - 1

/** The text once everybody has changed in it what the table says. */
function turned(text: string, claims: readonly DemoClaim[]): string {
  let now = text
  for (const { afterwards } of claims) {
    if (afterwards?.kind === 'reworded') now = now.replace(afterwards.replace, () => afterwards.with)
    if (afterwards?.kind === 'detached') now = now.replace(afterwards.cut, '')
  }
  return now
}

function verdictsOf({ finding }: DemoClaim): readonly DemoVerdict[] {
  if (finding === undefined) return []
  return finding.kind === 'conflict' ? [finding.first, finding.second] : [finding]
}

describe.each(articles)('$name', ({ article, draft, text }) => {
  it('DM1 comes in with a title, a date and without anything left over', () => {
    expect(draft.publicationDate).toMatch(/^2026-03-\d\d$/)
    expect(text.startsWith(`${draft.title}\n`)).toBe(true)
    expect(times(text, draft.title)).toBe(1)
  })

  it('DM2 holds the words of every claim exactly once, however the text has changed meanwhile', () => {
    const later = turned(text, article.claims)
    for (const { words, afterwards } of article.claims) {
      expect(times(text, words), words).toBe(1)
      const isTouched = afterwards?.kind === 'reworded' || afterwards?.kind === 'detached'
      expect(times(later, words), words).toBe(isTouched ? 0 : 1)
    }
  })

  it('DM3 changes words of the claim that the change is told of', () => {
    for (const { words, afterwards } of article.claims) {
      if (afterwards?.kind === 'reworded') {
        expect(times(text, afterwards.replace), words).toBe(1)
        const [from, at] = [text.indexOf(words), text.indexOf(afterwards.replace)]
        expect(at + afterwards.replace.length, words).toBeGreaterThan(from)
        expect(at, words).toBeLessThan(from + words.length)
      }
      if (afterwards?.kind === 'detached') {
        expect(times(text, afterwards.cut), words).toBe(1)
        expect(afterwards.cut).toContain(words)
      }
    }
  })

  it('DM4 asks of its people only what the rules let them do', () => {
    for (const claim of article.claims) {
      for (const { rating, why } of verdictsOf(claim)) expect(needsWhy(rating) && why === '', claim.words).toBe(false)
      for (const { locator } of claim.evidence ?? []) expect(locator, claim.words).not.toBe('')
      if (claim.risk !== undefined) expect(claim.risk).not.toBe(riskOf({ kind: claim.kind, risk: null }))
    }
  })
})

it('DM5 the long article shows every rating, every standing and every kind of query', () => {
  const { claims } = ferry
  expect(claims.length).toBeGreaterThanOrEqual(34)
  expect(new Set(claims.flatMap(verdictsOf).map(({ rating }) => rating))).toEqual(new Set(ratings))
  expect(new Set(claims.map(({ finding }) => finding?.kind))).toEqual(
    new Set([undefined, 'verdict', 'signed', 'conflict']),
  )
  expect(new Set(claims.map(({ afterwards }) => afterwards?.kind))).toEqual(
    new Set([undefined, 'reworded', 'detached', 'withdrawn']),
  )
  expect(new Set(claims.flatMap(({ queries = [] }) => queries.map(({ state }) => state)))).toEqual(
    new Set(['asked', 'answered', 'decided']),
  )
})

it('DM6 the long article’s sources are of all terms, repeat one another, and one was taken back', () => {
  const sourcesOf = ({ evidence = [] }: DemoClaim) => evidence.map(({ source }) => demoSources[source])
  const used = ferry.claims.flatMap(sourcesOf)
  expect(new Set(used.map((source) => ('unnamed' in source ? source.unnamed.terms : 'on-record')))).toEqual(
    new Set(['on-record', 'background', 'off-record']),
  )
  expect(used.some((source) => 'takenBack' in source)).toBe(true)
  const isOfOneOrigin = (claim: DemoClaim) => {
    const origins = sourcesOf(claim).map((source) => ('origin' in source ? source.origin : source.title))
    return origins.length > 1 && new Set(origins).size === 1
  }
  expect(ferry.claims.some(isOfOneOrigin)).toBe(true)
  expect(ferry.claims.some(({ evidence }) => evidence === undefined)).toBe(true)
})

it('DM7 no source lies in the library unused', () => {
  const used = new Set(
    evening.flatMap(({ claims }) => claims.flatMap(({ evidence = [] }) => evidence)).map((one) => one.source),
  )
  const keys = Object.keys(demoSources) as DemoSourceKey[]
  expect(keys.filter((key) => !used.has(key))).toEqual([])
})

it('DM8 two articles run from right to left, in Urdu and in Arabic', () => {
  expect(articles.filter(({ draft }) => draft.direction === 'rtl').map(({ draft }) => draft.language)).toEqual([
    'ar',
    'ur',
  ])
})
