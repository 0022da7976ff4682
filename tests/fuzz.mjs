/**
 * Mornings by chance for as long as one likes: `npm run fuzz -- --seed 7 --rounds 200`, or `--minutes 60`, which goes on with the next seed
 * until the time is over. Without a seed the clock gives one; it is printed, and so is what repeats a failure.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, rounds: { type: 'string' }, minutes: { type: 'string' } },
})
const whole = (name, otherwise) => {
  const given = values[name]
  if (given !== undefined && !/^\d+$/.test(given)) throw new Error(`--${name} is a whole number, not “${given}”.`)
  return given === undefined ? otherwise : Number(given)
}
const minutes = whole('minutes', 0)
const rounds = whole('rounds', minutes > 0 ? 20 : 100)
const until = Date.now() + minutes * 60_000

let seed = whole('seed', Date.now() % 2 ** 31)
do {
  process.stdout.write(`fuzz: seed ${seed}, ${rounds} mornings, and a tenth of them with kills of the server\n`)
  const env = {
    ...process.env,
    FUZZ_SEED: String(seed),
    FUZZ_RUNS: String(rounds),
    FUZZ_KILL_RUNS: String(Math.max(1, Math.round(rounds / 10))),
  }
  const run = ['--no-install', 'vitest', 'run', '--project', 'collab', 'tests/collab/fuzz']
  if (spawnSync('npx', run, { stdio: 'inherit', env }).status !== 0) {
    process.stdout.write(`fuzz: failed with seed ${seed}; repeat it with --seed ${seed} --rounds ${rounds}\n`)
    process.exit(1)
  }
  seed += 1
} while (Date.now() < until)
