/**
 * The cluster: PostgreSQL's folder of data. Made by initdb beside its place and renamed, so it is whole or not there.
 */
import { chmod, lchown, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { initdbFlags } from './settings.ts'
import { makeWhole, sweepHalfMade } from './whole-folder.ts'

export async function makeCluster(
  clusterDir: string,
  account: Account,
  binaries: Binaries,
  fsync: boolean,
): Promise<void> {
  await sweepHalfMade(clusterDir)
  await makeWhole(clusterDir, async (making) => {
    await chmod(making, 0o700)
    if (account.isOther) await lchown(making, account.uid, account.gid)
    const made = await runAs(account, binaries.initdb, initdbFlags(making, fsync))
    if (!made.ok) throw new Error(`PostgreSQL could not make its cluster in ${clusterDir}: ${made.output}`)
  })
}

/** The npm binaries cannot carry data over from another major version; better said than found out in a log. */
export async function checkVersion(clusterDir: string, binaries: Binaries): Promise<void> {
  const version = (await readFile(join(clusterDir, 'PG_VERSION'), 'utf8')).trim()
  if (version !== binaries.major)
    throw new Error(
      `The cluster in ${clusterDir} was made by PostgreSQL ${version}, and our binaries are ${binaries.major}. ` +
        `Start the Tickmark that made it, take a backup, and restore that into a new DATA_DIR.`,
    )
}
