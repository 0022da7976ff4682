import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { roles } from '#domain/actor.ts'
import { standings } from '#domain/claim.ts'
import { claimFilters, stages } from '#domain/desk.ts'
import { stances } from '#domain/evidence.ts'
import { sourceKinds, sourceStates, sourceTerms } from '#domain/source.ts'
import { claimKinds } from '#domain/kind.ts'
import { ratings } from '#domain/rating.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { tickReasons } from '#domain/tick.ts'
import type { WordKey } from './catalogue.ts'
import { readPreference } from './preference.ts'
import { pseudo } from './pseudo.ts'
import { makeWords } from './words.tsx'

/** What a file of this folder exports as sentences: keys of an area, a dot, and what they are for. */
const isArea = (exported: unknown): exported is Readonly<Record<string, string>> =>
  typeof exported === 'object' &&
  exported !== null &&
  Object.entries(exported).length > 0 &&
  Object.entries(exported).every(([key, sentence]) => key.includes('.') && typeof sentence === 'string')

/** The areas by their files' names: whoever adds one is held to the rules without a list to keep. */
const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  await Promise.all(
    readdirSync(import.meta.dirname)
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(async (file) => {
        const part = (await import(`./${file}`)) as Record<string, unknown>
        return [path.basename(file, '.ts'), Object.assign({}, ...Object.values(part).filter(isArea))] as const
      }),
  ),
)
const entries = Object.values(areas).flatMap((area) => Object.entries(area)) as [WordKey, string][]
const keys = entries.map(([key]) => key as string)

describe('the catalogue', () => {
  test('WD1 every sentence is a message that can be read', () => {
    for (const [key, message] of entries) expect(() => new IntlMessageFormat(message, 'en-GB'), key).not.toThrow()
  })

  test('WD10 no sentence has a skeleton of a number or date, whose parser the pages do not carry', () => {
    expect(entries.filter(([, message]) => /,\s*(?:number|date|time)\s*[,}]/.test(message))).toEqual([])
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
      ...sourceTerms.map((terms) => `terms.${terms}`),
      ...sourceStates.map((state) => `sourceState.${state}`),
      ...tickReasons.map((reason) => `tick.reason.${reason}`),
      ...refusalCodes.map((code) => `refusal.${code}`),
    ]
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([])
  })

  test('WD3 no key stands in two areas', () => {
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('WD4 the tone stays calm: no exclamation marks, and none of the words to avoid', () => {
    const loud = entries.filter(([, message]) => /!|\b(?:oops|invalid|item|asset|reject(?:ed)?)\b/i.test(message))
    expect(loud).toEqual([])
  })
})

/** Names of the areas whose keys stand in the source: as they are, or as the beginning of a template. */
function areasIn(source: string): string[] {
  const named = new Set([...source.matchAll(/['"`]([a-z][A-Za-z]*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key))
  const begun = [...source.matchAll(/`([a-z][A-Za-z]*\.(?:[\w-]+\.)*)\$\{/g)].map(([, beginning]) => beginning ?? '')
  const spoken = (key: string) => named.has(key) || begun.some((beginning) => key.startsWith(beginning))
  return Object.entries(areas).flatMap(([area, words]) => (Object.keys(words).some(spoken) ? [area] : []))
}

const folder = path.resolve(import.meta.dirname, '..')
const sourceOf = (file: string) => readFileSync(path.join(folder, file), 'utf8')

const imported = (file: string, named: string): string =>
  path.relative(
    folder,
    named.startsWith('#web/') ? path.join(folder, named.slice(5)) : path.resolve(folder, file, '..', named),
  )

/** The files that are loaded at once with this one, itself included. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const statements = sourceOf(file).matchAll(
    /^(?:import|export)\b(?! type\b)[^'"()=]*['"]((?:\.|#web\/)[^'"]+\.tsx?)['"]/gm,
  )
  for (const [, named = ''] of statements) loadedWith(imported(file, named), seen)
  return seen
}

test('WD9 what is loaded together speaks only in sentences that are loaded with it', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  const loadedLater = files.flatMap((file) =>
    [...sourceOf(file).matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, named = '']) => imported(file, named)),
  )
  const atOnce = loadedWith('main.tsx')
  const missing = ['main.tsx', ...new Set(loadedLater)].flatMap((entry) => {
    const together = new Set([...loadedWith(entry), ...atOnce])
    const speaking = [...together].filter((file) => !file.startsWith(`words${path.sep}`))
    const wanted = new Set(speaking.flatMap((file) => areasIn(sourceOf(file))))
    return [...wanted]
      .filter((area) => !together.has(path.join('words', `${area}.ts`)))
      .map(
        (area) =>
          `${entry}: ${area}, for ${speaking.filter((file) => areasIn(sourceOf(file)).includes(area)).join(' ')}`,
      )
  })
  expect(missing.join('\n')).toBe('')
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
