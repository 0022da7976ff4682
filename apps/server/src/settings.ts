/** Settings from the environment: names, defaults, and a sentence for what cannot be understood. Each is also read as `…_FILE`. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly publicUrl: string | null
  readonly logLevel: 'info' | 'error' | 'silent'
  /** How long a second server waits for the first to leave. */
  readonly lockWaitMs: number
}

export class SettingsRefused extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

export function settingsFrom(environment: Environment): Settings {
  const read = (name: string): string | null => {
    const file = environment[`${name}_FILE`]
    const value = file === undefined || file === '' ? environment[name] : fromFile(name, file)
    return value === undefined || value === '' ? null : value
  }
  return {
    port: portFrom(read('PORT') ?? '3000'),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: path.resolve(read('DATA_DIR') ?? 'data'),
    databaseUrl: read('DATABASE_URL'),
    publicUrl: urlFrom(read('PUBLIC_URL')),
    logLevel: levelFrom(read('LOG_LEVEL') ?? 'info'),
    lockWaitMs: secondsFrom(read('LOCK_WAIT_SECONDS') ?? '60') * 1000,
  }
}

function fromFile(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new SettingsRefused(`${name}_FILE names a file that cannot be read.`)
  }
}

function portFrom(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new SettingsRefused(`PORT is ${value}; it has to be a number from 0 to 65535.`)
}

function secondsFrom(value: string): number {
  const seconds = Number(value)
  if (Number.isFinite(seconds) && seconds >= 0) return seconds
  throw new SettingsRefused(`LOCK_WAIT_SECONDS is ${value}; it has to be a number of seconds.`)
}

function levelFrom(value: string): Settings['logLevel'] {
  if (value === 'info' || value === 'error' || value === 'silent') return value
  throw new SettingsRefused(`LOG_LEVEL is ${value}; it has to be info, error or silent.`)
}

function urlFrom(value: string | null): string | null {
  if (value === null) return null
  if (URL.canParse(value) && /^https?:/i.test(value)) return new URL(value).origin
  throw new SettingsRefused(`PUBLIC_URL is ${value}; it has to begin with http:// or https://.`)
}
