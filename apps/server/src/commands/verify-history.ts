/** `npm run verify-history`: says of every stream whether its history is as it was written, and prints the heads for keeping elsewhere. */
import { settingsFrom } from '../settings.ts'
import { withDatabase } from './database.ts'
import { checkHistory } from './history-check.ts'

const checked = await withDatabase(settingsFrom(process.env), checkHistory)
for (const { newsroom, kind, stream, entries, head, brokenAt } of checked) {
  const verdict = brokenAt === null ? 'whole ' : `BROKEN at entry ${brokenAt}`
  process.stdout.write(`${verdict}  ${newsroom}  ${kind} ${stream}  ${entries} entries  head ${head}\n`)
}
const broken = checked.filter(({ brokenAt }) => brokenAt !== null)
process.stdout.write(
  broken.length === 0
    ? `The history of ${checked.length} streams is whole.\n`
    : `${broken.length} of ${checked.length} streams are broken.\n`,
)
process.exit(broken.length === 0 ? 0 : 1)
