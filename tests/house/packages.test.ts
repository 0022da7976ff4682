import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

/** Oldest versions without a known hole, each with the advisory or the reason behind it. */
const floors: Record<string, string> = {
  hono: '4.12.34',
  // GHSA-qv5m-9pm6-hqp3: a reset during a WebSocket upgrade ended the process, up to 2.1.5.
  '@hono/node-server': '2.1.6',
  ws: '8.21.0',
  'better-auth': '1.7.7',
  'drizzle-orm': '0.45.2',
  vite: '8.0.16',
  '@tiptap/core': '3.30.5',
}

const newerOrSame = (version: string, floor: string): boolean => {
  const [a, b] = [version, floor].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)))
  for (const [index, least] of (b ?? []).entries()) {
    const difference = (a?.[index] ?? 0) - least
    if (difference !== 0) return difference > 0
  }
  return true
}

const copiesOf = (name: string) =>
  Object.entries(lock.packages).filter(
    ([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`),
  )

test.each(Object.entries(floors))('HS1 every copy of %s is at least %s', (name, floor) => {
  const versions = copiesOf(name).map(([, { version }]) => version ?? '0')
  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !newerOrSame(version, floor))).toEqual([])
})

test('HS2 all of Tiptap is of one version', () => {
  const versions = Object.entries(lock.packages)
    .filter(([path]) => /node_modules\/@tiptap\/(?!y-tiptap)[^/]+$/.test(path))
    .map(([, { version }]) => version)
  expect(new Set(versions).size).toBe(1)
})

test('HS3 what ships is under permissive licences', () => {
  const permissive =
    /^\(?(MIT|MIT-0|ISC|BSD|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|Unlicense|CC0-1\.0|OFL-1\.1|BlueOak-1\.0\.0|PostgreSQL|Python-2\.0)\b/
  const others = Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && dev !== true && devOptional !== true)
    // Vite's, which builds and does not ship.
    .filter(([path]) => !path.startsWith('node_modules/lightningcss'))
    .filter(([, { license }]) => license === undefined || !permissive.test(license))
    .map(([path, { license }]) => `${path}: ${license ?? 'none given'}`)
  expect(others).toEqual([])
})
