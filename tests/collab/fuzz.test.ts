/**
 * Mornings by chance (`builders/fuzzed-morning.ts`). FUZZ_RUNS=500 looks longer; FUZZ_SEED and FUZZ_PATH, as a failure prints them,
 * repeat it; `npm run fuzz` does both for as long as one likes.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMorning, type Step, steps } from '../builders/fuzzed-morning.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { aServer, type TestServer } from '../builders/server.ts'

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 25)
const path = process.env['FUZZ_PATH']
const seed = Number(process.env['FUZZ_SEED'] ?? 20_160_313)

/** Mornings on which something once went wrong, by what it was. */
const keptFailures: Readonly<Record<string, readonly Step[]>> = {
  'a claim cut with its mark and pasted twice stands once': [
    { do: 'mark', who: 0, at: 30, length: 12 },
    { do: 'wait', ms: 12 },
    { do: 'cut', who: 1, at: 25, length: 30 },
    { do: 'paste', who: 1, at: 60 },
    { do: 'paste', who: 1, at: 140 },
    { do: 'undo', who: 1 },
  ],
  'a block joined by one while another writes in it offline': [
    { do: 'mark', who: 2, at: 5, length: 40 },
    { do: 'drop', who: 1 },
    { do: 'join', who: 0, which: 0 },
    { do: 'type', who: 1, at: 12, words: 'while' },
    { do: 'mark', who: 1, at: 3, length: 20 },
    { do: 'return', who: 1 },
    { do: 'undo', who: 0 },
  ],
}

let server: TestServer
let people: Person[]

beforeAll(async () => {
  server = await aServer()
  people = await Promise.all(['noor', 'karim', 'idris'].map((who) => aPerson(server, who)))
})

afterAll(async () => {
  for (const person of people ?? []) person.leave()
  await server?.stop()
})

test.each(Object.entries(keptFailures))('FZ1 %s', async (_name, taken) => {
  await aMorning({ people }, taken)
  expect(server.errors).toEqual([])
})

test(
  `FZ1 after any of ${numRuns} mornings everyone has the same text, and the claims are the marks (seed ${seed})`,
  { timeout: 60_000 + numRuns * 20_000 },
  async () => {
    const property = fc.asyncProperty(steps({ kills: false }), (taken) => aMorning({ people }, taken))
    await fc.assert(property, { numRuns, seed, endOnFailure: true, ...(path === undefined ? {} : { path }) })
    expect(server.errors).toEqual([])
  },
)
