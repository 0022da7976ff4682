/**
 * Mornings by chance on which the server is killed in between: the built server as a process of its own, started again on the same
 * folder. FUZZ_KILL_RUNS=100 looks longer; FUZZ_SEED and FUZZ_PATH, as a failure prints them, repeat it; also by `npm run fuzz`.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMorning, steps } from '../builders/fuzzed-morning.ts'
import { aPerson, type Person } from '../builders/person.ts'
import { type Premises, type ServerProcess, somePremises } from '../builders/server-process.ts'

const numRuns = Number(process.env['FUZZ_KILL_RUNS'] ?? 4)
const path = process.env['FUZZ_PATH']
const seed = Number(process.env['FUZZ_SEED'] ?? 20_160_313)

let premises: Premises
let server: ServerProcess
let people: Person[]

beforeAll(async () => {
  premises = await somePremises()
  server = await premises.start()
  people = await Promise.all(['noor', 'karim', 'idris'].map((who) => aPerson(server, who)))
}, 120_000)

afterAll(async () => {
  for (const person of people ?? []) person.leave()
  await premises?.clear()
}, 120_000)

const killServer = async (): Promise<void> => {
  await server.kill()
  server = await premises.start()
}

test(
  `FZ2 after any of ${numRuns} mornings with kills of the server nothing logged is missing (seed ${seed})`,
  { timeout: 120_000 + numRuns * 120_000 },
  async () => {
    let mornings = 0
    const property = fc.asyncProperty(steps({ kills: true }), async (taken) => {
      await aMorning({ people, killServer }, taken)
      mornings += 1
    })
    await fc.assert(property, { numRuns, seed, endOnFailure: true, ...(path === undefined ? {} : { path }) })
    expect(mornings).toBeGreaterThan(0)
  },
)
