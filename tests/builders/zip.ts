/** A zip written by hand: with entries that claim another size than they have, or that share one piece of packed data. */
import { deflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  /** Index of the packed data. */
  readonly data: number
  readonly claimedSize: number
}

/** So many MB of spaces, packed: about a thousandth of it. */
export const packedSpaces = (megabytes: number): Buffer => deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20))

export function aZip(packed: readonly Buffer[], entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const starts: number[] = []
  let length = 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  packed.forEach((data, at) => {
    const owner = entries.find((entry) => entry.data === at)
    starts.push(length)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(data.length, 18)
    head.writeUInt32LE(owner?.claimedSize ?? 0, 22)
    head.writeUInt16LE(Buffer.byteLength(owner?.name ?? ''), 26)
    add(head)
    add(Buffer.from(owner?.name ?? ''))
    add(data)
  })
  const directory = length
  for (const { name, data, claimedSize } of entries) {
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(20, 6)
    head.writeUInt16LE(8, 10)
    head.writeUInt32LE(packed[data]?.length ?? 0, 20)
    head.writeUInt32LE(claimedSize, 24)
    head.writeUInt16LE(Buffer.byteLength(name), 28)
    head.writeUInt32LE(starts[data] ?? 0, 42)
    add(head)
    add(Buffer.from(name))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(length - directory, 12)
  end.writeUInt32LE(directory, 16)
  add(end)
  return Buffer.concat(parts)
}
