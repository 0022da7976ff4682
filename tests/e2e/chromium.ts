/**
 * The browser for tests: CHROMIUM_PATH, else the one that ships inside an npm package and needs no root, else a Chromium on the machine.
 * The packaged one is a headless shell: the same everywhere, and a page costs it half the time of a whole browser. Never a download,
 * and never a skip: without a browser the tests fail and say what to do.
 */
import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

export interface Chromium {
  readonly executablePath: string
  /** Where the browser finds libraries that a bare machine lacks. */
  readonly env: Readonly<Record<string, string>>
  readonly args: string[]
}

/** Without these the browser calls its maker at every start; nothing in a test leaves this machine. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function findChromium(environment: Readonly<Record<string, string | undefined>>): Promise<Chromium> {
  const given = environment['CHROMIUM_PATH']
  if (given !== undefined && given !== '') return { executablePath: given, args: quiet, env: {} }
  const packaged = await fromPackage()
  if (packaged !== null) return packaged
  const folders = (environment['PATH'] ?? '').split(path.delimiter)
  const found = folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable)
  if (found !== undefined) return { executablePath: found, args: quiet, env: {} }
  throw new Error('No Chromium found: install one (apt-get install chromium) or set CHROMIUM_PATH.')
}

/**
 * Null where the package holds nothing that runs: it is built for Linux on x64. It unpacks its libraries only where it believes to be
 * at home, on a machine without any; so this tells it that it is.
 */
async function fromPackage(): Promise<Chromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  const executablePath = await bundled.executablePath().catch(() => null)
  if (executablePath === null) return null
  return { executablePath, args: quiet, env: { LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023', 'lib') } }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
