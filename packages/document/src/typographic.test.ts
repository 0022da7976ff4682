import { expect, test } from 'vitest'
import { isTypographic } from './typographic.ts'

test.each([
  ['straight and curly quotation marks', 'He said "no"', 'He said “no”'],
  ['guillemets', '“Nein”', '«Nein»'],
  ['curly and straight apostrophes', 'the mill’s owner', "the mill's owner"],
  ['two hyphens and a dash', 'nobody -- nobody', 'nobody—nobody'],
  ['a dash with and without spaces', 'nobody – nobody', 'nobody—nobody'],
  ['a range', '1990-95', '1990–95'],
  ['space', 'at  least\u00A041', 'at least 41'],
  ['a line end', 'at least\n41', 'at least 41'],
  ['capitals', 'the Coast Guard', 'the coast guard'],
  ['an ellipsis', 'and then...', 'and then…'],
  ['a composed letter', 'Jose\u0301', 'José'],
  ['a soft hyphen', 'har\u00ADbour', 'harbour'],
])('TY1 typographic: %s', (_case, before, after) => {
  expect([isTypographic(before, after), isTypographic(after, before)]).toEqual([true, true])
})

test.each([
  ['a figure', 'At least 41 died', 'At least 44 died'],
  ['a decimal mark', '4.1 million', '41 million'],
  ['space inside a number', '900 000', '900000'],
  ['space between words', 'every one', 'everyone'],
  ['a hyphen that goes', 're-sign', 'resign'],
  ['a comma', 'No, killed', 'No killed'],
  ['feet and inches', "5' long", '5" long'],
  ['a minus sign', '-5 degrees', '5 degrees'],
  ['a word', 'largest', 'biggest'],
  ['an accent', 'resume', 'résumé'],
  ['quotation marks that go', 'a “safe” ship', 'a safe ship'],
  ['a question mark', 'It was safe.', 'It was safe?'],
  ['nothing at all', 'the same', 'the same'],
])('TY1 another wording: %s', (_case, before, after) => {
  expect([isTypographic(before, after), isTypographic(after, before)]).toEqual([false, false])
})
