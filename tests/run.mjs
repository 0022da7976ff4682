/**
 * Runs the checks one after the other and says at the end which part failed. `check` is the quick set for every commit; without an
 * argument everything runs, up to a real browser. Parts can be named: `node tests/run.mjs unit collab`.
 */
import { spawnSync } from 'node:child_process'

const parts = {
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
  lint: ['oxlint', '--type-aware'],
  types: ['tsc', '-p', '.'],
  unit: ['vitest', 'run', '--project', 'unit', '--reporter', 'dot'],
  build: ['vite', 'build', '--config', 'apps/web/vite.config.ts', '&&', 'vite', 'build', '--config', 'apps/server/vite.config.ts'],
  collab: ['vitest', 'run', '--project', 'collab'],
  e2e: ['playwright', 'test'],
}
const sets = {
  check: ['format', 'lint', 'types', 'unit'],
  all: ['format', 'lint', 'types', 'unit', 'build', 'collab', 'e2e'],
}

const asked = process.argv.slice(2)
const wanted = asked.length === 0 ? sets.all : asked.flatMap((name) => sets[name] ?? [name])
const outcomes = wanted.map((name) => {
  if (parts[name] === undefined) throw new Error(`There is no part called ${name}. Parts: ${Object.keys(parts).join(', ')}`)
  process.stdout.write(`\n── ${name}\n`)
  const began = Date.now()
  // node_modules/.bin is on the PATH when npm runs this; when called by hand, npx finds the same.
  const { status } = spawnSync(`npx --no-install ${parts[name].join(' ').replaceAll('&& ', '&& npx --no-install ')}`, {
    shell: true,
    stdio: 'inherit',
  })
  return { name, passed: status === 0, seconds: Math.round((Date.now() - began) / 1000) }
})

process.stdout.write('\n')
for (const { name, passed, seconds } of outcomes) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${seconds} s\n`)
}
const failed = outcomes.filter(({ passed }) => !passed)
process.stdout.write(`parts: ${outcomes.length - failed.length} passed, ${failed.length} failed\n`)
process.exit(failed.length === 0 ? 0 : 1)
