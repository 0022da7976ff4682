import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { roles } from '#domain/actor.ts'
import { standings } from '#domain/claim.ts'
import { claimFilters, stages } from '#domain/desk.ts'
import { stances } from '#domain/evidence.ts'
import { sourceKinds } from '#domain/source.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { articleWords } from './article.ts'
import { catalogue, type WordKey } from './catalogue.ts'
import { deskWords } from './desk.ts'
import { importWords } from './import.ts'
import { readPreference } from './preference.ts'
import { pseudo } from './pseudo.ts'
import { shellWords } from './shell.ts'
import { termWords } from './terms.ts'
import { makeWords } from './words.tsx'

const entries = Object.entries(catalogue) as [WordKey, string][]

describe('the catalogue', () => {
  test('WD1 every sentence is a message that can be read', () => {
    for (const [key, message] of entries) expect(() => new IntlMessageFormat(message, 'en-GB'), key).not.toThrow()
  })

  test('WD2 every name of the domain has its words', () => {
    const wanted = [
      ...claimKinds.map((kind) => `kind.${kind}`),
      ...ratings.map((rating) => `rating.${rating}`),
      ...standings.map((standing) => `standing.${standing}`),
      ...claimFilters.map((filter) => `filter.${filter}`),
      ...claimFilters.map((filter) => `desk.showing.${filter}`),
      ...stages.map((stage) => `stage.${stage}`),
      ...roles.map((role) => `role.${role}`),
      ...stances.map((stance) => `stance.${stance}`),
      ...sourceKinds.map((kind) => `sourceKind.${kind}`),
      ...refusalCodes.map((code) => `refusal.${code}`),
    ]
    expect(wanted.filter((key) => !Object.hasOwn(catalogue, key))).toEqual([])
  })

  test('WD3 no key stands in two areas', () => {
    const keys = [shellWords, termWords, deskWords, importWords, articleWords].flatMap((area) => Object.keys(area))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('WD4 the tone stays calm: no exclamation marks, and none of the words to avoid', () => {
    const loud = entries.filter(([, message]) => /!|\b(?:oops|invalid|item|asset|reject(?:ed)?)\b/i.test(message))
    expect(loud).toEqual([])
  })
})

describe('the right-to-left test language', () => {
  const names = (message: ReturnType<IntlMessageFormat['getAst']>): string[] =>
    message.flatMap((part): string[] => {
      if ('options' in part) return [part.value, ...Object.values(part.options).flatMap(({ value }) => names(value))]
      return part.type === 0 ? [] : 'value' in part ? [part.value] : ['#']
    })

  test('WD5 placeholders and plurals stay what they are', () => {
    for (const [key, message] of entries) {
      const plain = new IntlMessageFormat(message, 'en-GB').getAst()
      expect(names(pseudo(plain)), key).toEqual(names(plain))
    }
  })

  test('WD5 words are turned round and values are not', () => {
    const { t } = makeWords('pseudo')
    expect(t('desk.count', { count: 3 })).toBe('3 \u202earticles\u202c')
    expect(t('app.title', { page: 'Ferry' })).toContain('Ferry')
  })
})

test('WD6 words of the other direction inside a sentence are kept together', () => {
  const { t } = makeWords('en')
  expect(t('app.title', { page: 'Ferry' })).toBe('Ferry · Tickmark')
  expect(t('app.title', { page: 'بندرگاہ' })).toBe('\u2068بندرگاہ\u2069 · Tickmark')
})

test('WD7 a refusal this page does not know yet is told in the server’s words', () => {
  const { whyNot } = makeWords('en')
  expect(whyNot('own-verdict')).toBe('This verdict is yours. Someone else has to sign it off.')
  expect(whyNot({ refusal: 'from-the-future', text: 'Something new.' })).toBe('Something new.')
})

test.each([null, '', '{', '3', 'null', '{"theme":"sepia","language":7}'])(
  'WD8 a remembered choice of %s is no choice',
  (stored) => {
    expect(readPreference(stored)).toEqual({ theme: 'system', language: 'en' })
  },
)
