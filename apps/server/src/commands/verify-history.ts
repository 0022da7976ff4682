/**
 * `npm run verify-history`: says of every stream whether its history is as it was written, texts that belong to it included, and prints
 * the heads for keeping elsewhere.
 */
import { settingsFrom } from '../settings.ts'
import { withDatabase } from './database.ts'
import { checkHistory } from './history-check.ts'

const checked = await withDatabase(settingsFrom(process.env), checkHistory)
for (const { newsroom, kind, stream, entries, head, brokenAt, changedTexts } of checked) {
  const verdict = brokenAt === null ? 'whole ' : `BROKEN at entry ${brokenAt}`
  process.stdout.write(`${verdict}  ${newsroom}  ${kind} ${stream}  ${entries} entries  head ${head}\n`)
  for (const seq of changedTexts) process.stdout.write(`        the text that belongs to entry ${seq} was CHANGED\n`)
}
const broken = checked.filter(({ brokenAt, changedTexts }) => brokenAt !== null || changedTexts.length > 0)
process.stdout.write(
  broken.length === 0
    ? `The history of ${checked.length} streams is whole.\n`
    : `${broken.length} of ${checked.length} streams are broken.\n`,
)
process.exit(broken.length === 0 ? 0 : 1)
