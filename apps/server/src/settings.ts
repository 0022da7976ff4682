/** Settings from the environment: names, defaults, and a sentence for what cannot be understood. Each is also read as `…_FILE`. */
import { readFileSync } from 'node:fs'
import { BlockList, isIP, isIPv4 } from 'node:net'
import path from 'node:path'
import { defaultLimits, type Limits } from './rooms/limits.ts'

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  /** Redis or Valkey between several servers on one database; without it this is the only one. */
  readonly redisUrl?: string | null
  readonly publicUrl: string | null
  /** Proxies whose word about who asks is taken; without it, nobody's. */
  readonly trustProxy?: BlockList
  readonly logLevel: 'info' | 'error' | 'silent'
  /** How long a second server waits for the first to leave. */
  readonly lockWaitMs: number
  /** What one message, socket and article may cost the others; without it, the defaults. */
  readonly limits?: Limits
}

export class SettingsRefused extends Error {}

type Environment = Readonly<Record<string, string | undefined>>

export function settingsFrom(environment: Environment): Settings {
  const read = (name: string): string | null => {
    const file = environment[`${name}_FILE`]
    const value = file === undefined || file === '' ? environment[name] : fromFile(name, file)
    return value === undefined || value === '' ? null : value
  }
  const proxies = read('TRUST_PROXY')
  const redis = read('REDIS_URL')
  return {
    port: portFrom(read('PORT') ?? '3000'),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: path.resolve(read('DATA_DIR') ?? 'data'),
    databaseUrl: read('DATABASE_URL'),
    ...(redis === null ? {} : { redisUrl: redisFrom(redis) }),
    publicUrl: urlFrom(read('PUBLIC_URL')),
    ...(proxies === null ? {} : { trustProxy: proxiesFrom(proxies) }),
    logLevel: levelFrom(read('LOG_LEVEL') ?? 'info'),
    lockWaitMs: secondsFrom(read('LOCK_WAIT_SECONDS') ?? '60') * 1000,
    limits: limitsFrom(read),
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

/** The variable of each limit. */
const limitNames: { readonly [name in keyof Limits]: string } = {
  messageBytes: 'MAX_MESSAGE_BYTES',
  documentBytes: 'MAX_DOCUMENT_BYTES',
  peoplePerArticle: 'MAX_PEOPLE_PER_ARTICLE',
  updatesPerSecond: 'MAX_UPDATES_PER_SECOND',
  updateBurst: 'MAX_UPDATE_BURST',
  presenceBytes: 'MAX_PRESENCE_BYTES',
  pendingBytes: 'MAX_PENDING_BYTES',
  unsentBytes: 'MAX_UNSENT_BYTES',
  earlyFrames: 'MAX_EARLY_FRAMES',
  trialMs: 'MAX_TRIAL_MS',
}

function limitsFrom(read: (name: string) => string | null): Limits {
  const given = (Object.keys(limitNames) as (keyof Limits)[]).flatMap((name) => {
    const value = read(limitNames[name])
    if (value === null) return []
    const limit = Number(value)
    if (Number.isSafeInteger(limit) && limit > 0) return [[name, limit]]
    throw new SettingsRefused(`${limitNames[name]} is ${value}; it has to be a whole number above 0.`)
  })
  return { ...defaultLimits, ...Object.fromEntries(given) }
}

function levelFrom(value: string): Settings['logLevel'] {
  if (value === 'info' || value === 'error' || value === 'silent') return value
  throw new SettingsRefused(`LOG_LEVEL is ${value}; it has to be info, error or silent.`)
}

function proxiesFrom(value: string): BlockList {
  const list = new BlockList()
  for (const entry of value.split(',').map((part) => part.trim())) {
    const [address = '', bits, ...rest] = entry.split('/')
    const most = isIPv4(address) ? 32 : 128
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (isIP(address) === 0 || length < 0 || length > most || rest.length > 0)
      throw new SettingsRefused(
        `TRUST_PROXY has ${entry} in it; it has to be addresses or networks, such as 127.0.0.1,10.0.0.0/8.`,
      )
    list.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6')
  }
  return list
}

/** The address is not repeated: it may hold a password. */
function redisFrom(value: string): string {
  if (URL.canParse(value) && /^rediss?:/i.test(value)) return value
  throw new SettingsRefused('REDIS_URL has to begin with redis:// or rediss://.')
}

function urlFrom(value: string | null): string | null {
  if (value === null) return null
  if (URL.canParse(value) && /^https?:/i.test(value)) return new URL(value).origin
  throw new SettingsRefused(`PUBLIC_URL is ${value}; it has to begin with http:// or https://.`)
}
