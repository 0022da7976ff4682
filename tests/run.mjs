/**
 * Runs the checks one after the other and says at the end which part failed. `check` is the quick set for every commit; without an
 * argument everything runs, up to a real browser. Parts can be named: `node tests/run.mjs unit collab`.
 */
import { spawnSync } from 'node:child_process'

/** The commands of each part; a part has passed when all of them have. */
const parts = {
  format: ['prettier --check --log-level warn .'],
  lint: ['oxlint --type-aware'],
  types: ['tsc -p .'],
  unit: ['vitest run --project unit'],
  build: ['vite build --config apps/web/vite.config.ts', 'vite build --config apps/server/vite.config.ts'],
  size: ['node tests/house/script-size.mjs'],
  collab: ['vitest run --project collab'],
  e2e: ['playwright test'],
}
const sets = {
  check: ['format', 'lint', 'types', 'unit'],
  all: ['format', 'lint', 'types', 'unit', 'build', 'size', 'collab', 'e2e'],
}

const asked = process.argv.slice(2)
const wanted = asked.length === 0 ? sets.all : asked.flatMap((name) => sets[name] ?? [name])
const unknown = wanted.filter((name) => parts[name] === undefined)
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`)

const passes = (command) => {
  const [program, ...rest] = command.split(' ')
  const [file, args] = program === 'node' ? [process.execPath, rest] : ['npx', ['--no-install', program, ...rest]]
  return spawnSync(file, args, { stdio: 'inherit' }).status === 0
}

const outcomes = wanted.map((name) => {
  process.stdout.write(`\n── ${name}\n`)
  const began = Date.now()
  const passed = parts[name].every(passes)
  return { name, passed, seconds: Math.round((Date.now() - began) / 1000) }
})

process.stdout.write('\n')
for (const { name, passed, seconds } of outcomes) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${seconds} s\n`)
}
const failed = outcomes.filter(({ passed }) => !passed).length
process.stdout.write(`parts: ${outcomes.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
