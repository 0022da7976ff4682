import { expect, test } from 'vitest'
import { guessKind } from './kind-guess.ts'

test.each([
  ['several hundreds, some say, thousands, perished', 'casualty'],
  ['At least 41 people died', 'casualty'],
  ['admitted 112 people, 17 of them injured', 'casualty'],
  ['allegedly abandoned the wheelhouse', 'allegation'],
  ['was accused of taking bribes', 'allegation'],
  ['"without a single remark"', 'quote'],
  ['“We have never seen this”', 'quote'],
  ['traffic grew by 38%', 'statistic'],
  ['€4.2 million', 'statistic'],
  ['the largest on the coast', 'superlative'],
  ['the oldest on the coast', 'superlative'],
  ['its deadliest winter', 'superlative'],
  ['Ernest honest guests', 'other'],
  ['late Wednesday night', 'date'],
  ['On March 7, 2016', 'date'],
  ['last week', 'date'],
  ['Khalid Maqbool Siddiqui', 'name'],
  ['Dr Amparo Solis', 'name'],
  ['26 sectors', 'statistic'],
  ['the party is divided', 'other'],
] as const)('KD1 “%s” is guessed to be: %s', (words, kind) => expect(guessKind(words)).toBe(kind))
