import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { settingsFrom } from './settings.ts'

test('ST30 without an environment Tickmark runs on this machine only, with its own database', () => {
  expect(settingsFrom({})).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, publicUrl: null })
})

test('ST31 each setting is read from a file too, and the file wins', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tickmark-settings-'))
  const file = path.join(folder, 'url')
  writeFileSync(file, 'postgres://from-file\n')
  expect(settingsFrom({ DATABASE_URL: 'postgres://plain', DATABASE_URL_FILE: file }).databaseUrl).toBe(
    'postgres://from-file',
  )
  rmSync(folder, { recursive: true })
  expect(() => settingsFrom({ DATABASE_URL_FILE: file })).toThrow('DATABASE_URL_FILE names a file that cannot be read.')
})

test.each([
  [{ PORT: 'eighty' }, 'PORT is eighty; it has to be a number from 0 to 65535.'],
  [{ PUBLIC_URL: 'desk.example' }, 'PUBLIC_URL is desk.example; it has to begin with http:// or https://.'],
  [
    { TRUST_PROXY: 'caddy' },
    'TRUST_PROXY has caddy in it; it has to be addresses or networks, such as 127.0.0.1,10.0.0.0/8.',
  ],
  [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY has 10.0.0.0/33 in it'],
  [{ REDIS_URL: 'http://user:secret@redis' }, 'REDIS_URL has to begin with redis:// or rediss://.'],
  [{ LOCK_WAIT_SECONDS: '-1' }, 'LOCK_WAIT_SECONDS is -1; it has to be a number of seconds.'],
])('ST32 %j is refused with a sentence', (environment, sentence) => {
  expect(() => settingsFrom(environment)).toThrow(sentence)
})

test('ST33 PUBLIC_URL counts as its origin', () => {
  expect(settingsFrom({ PUBLIC_URL: 'https://desk.example/path/' }).publicUrl).toBe('https://desk.example')
})

test('ST34 TRUST_PROXY names proxies by address or network, and nobody by itself', () => {
  expect(settingsFrom({}).trustProxy).toBeUndefined()
  const { trustProxy } = settingsFrom({ TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8' })
  const trusted = (address: string) => trustProxy?.check(address, address.includes(':') ? 'ipv6' : 'ipv4')
  expect(['127.0.0.1', '127.0.0.2', '10.9.8.7', 'fd00::5', 'fe80::1'].map(trusted)).toEqual([
    true,
    false,
    true,
    true,
    false,
  ])
})
