/** `npm run restore -- FOLDER`: brings a backup back into an empty DATA_DIR or database, with no server running on it. */
import path from 'node:path'
import { restore } from '../backup/restore.ts'
import { settingsFrom } from '../settings.ts'
import { withConnection } from './database.ts'
import { runCommand } from './run-command.ts'

await runCommand('npm run restore -- FOLDER', async ([folder]) => {
  const settings = settingsFrom(process.env)
  const blobs = path.join(settings.dataDir, 'blobs')
  const { at } = await withConnection(settings, (connection) => restore(connection, blobs, path.resolve(folder)))
  return `Restored as of ${at}. Everybody signs in again; tabs that were open offer what they had not saved for copying.`
})
