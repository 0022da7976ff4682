/** `npm run backup -- FOLDER`: writes a backup into a folder that does not exist yet, whether the server is running or not. */
import path from 'node:path'
import { backUp } from '../backup/backup.ts'
import { settingsFrom } from '../settings.ts'
import { withConnection } from './database.ts'
import { runCommand } from './run-command.ts'

await runCommand('npm run backup -- FOLDER', async ([folder]) => {
  const settings = settingsFrom(process.env)
  const blobs = path.join(settings.dataDir, 'blobs')
  const { at, tables } = await withConnection(settings, (connection) =>
    backUp(connection, blobs, path.resolve(folder), new Date()),
  )
  return `Backed up ${tables.length} tables as of ${at} into ${folder}.`
})
