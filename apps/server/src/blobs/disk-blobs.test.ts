import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DiskBlobs } from './disk-blobs.ts'

const harbour = '01890000-0000-7000-8000-000000000001'
const other = '01890000-0000-7000-8000-000000000002'
let folder: string
let blobs: DiskBlobs

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'blobs-'))
  blobs = new DiskBlobs(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test('BL1 what is kept reads back byte for byte, and the same bytes are kept once', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
  const first = await blobs.keep(harbour, bytes)
  expect(await blobs.keep(harbour, bytes)).toBe(first)
  expect([...((await blobs.read(harbour, first)) ?? [])]).toEqual([...bytes])
})

test('BL2 another newsroom cannot read it, and a name that is no hash leads nowhere', async () => {
  const sha256 = await blobs.keep(harbour, Buffer.from('a statement'))
  expect(await blobs.read(other, sha256)).toBeNull()
  expect(await blobs.read(harbour, '../secret')).toBeNull()
  expect(await blobs.size(harbour, sha256)).toBe(11)
  expect(await blobs.size(other, sha256)).toBeNull()
  expect(await blobs.size(harbour, '../secret')).toBeNull()
})

test('BL3 a sweep removes what nothing speaks of, and nothing else', async () => {
  const spoken = await blobs.keep(harbour, Buffer.from('kept'))
  const left = await blobs.keep(harbour, Buffer.from('left behind'))
  await blobs.sweep(harbour, new Set([spoken]), new Date(Date.now() + 60_000))
  expect(await blobs.read(harbour, spoken)).not.toBeNull()
  expect(await blobs.read(harbour, left)).toBeNull()
})
