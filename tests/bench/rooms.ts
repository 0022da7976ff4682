/**
 * Tickmark beside its peers, row by row; prints one Markdown table each. Names of rows as arguments, all rows without.
 * BENCH_ROUNDS, BENCH_SECONDS and BENCH_SCALE make it shorter; docs/BENCHMARKS.md says what each row is.
 */
import { cpus } from 'node:os'
import { openBench } from './peers.ts'
import type { Row, Scale } from './row.ts'
import { comebackRow } from './rows/comeback.ts'
import { crashRow } from './rows/crash.ts'
import { editorRows } from './rows/editors.ts'
import { hostileRow } from './rows/hostile.ts'
import { longDocumentRow } from './rows/long-document.ts'
import { manyRoomsRow } from './rows/many-rooms.ts'
import { visitsRow } from './rows/visits.ts'

const rows: readonly Row[] = [
  ...editorRows,
  visitsRow,
  manyRoomsRow,
  longDocumentRow,
  comebackRow,
  crashRow,
  hostileRow,
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => rows.every((row) => row.name !== name))
if (unknown.length > 0) {
  const names = rows.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n')
  process.stderr.write(`No such row: ${unknown.join(', ')}. Rows:\n${names}\n`)
  process.exit(2)
}
const number = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise)
const scale: Scale = {
  rounds: number('BENCH_ROUNDS', 3),
  seconds: number('BENCH_SECONDS', 10),
  size: number('BENCH_SCALE', 1),
}
const wanted = asked.length === 0 ? rows : rows.filter(({ name }) => asked.includes(name))
const say = (text: string) => process.stdout.write(`${text}\n`)
say(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}\n`)

for (const row of wanted) {
  // Each row begins with servers that have seen nothing yet.
  const bench = await openBench(row.peers)
  try {
    say(await row.run(bench, scale))
  } catch (problem) {
    process.exitCode = 1
    say(`### ${row.about}\n\nnot measured: ${problem instanceof Error ? problem.message : String(problem)}\n`)
  } finally {
    await bench.close()
  }
}
process.exit()
