import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cues, cuesIn } from './checkable.ts'

test.each([
  ['nothing', 'en', 'He waited by the door.', []],
  ['nothing, said by “I”', 'en', 'So I waited by the door.', []],
  ['a figure', 'en', 'He waited for 41 hours.', ['figure']],
  ['a figure in words', 'en', 'He waited for dozens of them.', ['figure']],
  ['a quotation', 'en', '“It sank,” he said.', ['quotation']],
  ['words in single quotation marks', 'en', 'It was ‘grey’ then, isn’t it.', ['quotation']],
  ['a date', 'en', 'It sank on a monday.', ['date']],
  ['a name further on', 'en', 'The ferry Marisol sank.', ['name']],
  ['a name at the start', 'en', 'Noor Khan waited.', ['name']],
  ['letters', 'en', 'The party, MQM, waited.', ['name']],
  ['a superlative', 'en', 'It was the largest on the coast.', ['superlative']],
  ['Urdu figures', 'ur', 'کم از کم ۹ افراد ڈوب گئے۔', ['figure']],
  ['an Urdu month', 'ur', 'جہاز مارچ میں ڈوبا۔', ['date']],
  ['an Arabic weekday and guillemets', 'ar', 'قال «غرقت» يوم الأربعاء.', ['quotation', 'date']],
  ['a German noun is no name', 'de', 'Der Hund wartet auf den Zug.', []],
  ['a German month', 'de', 'Der Hund kam im Dezember.', ['date']],
  ['a German name', 'de', 'Dort wartet Anna Klein.', ['name']],
  ['a French month', 'fr', 'Le navire a coulé en février.', ['date']],
] as const)('SN5 what can be checked: %s', (_case, language, words, found) =>
  expect(cuesIn(words, language)).toEqual(found),
)

test('SN5 cues stand in one order, each once, whatever the text and the language', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'ur', 'de', 'xx', '', '?'), (words, language) => {
      const found = cuesIn(words, language)
      expect(found).toEqual(cues.filter((cue) => found.includes(cue)))
    }),
  )
})
