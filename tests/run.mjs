/**
 * Runs the checks one after the other and says at the end which part failed. `check` is the quick set for every commit; without an
 * argument everything runs, up to a real browser; the long trials and the table of editing cases only when named. Parts can be named: `node tests/run.mjs unit collab`.
 */
import { spawn } from 'node:child_process'

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
  trials: ['vitest run --project trials'],
  sweeps: ['playwright test --config tests/e2e/long.config.ts'],
  cases: ['playwright test --config tests/e2e/editing-cases/trials.config.ts'],
}
const sets = {
  check: ['format', 'lint', 'types', 'unit'],
  all: ['format', 'lint', 'types', 'unit', 'build', 'size', 'collab', 'e2e'],
}

const asked = process.argv.slice(2)
const wanted = asked.length === 0 ? sets.all : asked.flatMap((name) => sets[name] ?? [name])
const unknown = wanted.filter((name) => parts[name] === undefined)
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`)

/** How much of what a failed part printed last is said again at the end, where a log that is cut short still shows it. */
const LINES_SAID_AGAIN = 20

/** Runs a command and shows what it prints; a terminal gets it untouched, a log is also listened to. */
const run = (command) => {
  const [program, ...rest] = command.split(' ')
  const [file, args] = program === 'node' ? [process.execPath, rest] : ['npx', ['--no-install', program, ...rest]]
  const heard = []
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: process.stdout.isTTY ? 'inherit' : ['inherit', 'pipe', 'pipe'] })
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from?.on('data', (data) => {
        heard.push(data)
        to.write(data)
      })
    }
    child.on('close', (code) => resolve({ passed: code === 0, said: Buffer.concat(heard).toString() }))
  })
}

const outcomes = []
for (const name of wanted) {
  process.stdout.write(`\n── ${name}\n`)
  const began = Date.now()
  let last = { passed: true, said: '' }
  for (const command of parts[name]) if (last.passed) last = await run(command)
  outcomes.push({ name, ...last, seconds: Math.round((Date.now() - began) / 1000) })
}

for (const { name, said } of outcomes.filter(({ passed }) => !passed)) {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > 0) process.stdout.write(`\n── ${name} said last\n${lines.slice(-LINES_SAID_AGAIN).join('\n')}\n`)
}
process.stdout.write('\n')
for (const { name, passed, seconds } of outcomes) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${name.padEnd(8)} ${seconds} s\n`)
}
const failed = outcomes.filter(({ passed }) => !passed).length
process.stdout.write(`parts: ${outcomes.length - failed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)
