/**
 * Files as they came, unchanged, kept under the newsroom and their SHA-256: the same bytes are kept once. On disk below DATA_DIR;
 * another store takes its place behind the same interface. A blob that `keep` has answered for survives a crash of the machine.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

export interface Blobs {
  /** Returns the SHA-256 (hex). */
  keep(newsroomId: string, bytes: Uint8Array): Promise<string>
  /** Null when this newsroom has no such blob. */
  read(newsroomId: string, sha256: string): Promise<Buffer | null>
  /** How many bytes it has, without reading them; null when this newsroom has no such blob. */
  size(newsroomId: string, sha256: string): Promise<number | null>
  /** Removes blobs of the newsroom that are older than this and that nothing speaks of: of imports that were never finished. */
  sweep(newsroomId: string, spokenOf: ReadonlySet<string>, olderThan: Date): Promise<void>
}

const sha256Shape = /^[0-9a-f]{64}$/
const newsroomShape = /^[0-9a-f-]{36}$/

function absent(problem: NodeJS.ErrnoException): null {
  if (problem.code === 'ENOENT') return null
  throw problem
}

export class DiskBlobs implements Blobs {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  async keep(newsroomId: string, bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = this.#fileOf(newsroomId, sha256)
    const folder = path.dirname(file)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const unfinished = `${file}.${randomUUID()}`
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
    // The name is on disk only when its folder is.
    const directory = await open(folder, 'r')
    await directory.sync().finally(() => directory.close())
    return sha256
  }

  async read(newsroomId: string, sha256: string): Promise<Buffer | null> {
    if (!sha256Shape.test(sha256)) return null
    return readFile(this.#fileOf(newsroomId, sha256)).catch(absent)
  }

  async size(newsroomId: string, sha256: string): Promise<number | null> {
    if (!sha256Shape.test(sha256)) return null
    return stat(this.#fileOf(newsroomId, sha256)).then(({ size }) => size, absent)
  }

  async sweep(newsroomId: string, spokenOf: ReadonlySet<string>, olderThan: Date): Promise<void> {
    const folder = this.#folderOf(newsroomId)
    const names = await readdir(folder).catch(() => [])
    for (const name of names) {
      if (spokenOf.has(name)) continue
      const file = path.join(folder, name)
      if ((await stat(file)).mtime < olderThan) await rm(file, { force: true })
    }
  }

  #folderOf(newsroomId: string): string {
    if (!newsroomShape.test(newsroomId)) throw new Error('A newsroom’s id is expected here.')
    return path.join(this.#folder, newsroomId)
  }

  #fileOf(newsroomId: string, sha256: string): string {
    return path.join(this.#folderOf(newsroomId), sha256)
  }
}
